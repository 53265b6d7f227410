package dev.paritas.simulation.run;

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
    public static final Codec<StepRecord> CODEC = ObjectCodec.of("SimulationStepRecord", m -> {
        var step = m.required("step", Codec.U64, StepRecord::step);
        var role = m.required("role", Codec.STRING, StepRecord::role);
        var state = m.required("state", Codec.listOf(FixedQ32.CODEC), StepRecord::state);
        return in -> new StepRecord(in.get(step), in.get(role), in.get(state));
    });

    public StepRecord {
        state = List.copyOf(state);
    }
}
