package dev.paritas.bridge.report;

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
    public static final Codec<LaneTotals> CODEC = ObjectCodec.of("LaneTotals", m -> {
        var executed = m.required("executed", Codec.U64, LaneTotals::executed);
        var passed = m.required("passed", Codec.U64, LaneTotals::passed);
        var failed = m.required("failed", Codec.U64, LaneTotals::failed);
        var skipped = m.required("skipped", Codec.U64, LaneTotals::skipped);
        var blocked = m.required("blocked", Codec.U64, LaneTotals::blocked);
        var broken = m.required("broken", Codec.U64, LaneTotals::broken);
        var covered = m.required("covered", Codec.U64, LaneTotals::covered);
        var evidence = m.required("evidence", EvidenceTotals.CODEC, LaneTotals::evidence);
        return in -> new LaneTotals(
                in.get(executed),
                in.get(passed),
                in.get(failed),
                in.get(skipped),
                in.get(blocked),
                in.get(broken),
                in.get(covered),
                in.get(evidence));
    });

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
