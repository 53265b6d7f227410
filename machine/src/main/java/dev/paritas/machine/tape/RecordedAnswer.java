package dev.paritas.machine.tape;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.EffectResponse;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code outputs} of a tape's entry as an outcome (spec 21 §9): the outcome itself or the compact form
 * <pre>{@code {"status":"success","value":..} | {"status":"blocked"} | {"status":"failure","failure":{..}}}</pre>
 * whose value has the type of the request's kind.
 */
final class RecordedAnswer {
    private RecordedAnswer() {}

    /** {@return empty when {@code outputs} is in neither form} */
    static Optional<EffectOutcome> read(EffectRequest request, JsonValue outputs, @Nullable EffectHandler fallback) {
        Optional<EffectOutcome> typed = decode(EffectOutcome.CODEC, outputs);
        if (typed.isPresent()) {
            return typed;
        }
        // The compact form of a hint never held one: whatever is there, the fallback is asked.
        return request.body() instanceof EffectRequestBody.OutputHint(var role, var state)
                ? Optional.of(hint(request.session(), role, state, fallback))
                : compact(request.body(), outputs);
    }

    private static EffectOutcome hint(
            @Nullable Long session, String role, List<Value> state, @Nullable EffectHandler fallback) {
        return EffectOutcome.success(new EffectResponse.OutputHint(
                fallback == null || session == null
                        ? null
                        : fallback.outputConditionHint(session, role, RegisterFile.of(state))));
    }

    private static Optional<EffectOutcome> compact(EffectRequestBody body, JsonValue outputs) {
        if (!(outputs instanceof JsonValue.Obj(SortedMap<String, JsonValue> members))
                || !(members.get("status") instanceof JsonValue.Text(String status))) {
            return Optional.empty();
        }
        return switch (status) {
            case "success" -> response(body, members.get("value")).map(EffectOutcome::success);
            case "blocked" -> Optional.of(EffectOutcome.blocked());
            case "failure" ->
                decode(EffectFailure.CODEC, members.get("failure")).map(EffectOutcome::failure);
            default -> Optional.empty();
        };
    }

    private static Optional<EffectResponse> response(EffectRequestBody body, @Nullable JsonValue value) {
        return switch (body) {
            case EffectRequestBody.Send ignored ->
                decode(SendDecision.CODEC, value).map(EffectResponse.Send::new);
            case EffectRequestBody.Receive receive -> unit(value, new EffectResponse.Receive(receive.state()));
            case EffectRequestBody.Choose ignored -> decode(Codec.STRING, value).map(EffectResponse.Choose::new);
            case EffectRequestBody.InvokeStep step -> unit(value, new EffectResponse.InvokeStep(step.state()));
            case EffectRequestBody.Acquire ignored -> decode(Value.CODEC, value).map(EffectResponse.Acquire::new);
            case EffectRequestBody.Release ignored -> unit(value, new EffectResponse.Release());
            case EffectRequestBody.Topology ignored ->
                decode(Codec.listOf(TopologyEvent.CODEC), value).map(EffectResponse.Topology::new);
            case EffectRequestBody.WalSync ignored -> unit(value, new EffectResponse.WalSync());
            case EffectRequestBody.OutputHint ignored -> Optional.empty();
        };
    }

    /** A success without value says so by null; one without the member is no such form. */
    private static Optional<EffectResponse> unit(@Nullable JsonValue value, EffectResponse response) {
        return value instanceof JsonValue.Null ? Optional.of(response) : Optional.empty();
    }

    private static <T> Optional<T> decode(Codec<T> codec, @Nullable JsonValue json) {
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(codec.fromTree(json, EffectTape.ANSWER));
        } catch (JsonException ignored) {
            return Optional.empty();
        }
    }
}
