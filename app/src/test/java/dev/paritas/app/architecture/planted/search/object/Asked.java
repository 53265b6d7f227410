package dev.paritas.app.architecture.planted.search.object;

import dev.paritas.app.architecture.planted.search.engine.Asker;

/** Half of a cycle of packages. */
public record Asked(Asker other) {}
