package dev.paritas.simulation.scenario;

import dev.paritas.semanticobjects.problem.Problem;

/**
 * A scenario was refused.
 *
 * @param place the field's path in dots, empty for the document
 */
public record ScenarioProblem(Kind kind, String place, String sentence) implements Problem {
    /** Which rule refused, in the order in which they are asked (spec 52 §4.2). */
    public enum Kind {
        /** The document cannot be read. */
        PARSE,
        NAME,
        ROLES,
        EXECUTION,
        /** Checkpoints and durability. */
        LIMITS,
        NETWORK,
        RECONFIGURATION,
        ADVERSARY,
        PROPERTIES,
        /** The field layer has no initial states for the roles, or a role has none. */
        INITIAL_STATES,
        /** The scenario is valid and asks for something that this release does not simulate. */
        UNSUPPORTED,
        /** The scenario would record more than a run may. */
        TOO_LARGE,
        /** The protocol cannot be loaded. */
        LOAD
    }

    @Override
    public String code() {
        return kind.name();
    }
}
