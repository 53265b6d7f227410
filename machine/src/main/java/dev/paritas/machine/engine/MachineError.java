package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.problem.Problem;

/** Why a call on the machine was refused or a run ended (spec 20 §17). */
public sealed interface MachineError extends Problem {
    /** A coroutine faulted; the machine stays usable. */
    record CoroutineFault(long coroId, Fault fault) implements MachineError {}

    record TooManySessions(long max) implements MachineError {}

    record TooManyCoroutines(long max) implements MachineError {}

    record SessionNotFound(long sid) implements MachineError {}

    record HandlerError(EffectFailure failure) implements MachineError {}

    record PersistenceError(String text) implements MachineError {}

    record InvalidConcurrency(long n) implements MachineError {}

    record InvalidConfig(String reason) implements MachineError {}

    record ThreadPoolBuild(String message) implements MachineError {}

    record InvalidCodeImage(String reason) implements MachineError {}

    record OwnershipContract(String text) implements MachineError {}

    /** {@return the text of spec 20 §17} */
    @Override
    default String sentence() {
        return switch (this) {
            case CoroutineFault(long id, Fault fault) ->
                "coroutine " + Long.toUnsignedString(id) + " faulted: " + fault.displayText();
            case TooManySessions(long max) -> "max sessions (" + Long.toUnsignedString(max) + ") exceeded";
            case TooManyCoroutines(long max) -> "max coroutines (" + Long.toUnsignedString(max) + ") exceeded";
            case SessionNotFound(long sid) -> "session " + Long.toUnsignedString(sid) + " not found";
            case HandlerError(EffectFailure failure) -> "effect handler error: " + failure.displayText();
            case PersistenceError(String text) -> "persistence error: " + text;
            case InvalidConcurrency(long n) -> "invalid concurrency level: " + Long.toUnsignedString(n);
            case InvalidConfig(String reason) -> "invalid ProtocolMachine config: " + reason;
            case ThreadPoolBuild(String message) -> "thread pool build failed: " + message;
            case InvalidCodeImage(String reason) -> "invalid code image: " + reason;
            case OwnershipContract(String text) -> "ownership contract error: " + text;
        };
    }
}
