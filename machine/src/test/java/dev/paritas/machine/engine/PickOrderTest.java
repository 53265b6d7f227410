package dev.paritas.machine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.isa.ImmValue;
import dev.paritas.machine.isa.Instr;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The executed pick sequences of spec 21 §2: three coroutines that only set a register. */
class PickOrderTest {
    private static final List<Instr> SETS = Collections.nCopies(20, new Instr.Set(1, new ImmValue.Unit()));

    private final ProtocolMachine machine =
            Images.loaded(MachineConfig.DEFAULT, Images.programs(Map.of("A", SETS, "B", SETS, "C", SETS)));

    @Test
    void a_pause_while_waiting_leaves_a_second_turn_behind() {
        List<Long> picks = new ArrayList<>(rounds(1));
        machine.pauseRole("C");
        picks.addAll(rounds(1));
        machine.resumeRole("C");
        picks.addAll(rounds(10));
        assertThat(picks).containsExactly(0L, 1L, 2L, 0L, 1L, 2L, 2L, 0L, 1L, 2L, 2L, 0L);
        assertThat(machine.scheduler().readyQueue()).containsExactly(1L, 2L, 0L);
    }

    @Test
    void an_entry_that_reached_the_front_while_paused_is_discarded() {
        List<Long> picks = new ArrayList<>(rounds(1));
        machine.pauseRole("B");
        picks.addAll(rounds(1));
        machine.resumeRole("B");
        picks.addAll(rounds(10));
        assertThat(picks).containsExactly(0L, 2L, 0L, 2L, 1L, 0L, 2L, 1L, 0L, 2L, 1L, 0L);
    }

    @Test
    void a_crash_rebuilds_the_queue_in_ascending_order() {
        EffectHandler crashing = new EffectHandler() {
            @Override
            public EffectResult<List<TopologyEvent>> topologyEvents(long tick) {
                return EffectResult.success(tick == 2 ? List.of(new TopologyEvent.Crash("C")) : List.of());
            }
        };
        assertThat(rounds(crashing, 6)).containsExactly(0L, 0L, 1L, 0L, 1L, 0L);
    }

    private List<Long> rounds(int count) {
        return rounds(new PassThroughHandler(), count);
    }

    private List<Long> rounds(EffectHandler handler, int count) {
        List<Long> picks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            machine.stepRound(handler, 1);
            machine.lastSchedStep().ifPresent(step -> picks.add(step.selectedCoro()));
        }
        return picks;
    }
}
