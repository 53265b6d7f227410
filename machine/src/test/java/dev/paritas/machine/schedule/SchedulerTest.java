package dev.paritas.machine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.machine.schedule.Scheduler.CrossLaneHandoff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Picks under each policy (spec 21 §3). */
class SchedulerTest {
    private static Scheduler ready(SchedulingPolicy policy, Set<Integer> holders, int count) {
        Scheduler scheduler = new Scheduler(policy, holders::contains);
        for (int id = 0; id < count; id++) {
            scheduler.addReady(id);
        }
        scheduler.refresh(_ -> true);
        return scheduler;
    }

    private static List<Integer> picks(Scheduler scheduler, int count) {
        List<Integer> picks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = scheduler.pick();
            picks.add(id);
            if (id >= 0) {
                scheduler.reschedule(id);
                scheduler.setEligible(id, true);
            }
        }
        return picks;
    }

    @Test
    void cooperative_and_round_robin_take_turns() {
        assertThat(picks(ready(new SchedulingPolicy.Cooperative(), Set.of(), 3), 5))
                .containsExactly(0, 1, 2, 0, 1);
        assertThat(picks(ready(new SchedulingPolicy.RoundRobin(), Set.of(), 3), 5))
                .containsExactly(0, 1, 2, 0, 1);
    }

    @Test
    void the_highest_priority_goes_first_and_a_tie_to_the_earliest() {
        var fixed = new SchedulingPolicy.Priority(new PriorityPolicy.FixedMap(Map.of(1L, 5L, 2L, 5L)));
        assertThat(picks(ready(fixed, Set.of(), 4), 4)).containsExactly(1, 2, 1, 2);
        var unsigned = new SchedulingPolicy.Priority(new PriorityPolicy.FixedMap(Map.of(0L, 1L, 2L, -1L)));
        assertThat(picks(ready(unsigned, Set.of(), 3), 2)).containsExactly(2, 2);
    }

    @Test
    void ageing_is_first_come_first_served() {
        var ageing = new SchedulingPolicy.Priority(new PriorityPolicy.Aging());
        assertThat(picks(ready(ageing, Set.of(), 3), 4)).containsExactly(0, 1, 2, 0);
    }

    @Test
    void holders_of_tokens_go_first() {
        var weighted = new SchedulingPolicy.Priority(new PriorityPolicy.TokenWeighted());
        assertThat(picks(ready(weighted, Set.of(1, 2), 4), 4)).containsExactly(1, 2, 1, 2);
        assertThat(picks(ready(new SchedulingPolicy.ProgressAware(), Set.of(2), 4), 3))
                .containsExactly(2, 2, 2);
        assertThat(picks(ready(new SchedulingPolicy.ProgressAware(), Set.of(), 3), 4))
                .containsExactly(0, 1, 2, 0);
    }

    @Test
    void a_stale_entry_is_passed_over_by_priorities() {
        var fixed = new SchedulingPolicy.Priority(new PriorityPolicy.FixedMap(Map.of(1L, 5L)));
        Scheduler scheduler = ready(fixed, Set.of(), 3);
        scheduler.setEligible(1, false);
        assertThat(picks(scheduler, 2)).containsExactly(0, 2);
        scheduler.setEligible(1, true);
        assertThat(picks(scheduler, 1)).containsExactly(1);
    }

    @Test
    void priorities_keep_the_place_of_one_that_was_not_eligible_for_a_while() {
        for (PriorityPolicy policy : List.of(
                new PriorityPolicy.Aging(),
                new PriorityPolicy.TokenWeighted(),
                new PriorityPolicy.FixedMap(Map.of()))) {
            assertThat(afterAnAbsenceOfTheFirst(new SchedulingPolicy.Priority(policy), Set.of()))
                    .as(policy.toString())
                    .containsExactly(0, 2, 1, 0);
        }
        // Without a holder these take the first, and what stands before it is gone.
        for (SchedulingPolicy policy : List.of(
                new SchedulingPolicy.Cooperative(),
                new SchedulingPolicy.RoundRobin(),
                new SchedulingPolicy.ProgressAware())) {
            assertThat(afterAnAbsenceOfTheFirst(policy, Set.of()))
                    .as(policy.toString())
                    .containsExactly(2, 1, 0, 2);
        }
        // Nothing is discarded to find a holder.
        assertThat(afterAnAbsenceOfTheFirst(
                        new SchedulingPolicy.Priority(new PriorityPolicy.TokenWeighted()), Set.of(1)))
                .containsExactly(1, 1, 1, 1);
    }

    /** Coroutine 0 stands first, is absent for one pick, and comes back. */
    private static List<Integer> afterAnAbsenceOfTheFirst(SchedulingPolicy policy, Set<Integer> holders) {
        Scheduler scheduler = ready(policy, holders, 3);
        scheduler.setEligible(0, false);
        assertThat(picks(scheduler, 1)).containsExactly(1);
        scheduler.setEligible(0, true);
        return picks(scheduler, 4);
    }

    @Test
    void lanes_rotate_and_handoffs_between_them_are_logged() {
        Scheduler scheduler = ready(new SchedulingPolicy.Cooperative(), Set.of(), 4);
        scheduler.assignLane(2, 1);
        scheduler.assignLane(3, 1);
        assertThat(picks(scheduler, 6)).containsExactly(0, 2, 1, 3, 0, 2);
        scheduler.recordCrossLaneHandoff(0, 1, "same lane");
        scheduler.recordCrossLaneHandoff(0, 2, "transfer 0:A");
        assertThat(scheduler.crossLaneHandoffs()).containsExactly(new CrossLaneHandoff(0, 2, 0, 1, 6, "transfer 0:A"));
    }

    @Test
    void blocked_coroutines_are_neither_ready_nor_picked() {
        Scheduler scheduler = ready(new SchedulingPolicy.Cooperative(), Set.of(), 2);
        int id = scheduler.pick();
        scheduler.markBlocked(id, new BlockReason.Spawn());
        assertThat(scheduler.readyQueue()).containsExactly(1L);
        assertThat(scheduler.nextBlocked(0)).isZero();
        scheduler.markDone(scheduler.pick());
        assertThat(scheduler.pick()).isEqualTo(-1);
        assertThat(scheduler.isIdle()).isFalse();
        scheduler.unblock(id);
        assertThat(scheduler.readyQueue()).containsExactly(0L);
        scheduler.markDone(id);
        assertThat(scheduler.isIdle()).isTrue();
    }
}
