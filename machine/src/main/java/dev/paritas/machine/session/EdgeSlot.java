package dev.paritas.machine.session;

import dev.paritas.machine.schedule.BlockReason;
import dev.paritas.machine.schedule.ProgressToken;
import dev.paritas.semanticobjects.value.Edge;
import dev.paritas.semanticobjects.value.Endpoint;
import dev.paritas.semanticobjects.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One directed edge of a session with its buffer and the reasons to wait on it, built once. Where messages are numbered
 * (spec 20 §12.1), a second buffer under the same rules carries their numbers.
 */
public final class EdgeSlot {
    private final Session session;
    private final Edge edge;
    private final int receiverId;
    private final BlockReason.Send sendWait;
    private final BlockReason.Recv recvWait;
    private @Nullable BoundedBuffer<Value> buffer;
    private @Nullable BoundedBuffer<Long> numbers;
    private long nextToSend;
    private long nextToReceive;
    private long taken;

    EdgeSlot(
            Session session,
            Edge edge,
            int receiverId,
            @Nullable BoundedBuffer<Value> buffer,
            @Nullable BoundedBuffer<Long> numbers) {
        this.session = session;
        this.edge = edge;
        this.receiverId = receiverId;
        this.buffer = buffer;
        this.numbers = numbers;
        this.sendWait = new BlockReason.Send(edge);
        this.recvWait = new BlockReason.Recv(edge, ProgressToken.of(new Endpoint(edge.sid(), edge.receiver())));
    }

    public Edge edge() {
        return edge;
    }

    /** {@return whether the edge has a buffer; a closed session has none, nor has an edge no type mentions} */
    public boolean hasBuffer() {
        return buffer != null;
    }

    public boolean isEmpty() {
        return buffer == null || buffer.isEmpty();
    }

    /** {@return whether a message could be enqueued without waiting} */
    public boolean hasRoom() {
        return buffer != null && !buffer.isFull();
    }

    public int size() {
        return buffer == null ? 0 : buffer.size();
    }

    /** Enqueues, as number 0, on an edge that {@link #hasBuffer}. */
    public EnqueueResult enqueue(Value payload) {
        return enqueue(payload, 0);
    }

    /** Enqueues on an edge that {@link #hasBuffer}. */
    public EnqueueResult enqueue(Value payload, long number) {
        BoundedBuffer<Value> target = buffer;
        if (target == null) {
            throw new IllegalStateException("no buffer on " + edge.displayText());
        }
        int before = target.size();
        EnqueueResult result = target.enqueue(payload);
        session.countMessages(receiverId, target.size() - before);
        if (numbers != null) {
            numbers.enqueue(number);
        }
        return result;
    }

    /** {@return the oldest message, or null when there is none} */
    public @Nullable Value dequeue() {
        Value payload = buffer == null ? null : buffer.dequeue();
        if (payload != null) {
            session.countMessages(receiverId, -1);
            Long number = numbers == null ? null : numbers.dequeue();
            taken = number == null ? 0 : number;
        }
        return payload;
    }

    /** {@return the number for the next message sent here, which is then spent} */
    public long spendNumber() {
        return nextToSend++;
    }

    /** {@return the number of the message dequeued last; 0 where messages are not numbered} */
    public long takenNumber() {
        return taken;
    }

    /** {@return the number that the next message received here should have} */
    public long expectedNumber() {
        return nextToReceive;
    }

    /** Expects the number after {@link #expectedNumber} from now on. */
    public void advanceExpected() {
        nextToReceive++;
    }

    void dropBuffer() {
        session.countMessages(receiverId, -size());
        buffer = null;
        numbers = null;
        nextToSend = 0;
        nextToReceive = 0;
    }

    /** {@return why a sender waits here} */
    public BlockReason.Send sendWait() {
        return sendWait;
    }

    /** {@return why the holder of {@code endpoint} waits here} */
    public BlockReason.Recv recvWait(Endpoint endpoint) {
        Endpoint usual = recvWait.token().endpoint();
        return endpoint == usual || endpoint.equals(usual)
                ? recvWait
                : new BlockReason.Recv(edge, ProgressToken.of(endpoint));
    }

    /** What became of an enqueued message (spec 20 §10). */
    public enum EnqueueResult {
        OK,
        /** The buffer is full and the sender waits. */
        WOULD_BLOCK,
        /** The message is lost and the sender goes on. */
        DROPPED,
        /** The buffer is full and the sender faults. */
        FULL
    }
}
