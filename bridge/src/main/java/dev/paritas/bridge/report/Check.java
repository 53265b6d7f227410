package dev.paritas.bridge.report;

import dev.paritas.bridge.compare.Evidence;

/**
 * A check of a lane before it is run.
 *
 * @param id stable, path-like
 * @param description what is compared with what
 * @param evidence what its agreement is worth
 */
public record Check(String id, String description, Evidence evidence) {
    /** {@return a check against answers of the real reference} */
    public static Check reference(String id, String description) {
        return new Check(id, description, Evidence.REFERENCE);
    }

    /** {@return a check against something that was written apart} */
    public static Check independent(String id, String description) {
        return new Check(id, description, Evidence.INDEPENDENT);
    }

    /** {@return a check against our own earlier answers} */
    public static Check recorded(String id, String description) {
        return new Check(id, description, Evidence.RECORDED);
    }

    /** {@return the same check where the other side never took part, so that its outcome counts as no evidence of others} */
    public Check unheld() {
        return transport(id, description);
    }

    /** {@return a check of one implementation against itself, reached in another way} */
    public static Check transport(String id, String description) {
        return new Check(id, description, Evidence.TRANSPORT);
    }
}
