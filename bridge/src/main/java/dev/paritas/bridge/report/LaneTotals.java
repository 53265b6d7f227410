package dev.paritas.bridge.report;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * How many checks ended how.
 *
 * @param executed those that compared all their cases: passed, failed and covered
 * @param evidence what the executed ones are worth
 */
public record LaneTotals(
        long executed,
        long passed,
        long failed,
        long skipped,
        long blocked,
        long broken,
        long covered,
        EvidenceTotals evidence) {
    public static final Codec<LaneTotals> CODEC = ObjectCodec.of(
            "LaneTotals",
            field("executed", Codec.U64, LaneTotals::executed),
            field("passed", Codec.U64, LaneTotals::passed),
            field("failed", Codec.U64, LaneTotals::failed),
            field("skipped", Codec.U64, LaneTotals::skipped),
            field("blocked", Codec.U64, LaneTotals::blocked),
            field("broken", Codec.U64, LaneTotals::broken),
            field("covered", Codec.U64, LaneTotals::covered),
            field("evidence", EvidenceTotals.CODEC, LaneTotals::evidence),
            LaneTotals::new);

    public static LaneTotals of(List<LaneCheck> checks) {
        long passed = count(checks, CheckStatus.PASS);
        long failed = count(checks, CheckStatus.FAIL);
        long covered = count(checks, CheckStatus.COVERED);
        return new LaneTotals(
                passed + failed + covered,
                passed,
                failed,
                count(checks, CheckStatus.SKIPPED),
                count(checks, CheckStatus.BLOCKED),
                count(checks, CheckStatus.BROKEN),
                covered,
                EvidenceTotals.of(checks));
    }

    private static long count(List<LaneCheck> checks, CheckStatus status) {
        return checks.stream().filter(check -> check.status() == status).count();
    }
}
