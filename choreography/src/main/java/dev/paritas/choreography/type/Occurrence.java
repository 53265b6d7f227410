package dev.paritas.choreography.type;

/** A use of a recursion variable in either kind of type. */
public sealed interface Occurrence permits GlobalType.Var, LocalType.Var {
    String name();
}
