package dev.paritas.simulation.run;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.value.FixedQ32;
import java.util.List;

/**
 * A role's numeric registers after a step.
 *
 * @param step unsigned; 0 is the start
 */
public record StepRecord(long step, String role, List<FixedQ32> state) {
    public static final Codec<StepRecord> CODEC = ObjectCodec.of(
            "SimulationStepRecord",
            field("step", Codec.U64, StepRecord::step),
            field("role", Codec.STRING, StepRecord::role),
            field("state", Codec.listOf(FixedQ32.CODEC), StepRecord::state),
            StepRecord::new);

    public StepRecord {
        state = List.copyOf(state);
    }
}
