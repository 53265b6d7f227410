package dev.paritas.search.engine;

/** Who makes the proposals of a run (spec 52 §8.6). */
public enum ExecutorKind {
    SERIAL,
    NATIVE_PARALLEL
}
