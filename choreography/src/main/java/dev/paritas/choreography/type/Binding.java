package dev.paritas.choreography.type;

/** A recursion binder μ of either kind of type. */
public sealed interface Binding permits GlobalType.Mu, LocalType.Mu {
    String var();
}
