package dev.paritas.bridge.smoke;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.List;

/**
 * What came of a smoke test.
 *
 * @param runner its command line
 * @param verdict what they come to
 * @param steps in the order in which they were asked
 */
public record SmokeReport(String runner, Verdict verdict, List<SmokeStep> steps) {
    public static final Codec<SmokeReport> CODEC = ObjectCodec.of(
            "SmokeReport",
            field("runner", Codec.STRING, SmokeReport::runner),
            field("verdict", WordCodec.snakeCase(Verdict.class), SmokeReport::verdict),
            field("steps", Codec.listOf(SmokeStep.CODEC), SmokeReport::steps),
            SmokeReport::new);

    /** What a smoke test can come to. */
    public enum Verdict {
        /** Nothing has to be mended. */
        WORKS,
        /** It answers, and something has to be mended. */
        WRONG,
        /** It answers nothing. */
        BROKEN
    }

    public SmokeReport {
        steps = List.copyOf(steps);
    }

    static SmokeReport of(String runner, boolean answers, List<SmokeStep> steps) {
        boolean works = steps.stream().noneMatch(step -> step.result() == SmokeStep.Result.WRONG);
        return new SmokeReport(runner, !answers ? Verdict.BROKEN : works ? Verdict.WORKS : Verdict.WRONG, steps);
    }

    /** {@return how many things must be mended} */
    public long wrong() {
        return steps.stream()
                .filter(step -> step.result() == SmokeStep.Result.WRONG)
                .count();
    }
}
