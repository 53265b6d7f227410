package dev.paritas.machine.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Ready, eligible and blocked coroutines (spec 21 §2-3). Ids are small consecutive numbers from 0.
 *
 * <p>The eligible queues delete lazily: an id that leaves the set keeps its entry, and the entry is valid again once the
 * id is back. So a coroutine that was paused while waiting may take two turns in each cycle from then on. A policy that
 * takes turns discards such an entry when it comes to the front; the priority policies leave it where it stands. The
 * global ready order deletes at once.
 */
public final class Scheduler {
    private static final int NONE = -1;

    private final SchedulingPolicy policy;
    /** Whether the policy always comes down to the first entry that is left. */
    private final boolean takesTurns;

    private final IntPredicate holdsToken;
    private final ReadyOrder ready = new ReadyOrder();
    private final List<Lane> lanes = new ArrayList<>(List.of(new Lane(0)));
    private final List<CrossLaneHandoff> handoffs = new ArrayList<>();
    private Lane[] laneOf = new Lane[16];
    private boolean[] eligible = new boolean[16];
    private @Nullable BlockReason[] blocked = new @Nullable BlockReason[16];
    private final BitSet blockedIds = new BitSet();
    /** Those of the blocked that wait to send. */
    private final BitSet blockedSenders = new BitSet();

    private int known;
    private int blockedCount;
    private int laneCursor;
    private long stepCount;

    /** @param holdsToken whether a coroutine holds at least one progress token */
    public Scheduler(SchedulingPolicy policy, IntPredicate holdsToken) {
        this.policy = policy;
        this.takesTurns =
                policy instanceof SchedulingPolicy.Cooperative || policy instanceof SchedulingPolicy.RoundRobin;
        this.holdsToken = holdsToken;
    }

    /** Makes a new coroutine ready, in lane 0 unless it was assigned another. */
    public void addReady(int id) {
        know(id);
        ready.append(id);
    }

    /** Puts a coroutine that ran at the end of the ready order. */
    public void reschedule(int id) {
        ready.append(id);
    }

    public void markBlocked(int id, BlockReason reason) {
        leaveReady(id);
        if (blocked[id] == null) {
            blockedCount++;
            blockedIds.set(id);
        }
        blocked[id] = reason;
        blockedSenders.set(id, reason instanceof BlockReason.Send);
    }

    public void markDone(int id) {
        leaveReady(id);
        leaveBlocked(id);
    }

    /** Moves a blocked coroutine to the end of the ready order; others are left alone. */
    public void unblock(int id) {
        if (blocked[id] != null) {
            leaveBlocked(id);
            ready.append(id);
        }
    }

    public void setEligible(int id, boolean yes) {
        Lane lane = laneOf[id];
        if (yes && ready.contains(id)) {
            if (!eligible[id]) {
                eligible[id] = true;
                lane.members++;
                lane.eligible.append(id);
            }
        } else {
            leaveEligible(id);
        }
    }

    /** Rebuilds every eligible queue from the ready ids in ascending order. */
    public void refresh(IntPredicate isEligible) {
        for (Lane lane : lanes) {
            lane.eligible.clear();
            lane.members = 0;
        }
        Arrays.fill(eligible, false);
        for (int id = 0; id < known; id++) {
            if (ready.contains(id)) {
                setEligible(id, isEligible.test(id));
            }
        }
    }

    /** {@return the coroutine to run, taken out of the ready and eligible queues, or -1 when none is eligible} */
    public int pick() {
        int count = lanes.size();
        for (int i = 0; i < count; i++) {
            Lane lane = lanes.get(laneCursor);
            laneCursor = laneCursor + 1 == count ? 0 : laneCursor + 1;
            if (lane.members > 0) {
                int id = takesTurns ? first(lane) : pickFrom(lane);
                eligible[id] = false;
                lane.members--;
                ready.remove(id);
                stepCount++;
                return id;
            }
        }
        return NONE;
    }

    private int pickFrom(Lane lane) {
        return switch (policy) {
            case SchedulingPolicy.Cooperative ignored -> first(lane);
            case SchedulingPolicy.RoundRobin ignored -> first(lane);
            case SchedulingPolicy.ProgressAware() -> {
                int holder = firstHolder(lane);
                yield holder == NONE ? first(lane) : take(lane, holder);
            }
            // What waits longest scores highest, so both come down to the first of their kind: the bonus of a token,
            // len+1, exceeds every score for waiting.
            case SchedulingPolicy.Priority(PriorityPolicy.Aging()) -> take(lane, firstValid(lane));
            case SchedulingPolicy.Priority(PriorityPolicy.TokenWeighted()) -> {
                int holder = firstHolder(lane);
                yield take(lane, holder == NONE ? firstValid(lane) : holder);
            }
            case SchedulingPolicy.Priority(PriorityPolicy.FixedMap(var priorities)) -> {
                int best = NONE;
                long bestPriority = 0;
                for (int at = 0; at < lane.eligible.size(); at++) {
                    int id = lane.eligible.get(at);
                    if (valid(lane, id)) {
                        Long priority = priorities.getOrDefault((long) id, 0L);
                        if (best == NONE || Long.compareUnsigned(priority, bestPriority) > 0) {
                            best = at;
                            bestPriority = priority;
                        }
                    }
                }
                yield take(lane, best);
            }
        };
    }

