package dev.paritas.app.architecture.planted.cut;

/** Nobody comes here, though it is open to all. */
public final class Lonely {}
