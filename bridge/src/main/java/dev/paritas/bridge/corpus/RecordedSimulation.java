package dev.paritas.bridge.corpus;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.files.Sha256;
import dev.paritas.bridge.implementation.SimRunOutput;
import dev.paritas.bridge.implementation.SimulationValidation;
import dev.paritas.bridge.scenario.ReferenceSimulation;
import dev.paritas.bridge.scenario.SimulationFixture;
import dev.paritas.bridge.scenario.SimulationParity;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * A case's reference simulation, as published.
 *
 * @param events how many events its trace has
 * @param answer SHA-256 of the compact answer
 * @param valid whether its own trace is one of the protocol: a send without its receive at the end is not
 */
public record RecordedSimulation(long steps, long events, String answer, boolean valid) {
    /** Steps that are simulated of each case: none, the first ones, odd and even numbers. */
    public static final List<Long> STEPS = List.of(0L, 1L, 2L, 3L, 16L);

    public static final Codec<RecordedSimulation> CODEC = ObjectCodec.of(
            "RecordedSimulation",
            field("steps", Codec.U64, RecordedSimulation::steps),
            field("events", Codec.U64, RecordedSimulation::events),
            field("answer_sha256", Codec.STRING, RecordedSimulation::answer),
            field("valid", Codec.BOOL, RecordedSimulation::valid),
            RecordedSimulation::new);

    /** {@return the simulations of the first choreography for each number of steps; none without a choreography} */
    public static List<RecordedSimulation> of(CaseInput input) {
        return input.choreographies().stream()
                .limit(1)
                .flatMap(first -> STEPS.stream().map(steps -> of(first.globalType(), steps)))
                .toList();
    }

    private static RecordedSimulation of(GlobalType protocol, long steps) {
        JsonValue input = SimulationFixture.request(protocol, steps);
        SimRunOutput output = ReferenceSimulation.of(input);
        SimulationValidation verdict = ReferenceSimulation.validate(SimulationParity.payload(input, output.trace()));
        return new RecordedSimulation(
                steps,
                output.trace().size(),
                Sha256.hex(JsonOutput.compactBytes(SimRunOutput.RUNNER_CODEC, output)),
                verdict.valid());
    }
}