    /** Takes the first valid entry and discards what stands before it. */
    private int first(Lane lane) {
        int id = lane.eligible.removeFirst();
        while (!valid(lane, id)) {
            id = lane.eligible.removeFirst();
        }
        return id;
    }

    /** {@return the position of the first valid entry of a lane that has one} */
    private int firstValid(Lane lane) {
        int at = 0;
        while (!valid(lane, lane.eligible.get(at))) {
            at++;
        }
        return at;
    }

    /** {@return the position of the first valid entry whose coroutine holds a token, -1 when there is none} */
    private int firstHolder(Lane lane) {
        for (int at = 0; at < lane.eligible.size(); at++) {
            int id = lane.eligible.get(at);
            if (valid(lane, id) && holdsToken.test(id)) {
                return at;
            }
        }
        return NONE;
    }

    private static int take(Lane lane, int position) {
        int id = lane.eligible.get(position);
        lane.eligible.removeAt(position);
        return id;
    }

    private boolean valid(Lane lane, int id) {
        return eligible[id] && laneOf[id] == lane;
    }

    /** Moves a coroutine to a lane, creating the lane when new. */
    public void assignLane(int id, int number) {
        know(id);
        Lane target = lane(number);
        if (laneOf[id] == target) {
            return;
        }
        boolean wasEligible = eligible[id];
        leaveEligible(id);
        laneOf[id] = target;
        setEligible(id, wasEligible);
    }

    private Lane lane(int number) {
        int at = 0;
        while (at < lanes.size() && lanes.get(at).number < number) {
            at++;
        }
        if (at == lanes.size() || lanes.get(at).number != number) {
            lanes.add(at, new Lane(number));
        }
        return lanes.get(at);
    }

    public int laneOf(int id) {
        return laneOf[id].number;
    }

    /** Logs a transfer when the two coroutines are in different lanes. */
    public void recordCrossLaneHandoff(int from, int to, String reason) {
        if (laneOf[from] != laneOf[to]) {
            handoffs.add(new CrossLaneHandoff(from, to, laneOf[from].number, laneOf[to].number, stepCount, reason));
        }
    }

    public List<CrossLaneHandoff> crossLaneHandoffs() {
        return List.copyOf(handoffs);
    }

    public boolean isReady(int id) {
        return ready.contains(id);
    }

    /** {@return why {@code id} is blocked, null when it is not} */
    public @Nullable BlockReason blockReason(int id) {
        return blocked[id];
    }

    public int blockedCount() {
        return blockedCount;
    }

    /** {@return the lowest blocked id at or above {@code from}, -1 when there is none} */
    public int nextBlocked(int from) {
        return blockedIds.nextSetBit(from);
    }

    /** {@return the lowest id at or above {@code from} that is blocked as a sender, -1 when there is none} */
    public int nextBlockedSender(int from) {
        return blockedSenders.nextSetBit(from);
    }

    /** {@return whether no coroutine is ready or blocked} */
    public boolean isIdle() {
        return blockedCount == 0 && ready.isEmpty();
    }

    /** {@return the number of picks so far} */
    public long stepCount() {
        return stepCount;
    }

    /** {@return the global ready order, as exported} */
    public List<Long> readyQueue() {
        return ready.toList();
    }

    private void know(int id) {
        if (id >= laneOf.length) {
            int length = Math.max(id + 1, laneOf.length * 2);
            laneOf = Arrays.copyOf(laneOf, length);
            eligible = Arrays.copyOf(eligible, length);
            blocked = Arrays.copyOf(blocked, length);
        }
        for (; known <= id; known++) {
            laneOf[known] = lane(0);
        }
    }

    private void leaveReady(int id) {
        ready.remove(id);
        leaveEligible(id);
    }

    private void leaveEligible(int id) {
        if (eligible[id]) {
            eligible[id] = false;
            laneOf[id].members--;
        }
    }

    private void leaveBlocked(int id) {
        if (blocked[id] != null) {
            blocked[id] = null;
            blockedIds.clear(id);
            blockedSenders.clear(id);
            blockedCount--;
        }
    }

    /** A transfer between coroutines of different lanes (spec 21 §3); {@code step} is the pick count at that moment. */
    public record CrossLaneHandoff(long fromCoro, long toCoro, int fromLane, int toLane, long step, String reason) {}

    /** One lane's eligible queue; entries may be stale, membership is decided by the scheduler (spec 21 §2). */
    static final class Lane {
        final int number;
        final IntRing eligible = new IntRing();
        int members;

        Lane(int number) {
            this.number = number;
        }
    }
}
