package dev.paritas.admission.runtime;

import dev.paritas.semanticobjects.problem.Problem;

/** A change of membership was refused; the sentence is the reference's (spec 31 §9, T7 and T9-T11). */
public record ReconfigurationProblem(Kind kind, String sentence) implements Problem {
    /** Stable codes. */
    public enum Kind {
        /** The bundle has no policy, or one that forbids changes. */
        DISABLED,
        /** Nobody would be left. */
        EMPTY,
        /** An overlap is required, and nobody stays. */
        DISJOINT,
        /** A plan or a snapshot contradicts itself. */
        PLAN
    }

    @Override
    public String code() {
        return kind.name();
    }

    static ReconfigurationProblem disabled(String artifactId) {
        return request(Kind.DISABLED, artifactId, "bundle is not reconfiguration-enabled");
    }

    static ReconfigurationProblem empty(String artifactId) {
        return request(Kind.EMPTY, artifactId, "membership set may not be empty");
    }

    static ReconfigurationProblem disjoint(String artifactId) {
        return request(Kind.DISJOINT, artifactId, "overlap_required but member sets are disjoint");
    }

    static ReconfigurationProblem plan(String artifactId, String reason) {
        return new ReconfigurationProblem(
                Kind.PLAN, "bundle `" + artifactId + "` rejected reconfiguration plan: " + reason);
    }

    private static ReconfigurationProblem request(Kind kind, String artifactId, String reason) {
        return new ReconfigurationProblem(
                kind, "bundle `" + artifactId + "` rejected reconfiguration request: " + reason);
    }
}
