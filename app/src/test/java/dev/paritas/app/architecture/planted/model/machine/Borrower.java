package dev.paritas.app.architecture.planted.model.machine;

import dev.paritas.app.architecture.planted.machine.schedule.Loop;

/** A second implementation that borrows the first one's loop. */
record Borrower(Loop loop) {}
