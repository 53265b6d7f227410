package dev.paritas.bridge.compare;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * One compared member of one step that differs.
 *
 * @param step index into the two lists of steps
 * @param member wire name of the member of the step state
 * @param first the first difference inside the member
 */
record StepDifference(long step, String member, JsonDifference first) {
    public static final Codec<StepDifference> CODEC = ObjectCodec.of(
            "StepDifference",
            field("step", Codec.U64, StepDifference::step),
            field("member", Codec.STRING, StepDifference::member),
            field("first", JsonDifference.CODEC, StepDifference::first),
            StepDifference::new);
}
