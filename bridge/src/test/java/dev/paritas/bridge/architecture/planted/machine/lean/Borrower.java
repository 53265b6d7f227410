package dev.paritas.bridge.architecture.planted.machine.lean;

import dev.paritas.bridge.architecture.planted.machine.scheduler.Loop;

/** A second implementation that borrows the first one's loop. */
record Borrower(Loop loop) {}
