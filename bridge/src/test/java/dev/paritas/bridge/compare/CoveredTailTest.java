package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A known divergence at the first difference does not excuse what stands behind it. */
class CoveredTailTest {
    /** A waits for B while a message of C is pending: only ticks differ, from event 6 on. */
    private static final CaseInput INPUT = CaseInput.of(
            ChoreographyJson.of(GlobalType.comm(
                    "A", "B", "go", GlobalType.comm("B", "A", "b1", GlobalType.comm("C", "A", "c1", GlobalType.END)))),
            64);

    private static PairRun pair(UnaryOperator<List<TraceEvent>> change) {
        if (!(new DialectSide().run(INPUT) instanceof SideOutcome.Ran(RunOutput output, String error))) {
            throw new AssertionError("the dialect runs this protocol");
        }
        List<StepState> steps = output.stepStates();
        return PairRun.compare(
                INPUT,
                new MachineSide().run(INPUT),
                new SideOutcome.Ran(Edited.run(output, change.apply(new ArrayList<>(output.trace())), steps), error));
    }

    @Test
    void an_unchanged_pair_is_covered_and_says_how_it_was_compared() {
        PairRun pair = pair(trace -> trace);
        assertThat(pair.verdict()).isInstanceOf(Verdict.Diverge.class);
        assertThat(pair.unexplained()).isFalse();
        assertThat(pair.comparison().coverage().lines())
                .anyMatch(line -> line.startsWith("events: ticks are left out"))
                .anyMatch(line -> line.startsWith("steps compared up to element "));
    }

    @Test
    void a_lost_tail_a_changed_label_and_an_added_event_behind_it_are_found() {
        List<UnaryOperator<List<TraceEvent>>> plants = List.of(
                trace -> trace.subList(0, trace.size() - 1),
                trace -> {
                    trace.add(trace.getLast());
                    return trace;
                },
                trace -> {
                    trace.replaceAll(event -> event.label() != null
                                    && event.label().equals("c1")
                                    && event.kind().equals("received")
                            ? Edited.label(event, "c2")
                            : event);
                    return trace;
                });
        for (UnaryOperator<List<TraceEvent>> plant : plants) {
            PairRun changed = pair(plant);
            assertThat(changed.unexplained())
                    .as(String.join("\n", changed.lines()))
                    .isTrue();
            assertThat(changed.report().orElseThrow().known()).isNull();
        }
    }
}
