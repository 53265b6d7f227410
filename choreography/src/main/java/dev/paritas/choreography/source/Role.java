package dev.paritas.choreography.source;

/** A role as a statement names it. The parser reads plain names only. */
public sealed interface Role {
    /** {@return the declared name, without its index; the lowering knows nothing else of a role} */
    String name();

    /** One role. */
    record Named(String name) implements Role {}

    /** The member of a family that {@code param} picks, which nothing has bound. */
    record Symbolic(String name, String param) implements Role {}

    /** The member of a family that is picked at run time. */
    record Dynamic(String name) implements Role {}

    static Role of(String name) {
        return new Named(name);
    }
}
