package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * Whether a trace belongs to its simulation (spec 22 §12.2).
 *
 * @param artifacts null when the peer sends none
 */
public record SimulationValidation(boolean valid, List<PeerIssue> errors, JsonValue artifacts) {
    public static final Codec<SimulationValidation> CODEC = ObjectCodec.of("SimTraceValidation", m -> {
        var valid = m.required("valid", Codec.BOOL, SimulationValidation::valid);
        var errors = m.defaulted("errors", PeerIssue.SIMULATION, SimulationValidation::errors, List.of());
        var artifacts = m.omittedDefault("artifacts", JsonValue.CODEC, SimulationValidation::artifacts, JsonValue.NULL);
        return in -> new SimulationValidation(in.get(valid), in.get(errors), in.get(artifacts));
    });

    public SimulationValidation {
        errors = List.copyOf(errors);
    }
}
