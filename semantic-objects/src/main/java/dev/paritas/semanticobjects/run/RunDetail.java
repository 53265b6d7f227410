package dev.paritas.semanticobjects.run;

/**
 * How much of a run is kept; each includes those before it. All but {@link #OBJECTS} are linear in the run: the text of
 * the semantic objects grows with its square, because each state of an agreement lists all the evidence there is.
 */
public enum RunDetail {
    /** The trace and the sessions. */
    TRACE,
    /** A state around each step as well. */
    STEPS,
    /** The effects and the output conditions as well. */
    EFFECTS,
    /** The semantic objects as well. */
    OBJECTS;

    public boolean includes(RunDetail other) {
        return compareTo(other) >= 0;
    }
}
