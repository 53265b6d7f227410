package dev.paritas.app.architecture.planted.search.engine;

import dev.paritas.app.architecture.planted.search.object.Asked;

/** Half of a cycle of packages. */
public record Asker(Asked other) {}
