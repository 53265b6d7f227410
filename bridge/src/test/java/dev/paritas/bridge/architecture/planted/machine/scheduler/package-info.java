/** Planted violations: the rules must notice what is in here. */
@NullMarked
package dev.paritas.bridge.architecture.planted.machine.scheduler;

import org.jspecify.annotations.NullMarked;
