package dev.paritas.admission.runtime;

/** A change of membership was refused; the message is the reference's (spec 31 §9, T7 and T9-T11). */
public final class ReconfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Stable codes. */
    public enum Code {
        /** The bundle has no policy, or one that forbids changes. */
        DISABLED,
        /** Nobody would be left. */
        EMPTY,
        /** An overlap is required, and nobody stays. */
        DISJOINT,
        /** A plan or a snapshot contradicts itself. */
        PLAN
    }

    private final Code code;

    private ReconfigurationException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    static ReconfigurationException disabled(String artifactId) {
        return request(Code.DISABLED, artifactId, "bundle is not reconfiguration-enabled");
    }

    static ReconfigurationException empty(String artifactId) {
        return request(Code.EMPTY, artifactId, "membership set may not be empty");
    }

    static ReconfigurationException disjoint(String artifactId) {
        return request(Code.DISJOINT, artifactId, "overlap_required but member sets are disjoint");
    }

    static ReconfigurationException plan(String artifactId, String reason) {
        return new ReconfigurationException(
                Code.PLAN, "bundle `" + artifactId + "` rejected reconfiguration plan: " + reason);
    }

    private static ReconfigurationException request(Code code, String artifactId, String reason) {
        return new ReconfigurationException(
                code, "bundle `" + artifactId + "` rejected reconfiguration request: " + reason);
    }
}
