package dev.paritas.machine.schedule;

/** One lane's eligible queue; entries may be stale, membership is decided by the scheduler (spec 21 §2). */
final class Lane {
    final int number;
    final IntRing eligible = new IntRing();
    int members;

    Lane(int number) {
        this.number = number;
    }
}
