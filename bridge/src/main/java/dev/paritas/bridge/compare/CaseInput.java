package dev.paritas.bridge.compare;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.util.List;

/**
 * What both sides are given: a run request as it crosses the bridge (spec 22 §2).
 *
 * @param concurrency echoed, without effect on cooperative runs
 * @param maxSteps limit of rounds, unsigned
 */
public record CaseInput(List<ChoreographyJson> choreographies, long concurrency, long maxSteps) {
    public static final Codec<CaseInput> CODEC = ObjectCodec.of(
                    "ProtocolMachineRunInput",
                    field("choreographies", Codec.listOf(ChoreographyJson.CODEC), CaseInput::choreographies),
                    field("concurrency", Codec.U64, CaseInput::concurrency),
                    field("max_steps", Codec.U64, CaseInput::maxSteps),
                    CaseInput::new)
            .headed("schema_version", BridgeVersion.CODEC, BridgeVersion.CURRENT);

    public CaseInput {
        choreographies = List.copyOf(choreographies);
    }

    /** {@return one choreography, alone} */
    public static CaseInput of(ChoreographyJson choreography, long maxSteps) {
        return new CaseInput(List.of(choreography), 1, maxSteps);
    }

    /** {@return the same case with another limit of rounds} */
    public CaseInput within(long steps) {
        return new CaseInput(choreographies, concurrency, steps);
    }

    /** {@return the choreographies as far as explanations need them} */
    public List<Protocol> protocols() {
        return choreographies.stream()
                .map(choreography -> new Protocol(choreography.globalType(), choreography.roles()))
                .toList();
    }
}
