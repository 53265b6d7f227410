package dev.paritas.machine.engine;

import dev.paritas.machine.engine.MachineConfig.CommunicationReplayMode;
import dev.paritas.machine.session.EdgeSlot;
import dev.paritas.machine.session.TypeBranch;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.value.Edge;
import dev.paritas.semanticobjects.value.ValType;
import dev.paritas.semanticobjects.value.Value;
import java.util.HashSet;
import java.util.Set;

/**
 * Holds what Receive takes against repetition (spec 20 §12). Only Send spends numbers: what Offer and a host put on an
 * edge has number 0, and Choose looks at no number. Nullifiers outlive their session.
 */
final class ReplayGuard {
    /** What a nullifier is the hash of; two are equal when their nullifiers are. */
    private record Identity(Edge edge, String label, Value payload, long number) {}

    private final CommunicationReplayMode mode;
    private final Set<Identity> consumed = new HashSet<>();

    ReplayGuard(CommunicationReplayMode mode) {
        this.mode = mode;
    }

    /** {@return the number of a message that is about to be sent; spent even if the message then waits or is lost} */
    long numberOf(EdgeSlot edge) {
        return mode == CommunicationReplayMode.OFF ? 0 : edge.spendNumber();
    }

    /**
     * Consumes the message that has just left the buffer of {@code edge}.
     *
     * @throws FaultSignal {@code VerificationFailed} for a number out of turn, or a message that was consumed before
     */
    void consume(EdgeSlot edge, TypeBranch branch, Value payload) {
        switch (mode) {
            case OFF -> {}
            case SEQUENCE -> {
                long expected = edge.expectedNumber();
                long actual = edge.takenNumber();
                if (expected != actual) {
                    throw failed(
                            edge,
                            "sequence_mismatch: expected=" + Long.toUnsignedString(expected) + ", actual="
                                    + Long.toUnsignedString(actual));
                }
                edge.advanceExpected();
            }
            case NULLIFIER -> {
                if (!consumed.add(new Identity(edge.edge(), label(branch), payload, edge.takenNumber()))) {
                    throw failed(edge, "duplicate");
                }
            }
        }
    }

    private static String label(TypeBranch branch) {
        ValType declared = branch.expected();
        return declared == null ? branch.label() : "recv:" + declared.debugText();
    }

    private static FaultSignal failed(EdgeSlot edge, String message) {
        return new FaultSignal(new Fault.VerificationFailed(edge.edge(), "comm_replay." + message));
    }
}
