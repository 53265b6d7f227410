package dev.paritas.machine.engine;

import dev.paritas.machine.schedule.Scheduler;
import dev.paritas.machine.session.EdgeSlot;
import dev.paritas.machine.session.EndpointSlot;
import dev.paritas.semanticobjects.value.Edge;

/** The scans over blocked coroutines, senders before receivers, ids ascending (spec 21 §6). */
final class Unblocking {
    private final Machine machine;

    Unblocking(Machine machine) {
        this.machine = machine;
    }

    void scan() {
        Scheduler scheduler = machine.scheduler;
        if (scheduler.blockedCount() == 0) {
            return;
        }
        for (int id = scheduler.nextBlockedSender(0); id >= 0; id = scheduler.nextBlockedSender(id + 1)) {
            Coroutine coroutine = machine.coroutines.get(id);
            EdgeSlot edge = coroutine.waitsOn;
            if (edge != null && !coroutine.held && canSend(edge)) {
                release(coroutine);
            }
        }
        for (int id = scheduler.nextBlocked(0); id >= 0; id = scheduler.nextBlocked(id + 1)) {
            Coroutine coroutine = machine.coroutines.get(id);
            EndpointSlot endpoint = coroutine.waitsAt;
            if (endpoint != null && !coroutine.held && endpoint.session().hasMessageFor(endpoint)) {
                release(coroutine);
            }
        }
    }

    private boolean canSend(EdgeSlot slot) {
        Edge edge = slot.edge();
        return slot.hasRoom()
                && (machine.network.isCalm() || !machine.network.separates(edge.sender(), edge.receiver()));
    }

    /** The status keeps saying blocked until the coroutine runs again. */
    private void release(Coroutine coroutine) {
        machine.scheduler.unblock(coroutine.id);
        machine.scheduler.setEligible(coroutine.id, true);
    }
}
