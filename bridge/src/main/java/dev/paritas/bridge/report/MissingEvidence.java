package dev.paritas.bridge.report;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.ArrayList;
import java.util.List;

/** What a run could have been held against and was not. */
public enum MissingEvidence {
    /** No answer of the real reference was compared. */
    REFERENCE,
    /** Nothing that was written apart was compared. */
    INDEPENDENT,
    /** Checks against the Lean model belong to the run, and none of them compared anything. */
    LEAN;

    public static final Codec<MissingEvidence> CODEC = WordCodec.snakeCase(MissingEvidence.class);

    static List<MissingEvidence> in(List<LaneCheck> checks) {
        EvidenceTotals totals = EvidenceTotals.of(checks);
        List<MissingEvidence> missing = new ArrayList<>();
        if (totals.reference() == 0) {
            missing.add(REFERENCE);
        }
        if (totals.independent() == 0) {
            missing.add(INDEPENDENT);
        }
        boolean leftOut = checks.stream().anyMatch(check -> check.cause() == SkipCause.LEAN);
        if (leftOut && checks.stream().noneMatch(LaneCheck::asksLean)) {
            missing.add(LEAN);
        }
        return missing;
    }

    /** {@return one clause about all that is missing; empty when nothing is} */
    static String text(List<MissingEvidence> missing) {
        String remedy = missing.contains(LEAN) ? ": run just lean-setup lean-build" : "";
        boolean reference = missing.contains(REFERENCE);
        if (missing.contains(INDEPENDENT)) {
            return (reference ? "no answer of the reference and no independent model" : "no independent model")
                    + " took part" + remedy;
        }
        if (missing.contains(LEAN)) {
            return (reference ? "no answer of the reference and no Lean model" : "the Lean model")
                    + (reference ? " took part" : " took no part")
                    + remedy;
        }
        return reference ? "no answer of the reference took part" : "";
    }
}
