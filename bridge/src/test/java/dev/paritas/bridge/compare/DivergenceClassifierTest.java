package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The classifier explains what is known and nothing else. */
class DivergenceClassifierTest {
    private static final long FIRST_SEED = 7_000_000;
    private static final int PROTOCOLS = 3_000;
    private static final long STEPS = 64;

    private static Stream<PairRun> pairs(GeneratorOptions options) {
        return LongStream.range(FIRST_SEED, FIRST_SEED + PROTOCOLS)
                .mapToObj(seed -> ProtocolGenerator.generate(options, seed))
                .filter(type -> !type.roles().isEmpty())
                .map(type -> PairRun.of(
                        CaseInput.of(ChoreographyJson.of(type), STEPS), new MachineSide(), new DialectSide()));
    }

    private static RunOutput output(SideOutcome outcome) {
        if (outcome instanceof SideOutcome.Ran(RunOutput output, String error)) {
            return output;
        }
        throw new AssertionError("the side refused the case");
    }

    private static boolean bothRan(PairRun pair) {
        return pair.machine() instanceof SideOutcome.Ran && pair.lean() instanceof SideOutcome.Ran;
    }

    private static SideOutcome edited(SideOutcome side, UnaryOperator<List<TraceEvent>> edit) {
        RunOutput output = output(side);
        String error = side instanceof SideOutcome.Ran ran ? ran.error() : null;
        return new SideOutcome.Ran(Edited.run(output, edit.apply(output.trace()), output.stepStates()), error);
    }

    private static UnaryOperator<List<TraceEvent>> at(int index, UnaryOperator<TraceEvent> change) {
        return trace -> {
            List<TraceEvent> changed = new ArrayList<>(trace);
            changed.set(index, change.apply(changed.get(index)));
            return changed;
        };
    }

    /** {@return the first communication that both sides show alike, or -1} */
    private static int firstCommunication(PairRun pair) {
        List<TraceEvent> left = output(pair.machine()).trace();
        List<TraceEvent> right = output(pair.lean()).trace();
        for (int i = 0; i < Math.min(left.size(), right.size()) && left.get(i).equals(right.get(i)); i++) {
            if (left.get(i).label() != null) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void every_difference_between_generated_runs_is_known() {
        for (GeneratorOptions options : List.of(GeneratorOptions.VALID, GeneratorOptions.ANY)) {
            assertThat(pairs(options).filter(PairRun::unexplained).map(PairRun::input))
                    .as("seeds from %s, %s", FIRST_SEED, options)
                    .isEmpty();
        }
    }

    /** A label, a tick or a fault that a side made up is no known divergence, wherever the two part later on. */
    @Test
    void no_known_class_explains_a_planted_change() {
        List<PairRun> ran = pairs(GeneratorOptions.VALID)
                .filter(DivergenceClassifierTest::bothRan)
                .filter(pair -> firstCommunication(pair) >= 0)
                .toList();
        assertThat(ran).hasSizeGreaterThan(500);
        for (PairRun pair : ran) {
            int index = firstCommunication(pair);
            TraceEvent event = output(pair.machine()).trace().get(index);
            TraceEvent faulted = TraceEvent.faulted(event.tick(), "0", null);
            List<UnaryOperator<List<TraceEvent>>> plants = List.of(
                    at(index, old -> EventParts.withTick(old, old.tick() + 1)),
                    at(index, old -> Edited.label(old, "another label")),
                    trace -> trace.subList(0, index),
                    trace -> Stream.concat(trace.subList(0, index).stream(), Stream.of(faulted))
                            .toList());
            for (UnaryOperator<List<TraceEvent>> plant : plants) {
                Optional<DivergenceClass> known = DivergenceClassifier.classify(
                        pair.input().protocols(), edited(pair.machine(), plant), pair.lean());
                assertThat(known).as("%s", pair.input().choreographies()).isEmpty();
            }
        }
    }

    /** What a runner prints is hostile: no such session, role or coroutine, or no event at all. */
    @Test
    void events_of_nobody_are_unexplained_and_never_an_exception() {
        CaseInput input = CaseInput.of(ChoreographyJson.of(GlobalType.comm("A", "B", "m", GlobalType.END)), STEPS);
        PairRun pair = PairRun.of(input, new MachineSide(), new DialectSide());
        List<UnaryOperator<List<TraceEvent>>> strange = List.of(
                at(1, old -> TraceEvent.sent(old.tick(), -1, "A", "B", "m")),
                at(1, old -> TraceEvent.sent(old.tick(), 7, "A", "B", "m")),
                at(1, old -> TraceEvent.sent(old.tick(), 0, "nobody", "B", "m")),
                at(
                        1,
                        old -> TraceEvent.faulted(
                                old.tick(), "99999999999999999999", "spec_fault:[monitor] expected Send state")),
                at(1, old -> TraceEvent.faulted(old.tick(), "no number", null)),
                trace -> List.of());
        for (UnaryOperator<List<TraceEvent>> edit : strange) {
            assertThat(PairRun.compare(input, pair.machine(), edited(pair.lean(), edit))
                            .unexplained())
                    .isTrue();
            SideOutcome machine =
                    new SideOutcome.Ran(output(edited(pair.machine(), edit)), "an error of the machine's");
            assertThat(PairRun.compare(input, machine, pair.lean()).unexplained())
                    .isTrue();
        }
    }

    @Test
    void a_refusal_of_a_sound_protocol_is_not_explained() {
        GlobalType type = GlobalType.comm("A", "B", "m", GlobalType.END);
        CaseInput input = CaseInput.of(ChoreographyJson.of(type), STEPS);
        PairRun pair = PairRun.of(input, new MachineSide(), new DialectSide());
        SideOutcome refused = new SideOutcome.Refused("load", "no reason at all");
        assertThat(PairRun.compare(input, refused, pair.lean()).unexplained()).isTrue();
        assertThat(PairRun.compare(input, pair.machine(), refused).unexplained())
                .isTrue();
    }
}
