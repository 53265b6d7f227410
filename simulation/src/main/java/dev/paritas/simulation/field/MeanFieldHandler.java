package dev.paritas.simulation.field;

import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import java.util.Optional;

/** Sends the whole state, ignores what it receives, steps at every call. */
final class MeanFieldHandler extends FieldHandler {
    private final MeanField field;

    public MeanFieldHandler(MeanField field, SendPayload sends) {
        super(sends);
        this.field = field;
    }

    @Override
    public Value sendHook(String role, String label, List<FixedQ32> state) {
        return FieldValues.vector(state);
    }

    @Override
    public void receiveHook(String role, String label, Value payload) {}

    @Override
    public Optional<List<FixedQ32>> stepHook(String role, List<FixedQ32> state) {
        return Optional.of(field.step(state));
    }
}
