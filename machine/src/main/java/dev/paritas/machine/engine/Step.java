package dev.paritas.machine.engine;

import dev.paritas.machine.schedule.BlockReason;
import dev.paritas.machine.session.EdgeSlot;
import dev.paritas.machine.session.EndpointSlot;
import dev.paritas.machine.session.TypeState;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an instruction wants committed (spec 20 §13.2); one object, reused for every step of a machine. */
final class Step {
    /** What becomes of the coroutine. */
    enum Update {
        ADVANCE,
        WRITE,
        JUMP,
        BLOCK,
        YIELD,
        HALT
    }

    final List<ObservableEvent> events = new ArrayList<>(4);
    Update update = Update.ADVANCE;
    boolean eventful;
    long target;
    int register;
    Value value = Value.UNIT;
    BlockReason blockReason = new BlockReason.Spawn();

    @Nullable
    EndpointSlot waitsAt;

    @Nullable
    EdgeSlot waitsOn;

    @Nullable
    EndpointSlot typed;

    @Nullable
    TypeState nextType;

    @Nullable
    CommittedTransfer transfer;

    void begin() {
        if (!events.isEmpty()) {
            events.clear();
        }
        update = Update.ADVANCE;
        eventful = false;
        waitsAt = null;
        waitsOn = null;
        typed = null;
        nextType = null;
        transfer = null;
    }

    void write(int register, Value value) {
        update = Update.WRITE;
        this.register = register;
        this.value = value;
    }

    void jump(long target) {
        update = Update.JUMP;
        this.target = target;
    }

    void block(BlockReason reason) {
        update = Update.BLOCK;
        blockReason = reason;
    }

    void waitForMessage(EdgeSlot edge, EndpointSlot receiver) {
        block(edge.recvWait(receiver.endpoint()));
        waitsAt = receiver;
    }

    void waitForRoom(EdgeSlot edge) {
        block(edge.sendWait());
        waitsOn = edge;
    }

    /** Ends the coroutine, and the type of its endpoint with it. */
    void halt(@Nullable EndpointSlot monitored) {
        update = Update.HALT;
        if (monitored != null) {
            advanceType(monitored, null);
        }
    }

    /** Sets the type of {@code endpoint}, or removes it with null. */
    void advanceType(EndpointSlot endpoint, @Nullable TypeState next) {
        typed = endpoint;
        nextType = next;
    }
}
