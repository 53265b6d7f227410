package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * One compared member of one step that differs.
 *
 * @param step index into the two lists of steps
 * @param member wire name of the member of the step state
 * @param first the first difference inside the member
 */
public record StepDifference(long step, String member, JsonDifference first) {
    public static final Codec<StepDifference> CODEC = ObjectCodec.of("StepDifference", m -> {
        var step = m.required("step", Codec.U64, StepDifference::step);
        var member = m.required("member", Codec.STRING, StepDifference::member);
        var first = m.required("first", JsonDifference.CODEC, StepDifference::first);
        return in -> new StepDifference(in.get(step), in.get(member), in.get(first));
    });
}
