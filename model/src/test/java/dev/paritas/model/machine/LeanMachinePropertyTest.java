package dev.paritas.model.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of every run of dialect L, over generated protocols. */
class LeanMachinePropertyTest {
    private static final int PROTOCOLS = 300;
    private static final int STEPS = 400;

    private static Optional<RunOutput> run(GlobalType type) {
        try {
            return Optional.of(Runs.run(STEPS, type, type.roles().toArray(String[]::new)));
        } catch (ProblemException e) {
            e.only(ModelInputProblem.class);
            // A third role that learns the choice through a merge: divergence 3 of spec 22 §16.
            assertThat(e.only(ModelInputProblem.class).kind()).isEqualTo(ModelInputCode.BAD_IMAGE);
            return Optional.empty();
        }
    }

    @Test
    void generated_protocols_keep_the_invariants() {
        int accepted = 0;
        for (long seed = 0; seed < PROTOCOLS; seed++) {
            GlobalType type = ProtocolGenerator.generate(GeneratorOptions.VALID, seed);
            Optional<RunOutput> output = run(type);
            if (output.isPresent()) {
                accepted++;
                String which = "seed " + seed + ": " + type;
                ticksGrow(which, output.get());
                messagesAreKept(which, output.get());
                picksComeFromTheQueue(which, output.get());
                endedCoroutinesNeverRunAgain(which, output.get());
                sendersAndReceiversAgree(which, output.get());
            }
        }
        assertThat(accepted).as("protocols that were run").isGreaterThan(PROTOCOLS / 4);
    }

    @Test
    void a_run_is_repeated_exactly() {
        for (long seed = 1000; seed < 1020; seed++) {
            GlobalType type = ProtocolGenerator.generate(GeneratorOptions.VALID, seed);
            assertThat(run(type)).as("seed %d", seed).isEqualTo(run(type));
        }
    }

    /** {@code MachineState.run_ticks_grow}: the ticks of the rounds strictly grow. */
    private static void ticksGrow(String which, RunOutput output) {
        long last = -1;
        for (TraceEvent event : output.trace()) {
            assertThat(event.tick()).as(which).isGreaterThan(last);
            last = event.tick();
        }
    }

    /**
     * {@code MachineState.Loaded.run_counts_unfaulted}: sent messages are received or still buffered, after every step.
     */
    private static void messagesAreKept(String which, RunOutput output) {
        long onTheWay = 0;
        for (StepState step : output.stepStates()) {
            TraceEvent event = step.event();
            onTheWay += event == null
                    ? 0
                    : event.kind().equals("sent") ? 1 : event.kind().equals("received") ? -1 : 0;
            assertThat(step.bufferedMessageCounts()).as(which).isEqualTo(Map.of(0L, onTheWay));
        }
    }

    /** {@code MachineState.run_leaves_ended}: a coroutine that has halted or faulted never runs again. */
    private static void endedCoroutinesNeverRunAgain(String which, RunOutput output) {
        Set<Long> ended = new HashSet<>();
        for (StepState step : output.stepStates()) {
            long picked = Objects.requireNonNull(step.selectedCoro());
            assertThat(ended).as(which).doesNotContain(picked);
            TraceEvent event = step.event();
            if (event != null && Set.of("halted", "faulted").contains(event.kind())) {
                ended.add(picked);
            }
        }
    }

    private static void picksComeFromTheQueue(String which, RunOutput output) {
        assertThat(output.stepsExecuted())
                .as(which)
                .isEqualTo(output.stepStates().size());
        for (StepState step : output.stepStates()) {
            var before = Objects.requireNonNull(step.preState()).scheduler();
            var after = Objects.requireNonNull(step.postState()).scheduler();
            assertThat(before.readyQueue().getFirst()).as(which).isEqualTo(step.selectedCoro());
            assertThat(after.stepCount()).as(which).isEqualTo(before.stepCount() + 1);
            assertThat(after.readyQueue()).as(which).doesNotHaveDuplicates();
            assertThat(after.readyQueue()).as(which).noneMatch(after.blocked()::containsKey);
        }
    }

    /**
     * {@code Session.execute_moves}: sent messages go to the end of their buffer and received ones come from the front, so
     * on every edge the received labels begin the sent ones. Well-formed protocols never fault.
     */
    private static void sendersAndReceiversAgree(String which, RunOutput output) {
        Map<String, List<String>> sent = new HashMap<>();
        Map<String, List<String>> received = new HashMap<>();
        for (TraceEvent event : output.trace()) {
            assertThat(event.kind()).as(which).isNotEqualTo("faulted");
            if (event.label() != null) {
                (event.kind().equals("sent") ? sent : received)
                        .computeIfAbsent(event.sender() + ">" + event.receiver(), _ -> new ArrayList<>())
                        .add(event.label());
            }
        }
        received.forEach((edge, labels) ->
                assertThat(sent.getOrDefault(edge, List.of())).as(which).startsWith(labels.toArray(String[]::new)));
    }
}
