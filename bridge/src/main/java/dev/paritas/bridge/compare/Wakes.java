package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.run.RefinementSlice;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run tells of waiting and waking, up to a tick. One round is one tick and one step, so step {@code n} stands at
 * tick {@code n + 1}.
 */
final class Wakes {
    private static final String BLOCKED = "blocked";

    /**
     * Coroutines that left the blocked map before one step.
     *
     * @param tick of that step
     * @param coroutines in the order in which they are queued
     */
    private record Wake(long tick, List<Long> coroutines) {}

    private final CoroutineRoles cast;
    private final List<StepState> steps;

    Wakes(CoroutineRoles cast, List<StepState> steps, long tick) {
        this.cast = cast;
        this.steps = steps.stream().filter(step -> step.stepIndex() < tick).toList();
    }

    /** {@return whether a coroutine was woken while what it waited for was not there} */
    boolean anySpurious() {
        return wakes().stream()
                .anyMatch(wake -> wake.coroutines().stream().anyMatch(coroutine -> isSpurious(coroutine, wake.tick())));
    }

    /** {@return whether several coroutines were woken in one round and queued in another order than that of their ids} */
    boolean outOfOrder() {
        return wakes().stream()
                .map(Wake::coroutines)
                .anyMatch(woken -> !woken.equals(
                        woken.stream().sorted(Long::compareUnsigned).toList()));
    }

    /** {@return whether a coroutine waits for room in a buffer} */
    boolean sendBlocked() {
        return steps.stream()
                .map(StepState::blocked)
                .map(Map::values)
                .flatMap(Collection::stream)
                .anyMatch("send_wait"::equals);
    }

    private List<Wake> wakes() {
        List<Wake> wakes = new ArrayList<>();
        for (int i = 1; i < steps.size(); i++) {
            RefinementSlice before = steps.get(i).preState();
            Map<Long, String> waited = steps.get(i - 1).blocked();
            if (before != null && !waited.isEmpty()) {
                List<Long> woken = before.scheduler().readyQueue().stream()
                        .filter(waited::containsKey)
                        .toList();
                wakes.add(new Wake(steps.get(i).stepIndex() + 1, woken));
            }
        }
        return wakes;
    }

    /** It waits again when its turn comes, or its message was sent only after it was woken. */
    private boolean isSpurious(long coroutine, long tick) {
        Optional<StepState> turn = steps.stream()
                .filter(step ->
                        step.stepIndex() + 1 >= tick && Long.valueOf(coroutine).equals(step.selectedCoro()))
                .findFirst();
        if (turn.isEmpty()) {
            return false;
        }
        if (BLOCKED.equals(turn.get().execStatus())) {
            return true;
        }
        TraceEvent received = turn.get().event();
        return received != null
                && received.kind().equals("received")
                && cast.actor(received)
                        .filter(part -> pending(part, received, tick))
                        .isEmpty();
    }

    /** {@return whether a message from the sender of {@code received} lay there before {@code tick}} */
    private boolean pending(CoroutineRoles.SessionRole receiver, TraceEvent received, long tick) {
        long sent = count("sent", receiver, received, tick);
        return sent > count("received", receiver, received, tick);
    }

    private long count(String kind, CoroutineRoles.SessionRole receiver, TraceEvent like, long tick) {
        return steps.stream()
                .filter(step -> step.stepIndex() + 1 < tick)
                .map(StepState::event)
                .filter(Objects::nonNull)
                .filter(event -> event.kind().equals(kind)
                        && receiver.role().equals(event.receiver())
                        && Objects.equals(like.sender(), event.sender())
                        && Objects.equals(like.session(), event.session()))
                .count();
    }
}
