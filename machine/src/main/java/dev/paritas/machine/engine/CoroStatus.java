package dev.paritas.machine.engine;

import dev.paritas.machine.schedule.BlockReason;
import dev.paritas.semanticobjects.fault.Fault;

/** Where a coroutine stands (spec 20 §3). */
public sealed interface CoroStatus {
    record Ready() implements CoroStatus {}

    record Blocked(BlockReason reason) implements CoroStatus {}

    record Done() implements CoroStatus {}

    record Faulted(Fault fault) implements CoroStatus {}

    CoroStatus READY = new Ready();
    CoroStatus YIELDED = new Blocked(new BlockReason.Spawn());
    CoroStatus DONE = new Done();

    /** {@return the word for exports} */
    default String tag() {
        return switch (this) {
            case Ready() -> "ready";
            case Blocked ignored -> "blocked";
            case Done() -> "done";
            case Faulted ignored -> "faulted";
        };
    }

    /** {@return whether the coroutine will never run again} */
    default boolean isTerminal() {
        return switch (this) {
            case Ready() -> false;
            case Blocked ignored -> false;
            case Done() -> true;
            case Faulted ignored -> true;
        };
    }
}
