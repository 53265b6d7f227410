package dev.paritas.admission.runtime;

/**
 * What admission knows of a bundle's execution, as far as an upgrade asks for it (spec 31 §7, §10.5).
 *
 * @param packProfileSupported whether the profile of the bundle's theorem pack covers what the machine's configuration
 *     requires
 */
public record AdmittedExecution(boolean packProfileSupported, MixedDeterminism mixedDeterminism) {
    /** Whether profiles of determinism may be mixed. */
    public enum MixedDeterminism {
        /** The bundle has no runtime contracts, so nobody has said. */
        NO_CONTRACTS,
        /** The runtime contracts do not allow it. */
        REFUSED,
        /** The runtime contracts allow it. */
        ADMITTED
    }
}
