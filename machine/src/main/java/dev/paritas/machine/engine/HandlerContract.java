package dev.paritas.machine.engine;

import dev.paritas.machine.engine.MachineConfig.HostContractAssertions;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What the machine demands of its host (spec 20 §15.7, 21 §7.6); relaxed, it demands nothing. */
final class HandlerContract {
    private final Machine machine;
    private final boolean enforced;
    private @Nullable String anchor;

    HandlerContract(Machine machine) {
        this.machine = machine;
        this.enforced = machine.config.hostContractAssertions() == HostContractAssertions.ENFORCED;
    }

    /** The first identity ever seen is the one that must stay. */
    void checkAtIngress(String identity) {
        if (anchor == null) {
            anchor = identity;
        }
        EffectFailure violation = violation(identity);
        if (violation != null) {
            throw new ProblemException(new MachineError.HandlerError(violation));
        }
    }

    void checkInInstruction(String identity) {
        EffectFailure violation = violation(identity);
        if (violation != null) {
            throw FaultSignal.contract(new MachineError.HandlerError(violation).sentence());
        }
    }

    private @Nullable EffectFailure violation(String identity) {
        if (!enforced || anchor == null || anchor.equals(identity)) {
            return null;
        }
        return EffectFailure.contractViolation(
                "[host-contract] handler_identity changed from '" + anchor + "' to '" + identity + "'");
    }

    /** A transfer event names the coroutine's role, its audit record the endpoint's role. */
    void checkTransfer(CommittedTransfer event) {
        if (enforced && !machine.committedTransfers.contains(event)) {
            throw FaultSignal.contract(new MachineError.HandlerError(EffectFailure.contractViolation(
                            "[host-contract] transfer event for session " + Long.toUnsignedString(event.session())
                                    + " role " + event.role()
                                    + " must have a matching committed delegation audit record"))
                    .sentence());
        }
    }
}
