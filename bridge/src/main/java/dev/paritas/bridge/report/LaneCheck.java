package dev.paritas.bridge.report;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;
import static dev.paritas.semanticobjects.json.Field.omittedDefault;

import dev.paritas.bridge.compare.Evidence;
import dev.paritas.bridge.compare.NormalizationLedger;
import dev.paritas.bridge.implementation.Identity;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One check of a lane (docs/lanes.md).
 *
 * @param id stable, path-like
 * @param evidence what its agreement is worth
 * @param sides who was compared with whom, where a process or a model took part; two at most
 * @param mismatches unexplained differences of a failed check, else those that listed deviations explain
 * @param failures cases on which a side gave no answer
 * @param normalizations how often each rule changed what was compared, of runs; a rule that changed nothing is not named
 * @param skippedReason a sentence for {@code skipped}, {@code blocked} and {@code broken}, absent otherwise
 * @param cause what is missing here; only for {@code skipped} and {@code blocked}
 * @param durationMs wall time, milliseconds; not part of the report's digest
 * @param cases how many cases were compared; a check that compared none can neither pass nor fail
 */
public record LaneCheck(
        String id,
        String description,
        Evidence evidence,
        List<Identity> sides,
        CheckStatus status,
        List<Mismatch> mismatches,
        List<CaseFailure> failures,
        List<NormalizationLedger.Entry> normalizations,
        @Nullable String skippedReason,
        @Nullable SkipCause cause,
        long durationMs,
        long cases) {
    public static final Codec<LaneCheck> CODEC = ObjectCodec.of(
            "LaneCheck",
            field("id", Codec.STRING, LaneCheck::id),
            field("description", Codec.STRING, LaneCheck::description),
            field("evidence", Evidence.CODEC, LaneCheck::evidence),
            field("sides", Codec.listOf(Identity.CODEC), LaneCheck::sides),
            field("status", CheckStatus.CODEC, LaneCheck::status),
            field("mismatches", Codec.listOf(Mismatch.CODEC), LaneCheck::mismatches),
            field("failures", Codec.listOf(CaseFailure.CODEC), LaneCheck::failures),
            omittedDefault(
                    "normalizations",
                    Codec.listOf(NormalizationLedger.Entry.CODEC),
                    LaneCheck::normalizations,
                    List.of()),
            omittable("skipped_reason", Codec.STRING, LaneCheck::skippedReason),
            omittable("cause", SkipCause.CODEC, LaneCheck::cause),
            field("duration_ms", Codec.U64, LaneCheck::durationMs),
            field("cases", Codec.U64, LaneCheck::cases),
            LaneCheck::new);

    public LaneCheck {
        sides = List.copyOf(sides);
        mismatches = List.copyOf(mismatches);
        failures = List.copyOf(failures);
        normalizations = List.copyOf(normalizations);
        if (ran(status) == (skippedReason != null)) {
            throw new IllegalArgumentException(
                    "a reason belongs to skipped, blocked and broken checks, and only to them");
        }
        if (ran(status) && cases == 0) {
            throw new IllegalArgumentException("a check that compared nothing is blocked, never " + status);
        }
        boolean parts = status == CheckStatus.FAIL || status == CheckStatus.COVERED;
        if (parts && mismatches.isEmpty() || !parts && status != CheckStatus.BROKEN && !mismatches.isEmpty()) {
            throw new IllegalArgumentException("mismatches belong to failed and covered checks, and only to them");
        }
        boolean mayFail = status == CheckStatus.BROKEN || status == CheckStatus.FAIL;
        if (!mayFail && !failures.isEmpty() || status == CheckStatus.BROKEN && failures.isEmpty()) {
            throw new IllegalArgumentException("a check with a case that failed is broken, or has failed");
        }
        if (worth(evidence, sides) != evidence) {
            throw new IllegalArgumentException("one implementation on both sides is no independent evidence");
        }
        if (cause != null && status != CheckStatus.SKIPPED && status != CheckStatus.BLOCKED) {
            throw new IllegalArgumentException("a cause belongs to checks that could not run");
        }
    }

    /**
     * {@return the outcome of comparing {@code cases} cases: failed with mismatches, passed without, and blocked when
     * nothing was compared}
     */
    public static LaneCheck of(Check check, long cases, List<Mismatch> mismatches, long durationMs) {
        return of(check, List.of(), cases, mismatches, List.of(), List.of(), NormalizationLedger.EMPTY, durationMs);
    }

    /**
     * As {@link #of(Check, long, List, long)}.
     *
     * @param known differences that listed deviations explain: without others the check is covered
     * @param failures cases on which a side gave no answer: without an unexplained difference the check is broken
     * @param ledger how often each rule changed what was compared
     */
    public static LaneCheck of(
            Check check,
            List<Identity> sides,
            long cases,
            List<Mismatch> mismatches,
            List<Mismatch> known,
            List<CaseFailure> failures,
            NormalizationLedger ledger,
            long durationMs) {
        if (cases == 0 && failures.isEmpty()) {
            return new LaneCheck(
                    check.id(),
                    check.description(),
                    worth(check.evidence(), sides),
                    sides,
                    CheckStatus.BLOCKED,
                    List.of(),
                    List.of(),
                    List.of(),
                    "zero cases were compared",
                    null,
                    durationMs,
                    0);
        }
        CheckStatus status;
        if (cases > 0 && !mismatches.isEmpty()) {
            status = CheckStatus.FAIL;
        } else if (!failures.isEmpty()) {
            status = CheckStatus.BROKEN;
        } else {
            status = known.isEmpty() ? CheckStatus.PASS : CheckStatus.COVERED;
        }
        return new LaneCheck(
                check.id(),
                check.description(),
                worth(check.evidence(), sides),
                sides,
                status,
                mismatches.isEmpty() ? known : mismatches,
                failures,
                ledger.entries(),
                status == CheckStatus.BROKEN ? broken(failures, cases) : null,
                null,
                durationMs,
                cases);
    }

    private static String broken(List<CaseFailure> failures, long cases) {
        String more = failures.size() == 1 ? "" : ", and " + (failures.size() - 1) + " more";
        return failures.getFirst().text() + more + "; " + cases + (cases == 1 ? " case was" : " cases were")
                + " compared";
    }

    /** {@return a check that was left out for {@code reason}} */
    public static LaneCheck skipped(Check check, SkipCause cause, String reason) {
        return unable(check, CheckStatus.SKIPPED, cause, reason);
    }

    /** {@return a check that was asked for and could not run for {@code reason}} */
    public static LaneCheck blocked(Check check, SkipCause cause, String reason) {
        return unable(check, CheckStatus.BLOCKED, cause, reason);
    }

    private static LaneCheck unable(Check check, CheckStatus status, SkipCause cause, String reason) {
        return new LaneCheck(
                check.id(),
                check.description(),
                check.evidence(),
                List.of(),
                status,
                List.of(),
                List.of(),
                List.of(),
                reason,
                cause,
                0,
                0);
    }

    /** One implementation on both sides is no independent evidence, whatever the check was meant to be. */
    private static Evidence worth(Evidence intended, List<Identity> sides) {
        boolean alone = sides.size() == 2
                && !sides.getFirst()
                        .implementation()
                        .isIndependentOf(sides.getLast().implementation());
        return intended == Evidence.INDEPENDENT && alone ? Evidence.TRANSPORT : intended;
    }

    private static boolean ran(CheckStatus status) {
        return switch (status) {
            case PASS, FAIL, COVERED -> true;
            case SKIPPED, BLOCKED, BROKEN -> false;
        };
    }

    /** {@return whether all its cases were compared} */
    boolean executed() {
        return ran(status);
    }

    /** {@return whether it compared anything with the model, executed by Lean} */
    boolean asksLean() {
        return executed()
                && sides.stream().anyMatch(side -> side.implementation().isLeanModel());
    }

    /** {@return the same check, blocked and no longer skipped, where its lane was asked for and compared nothing} */
    public LaneCheck stopping() {
        return status == CheckStatus.SKIPPED
                ? new LaneCheck(
                        id,
                        description,
                        evidence,
                        sides,
                        CheckStatus.BLOCKED,
                        mismatches,
                        failures,
                        normalizations,
                        skippedReason,
                        cause,
                        durationMs,
                        cases)
                : this;
    }

    /** {@return the lane's name, with which the id begins} */
    public String lane() {
        int end = id.indexOf('/');
        return end < 0 ? id : id.substring(0, end);
    }

    /** {@return whether {@code other} says the same, however long it took} */
    public boolean sameAs(LaneCheck other) {
        return withoutDuration().equals(other.withoutDuration());
    }

    LaneCheck withoutDuration() {
        return new LaneCheck(
                id,
                description,
                evidence,
                sides,
                status,
                mismatches,
                failures,
                normalizations,
                skippedReason,
                cause,
                0,
                cases);
    }
}
