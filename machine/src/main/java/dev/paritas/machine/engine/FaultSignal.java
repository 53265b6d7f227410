package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.fault.Fault;

/** Ends the instruction at hand with a fault; carries no stack, since it never leaves the engine. */
final class FaultSignal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    FaultSignal(Fault fault) {
        super(null, null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    static FaultSignal type(String message) {
        return new FaultSignal(Fault.typeViolation(message));
    }

    static FaultSignal invoke(EffectFailure failure) {
        return new FaultSignal(new Fault.Invoke(failure));
    }

    static FaultSignal contract(String message) {
        return invoke(EffectFailure.contractViolation(message));
    }

    static FaultSignal acquire(String layer, EffectFailureKind kind, String message) {
        return new FaultSignal(new Fault.Acquire(layer, new EffectFailure(kind, message)));
    }

    static FaultSignal speculation(String message) {
        return new FaultSignal(new Fault.Speculation(message));
    }

    static FaultSignal transfer(String message) {
        return new FaultSignal(new Fault.Transfer(message));
    }

    static FaultSignal outOfRegisters() {
        return new FaultSignal(new Fault.OutOfRegisters());
    }
}
