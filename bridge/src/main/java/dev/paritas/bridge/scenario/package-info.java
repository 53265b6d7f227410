/** Scenario files: TOML in, a scenario or a typed refusal out (spec 52 §4). */
@NullMarked
package dev.paritas.bridge.scenario;

import org.jspecify.annotations.NullMarked;
