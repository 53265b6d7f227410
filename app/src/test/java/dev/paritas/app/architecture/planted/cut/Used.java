package dev.paritas.app.architecture.planted.cut;

/** Reached from the door, and open as its answer. */
public final class Used {}
