package dev.paritas.simulation.field;

import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.semanticobjects.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exchanges first components, and diffuses at each second step call of its role. */
final class ContinuumFieldHandler extends FieldHandler {
    private final ContinuumField field;
    private final Map<String, FixedQ32> peers = new HashMap<>();
    private final Map<String, Integer> steps = new HashMap<>();

    public ContinuumFieldHandler(ContinuumField field, SendPayload sends) {
        super(sends);
        this.field = field;
    }

    @Override
    public Value sendHook(String role, String label, List<FixedQ32> state) {
        return FieldValues.scalar(ContinuumField.first(state));
    }

    @Override
    public void receiveHook(String role, String label, Value payload) {
        peers.put(role, FieldValues.payload(payload));
    }

    @Override
    public Optional<List<FixedQ32>> stepHook(String role, List<FixedQ32> state) {
        FixedQ32 own = ContinuumField.first(state);
        int phase = steps.merge(role, 1, Integer::sum) - 1 & ContinuumField.PHASES - 1;
        return phase == ContinuumField.PHASES - 1
                ? Optional.of(field.step(state, peers.getOrDefault(role, own), phase))
                : Optional.empty();
    }
}
