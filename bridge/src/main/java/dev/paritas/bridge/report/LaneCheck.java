package dev.paritas.bridge.report;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One check of a lane (spec 50 §12).
 *
 * @param id stable, path-like
 * @param mismatches empty unless the check failed or its differences are covered
 * @param skippedReason a sentence for {@code skipped} and {@code blocked}, absent otherwise
 * @param durationMs wall time, milliseconds; not part of the report's digest
 * @param cases how many cases were compared; a check that compared none can neither pass nor fail
 */
public record LaneCheck(
        String id,
        String description,
        CheckStatus status,
        List<Mismatch> mismatches,
        @Nullable String skippedReason,
        long durationMs,
        long cases) {
    public static final Codec<LaneCheck> CODEC = ObjectCodec.of("LaneCheck", m -> {
        var id = m.required("id", Codec.STRING, LaneCheck::id);
        var description = m.required("description", Codec.STRING, LaneCheck::description);
        var status = m.required("status", CheckStatus.CODEC, LaneCheck::status);
        var mismatches = m.required("mismatches", Codec.listOf(Mismatch.CODEC), LaneCheck::mismatches);
        var skippedReason = m.omittable("skipped_reason", Codec.STRING, LaneCheck::skippedReason);
        var durationMs = m.required("duration_ms", Codec.U64, LaneCheck::durationMs);
        var cases = m.required("cases", Codec.U64, LaneCheck::cases);
        return in -> new LaneCheck(
                in.get(id),
                in.get(description),
                in.get(status),
                in.get(mismatches),
                in.get(skippedReason),
                in.get(durationMs),
                in.get(cases));
    });

    public LaneCheck {
        mismatches = List.copyOf(mismatches);
        boolean ran = switch (status) {
            case PASS, FAIL, COVERED -> true;
            case SKIPPED, BLOCKED -> false;
        };
        if (ran == (skippedReason != null)) {
            throw new IllegalArgumentException("a reason belongs to skipped and blocked checks, and only to them");
        }
        if (ran && cases == 0) {
            throw new IllegalArgumentException("a check that compared nothing is blocked, never " + status);
        }
        if ((status == CheckStatus.FAIL || status == CheckStatus.COVERED) == mismatches.isEmpty()) {
            throw new IllegalArgumentException("mismatches belong to failed and covered checks, and only to them");
        }
    }

    /**
     * {@return the outcome of comparing {@code cases} cases: failed with mismatches, passed without, and blocked when
     * nothing was compared}
     */
    public static LaneCheck of(String id, String description, long cases, List<Mismatch> mismatches, long durationMs) {
        if (cases == 0) {
            return new LaneCheck(
                    id, description, CheckStatus.BLOCKED, List.of(), "zero cases were compared", durationMs, 0);
        }
        CheckStatus status = mismatches.isEmpty() ? CheckStatus.PASS : CheckStatus.FAIL;
        return new LaneCheck(id, description, status, mismatches, null, durationMs, cases);
    }

    /** {@return a check that was left out for {@code reason}} */
    public static LaneCheck skipped(String id, String description, String reason) {
        return new LaneCheck(id, description, CheckStatus.SKIPPED, List.of(), reason, 0, 0);
    }

    /** {@return a check that was asked for and could not run for {@code reason}} */
    public static LaneCheck blocked(String id, String description, String reason) {
        return new LaneCheck(id, description, CheckStatus.BLOCKED, List.of(), reason, 0, 0);
    }

    LaneCheck withoutDuration() {
        return new LaneCheck(id, description, status, mismatches, skippedReason, 0, cases);
    }
}
