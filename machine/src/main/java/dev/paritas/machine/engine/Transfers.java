package dev.paritas.machine.engine;

import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.ledger.DelegationReceipt;
import dev.paritas.machine.schedule.ProgressToken;
import dev.paritas.machine.session.EndpointSlot;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.object.OwnershipScope;
import dev.paritas.semanticobjects.value.Endpoint;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import java.util.function.Predicate;

/** Transfer of an endpoint to another coroutine (spec 20 §14.13, 31 §6). */
final class Transfers {
    private final Machine machine;

    Transfers(Machine machine) {
        this.machine = machine;
    }

    void transfer(Coroutine source, Instr.Transfer instr, Step step) {
        String role = source.role;
        if (!(Operands.read(source, instr.endpoint()) instanceof Value.Chan(Endpoint endpoint))) {
            throw FaultSignal.transfer(role + ": transfer expects endpoint register");
        }
        if (!(Operands.read(source, instr.target()) instanceof Value.Nat(long targetId))) {
            throw FaultSignal.transfer(role + ": transfer expects nat target coroutine id");
        }
        EndpointSlot slot = source.ownedSlot(endpoint);
        if (slot == null) {
            throw FaultSignal.transfer("endpoint not owned");
        }
        if (Long.compareUnsigned(targetId, machine.coroutines.size()) >= 0) {
            throw FaultSignal.transfer("target coroutine not found");
        }
        Coroutine target = machine.coroutines.get((int) targetId);
        checkCoherence(source, target, endpoint);
        if (!ownersAre(endpoint, source)) {
            throw FaultSignal.transfer("delegation guard violation before transfer");
        }
        DelegationReceipt receipt = new DelegationReceipt(
                machine.nextReceiptId++,
                endpoint.sid(),
                endpoint,
                source.id,
                target.id,
                OwnershipScope.fragment(endpoint.role()));
        move(source, target, slot);
        // Owners were exactly the source, so they are exactly the target now: nothing is left to roll back.
        machine.committedTransfers.add(new CommittedTransfer(endpoint.sid(), endpoint.role(), source.id, target.id));
        machine.scheduler.recordCrossLaneHandoff(source.id, target.id, "transfer " + endpoint.displayText());
        if (machine.recorder != null) {
            machine.recorder.ledger().handoffCommitted(machine.tick, receipt);
            step.events.add(new ObservableEvent.Transferred(machine.tick, endpoint.sid(), role, source.id, target.id));
        }
        step.eventful = true;
        step.transfer = new CommittedTransfer(endpoint.sid(), role, source.id, target.id);
    }

    private static void checkCoherence(Coroutine source, Coroutine target, Endpoint endpoint) {
        String delegated = Long.toUnsignedString(endpoint.sid());
        if (source.sessionId() != endpoint.sid()) {
            throw FaultSignal.transfer(source.role + ": delegated endpoint " + endpoint.displayText()
                    + " is not owned by source session " + Long.toUnsignedString(source.sessionId()));
        }
        if (target.sessionId() != endpoint.sid()) {
            throw FaultSignal.transfer(
                    source.role + ": target coroutine session " + Long.toUnsignedString(target.sessionId())
                            + " mismatches delegated endpoint session " + delegated);
        }
    }

    private boolean ownersAre(Endpoint endpoint, Coroutine only) {
        for (Coroutine coroutine : machine.coroutines) {
            if (coroutine.owns(endpoint) != (coroutine == only)) {
                return false;
            }
        }
        return true;
    }

    private static void move(Coroutine source, Coroutine target, EndpointSlot slot) {
        Endpoint endpoint = slot.endpoint();
        List<ProgressToken> tokens =
                taken(source.tokens, token -> token.endpoint().equals(endpoint));
        List<KnowledgeFact> facts =
                taken(source.knowledge, fact -> fact.endpoint().equals(endpoint));
        source.owned.remove(slot);
        target.owned.add(slot);
        target.tokens.addAll(tokens);
        target.knowledge.addAll(facts);
    }

    private static <T> List<T> taken(List<T> from, Predicate<T> which) {
        List<T> taken = from.stream().filter(which).toList();
        from.removeIf(which);
        return taken;
    }
}
