package dev.paritas.bridge.implementation;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittedDefault;

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
    public static final Codec<SimulationValidation> CODEC = ObjectCodec.of(
            "SimTraceValidation",
            field("valid", Codec.BOOL, SimulationValidation::valid),
            defaulted("errors", PeerIssue.SIMULATION, SimulationValidation::errors, List.of()),
            omittedDefault("artifacts", JsonValue.CODEC, SimulationValidation::artifacts, JsonValue.NULL),
            SimulationValidation::new);

    public SimulationValidation {
        errors = List.copyOf(errors);
    }
}
