package dev.paritas.bridge.smoke;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * What came of a smoke test.
 *
 * @param runner its command line
 * @param answers whether it answered anything at all
 * @param steps in the order in which they were asked
 */
public record SmokeReport(String runner, boolean answers, List<SmokeStep> steps) {
    public static final Codec<SmokeReport> CODEC = ObjectCodec.of(
            "SmokeReport",
            field("runner", Codec.STRING, SmokeReport::runner),
            field("answers", Codec.BOOL, SmokeReport::answers),
            field("steps", Codec.listOf(SmokeStep.CODEC), SmokeReport::steps),
            SmokeReport::new);

    public SmokeReport {
        steps = List.copyOf(steps);
    }

    /** {@return how many things must be mended} */
    public long wrong() {
        return steps.stream()
                .filter(step -> step.result() == SmokeStep.Result.WRONG)
                .count();
    }
}
