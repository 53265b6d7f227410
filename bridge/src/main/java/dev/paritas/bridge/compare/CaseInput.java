package dev.paritas.bridge.compare;

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
    public static final Codec<CaseInput> CODEC = ObjectCodec.of("ProtocolMachineRunInput", m -> {
        m.required("schema_version", BridgeVersion.CODEC, _ -> BridgeVersion.CURRENT);
        var choreographies =
                m.required("choreographies", Codec.listOf(ChoreographyJson.CODEC), CaseInput::choreographies);
        var concurrency = m.required("concurrency", Codec.U64, CaseInput::concurrency);
        var maxSteps = m.required("max_steps", Codec.U64, CaseInput::maxSteps);
        return in -> new CaseInput(in.get(choreographies), in.get(concurrency), in.get(maxSteps));
    });

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
