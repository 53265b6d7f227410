package dev.paritas.semanticobjects.effect;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.KindCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.value.DebugText;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a successful effect gives back, by kind of request (spec 30 §6.3). */
public sealed interface EffectResponse {
    record Send(SendDecision decision) implements EffectResponse {}

    /** @param state the register file after the receive */
    record Receive(List<Value> state) implements EffectResponse {
        public Receive {
            state = List.copyOf(state);
        }
    }

    record Choose(String label) implements EffectResponse {}

    /** @param state the register file after the step */
    record InvokeStep(List<Value> state) implements EffectResponse {
        public InvokeStep {
            state = List.copyOf(state);
        }
    }

    record Acquire(Value evidence) implements EffectResponse {}

    record Release() implements EffectResponse {}

    record Topology(List<TopologyEvent> events) implements EffectResponse {
        public Topology {
            events = List.copyOf(events);
        }
    }

    record WalSync() implements EffectResponse {}

    record OutputHint(@Nullable OutputConditionHint hint) implements EffectResponse {}

    Codec<EffectResponse> CODEC = Codec.lazy(() -> EffectResponseCodec.INSTANCE);

    /** {@return for instance {@code Acquire { evidence: Unit }}} */
    default String debugText() {
        return switch (this) {
            case Send(SendDecision decision) -> DebugText.struct("SendDecision", "decision", decision.debugText());
            case Receive(List<Value> state) -> DebugText.struct("Receive", "state", values(state));
            case Choose(String label) -> DebugText.struct("Choose", "label", DebugText.quoted(label));
            case InvokeStep(List<Value> state) -> DebugText.struct("InvokeStep", "state", values(state));
            case Acquire(Value evidence) -> DebugText.struct("Acquire", "evidence", evidence.debugText());
            case Release() -> "Release";
            case Topology(List<TopologyEvent> events) ->
                DebugText.struct(
                        "TopologyEvents",
                        "events",
                        DebugText.list(
                                events.stream().map(TopologyEvent::debugText).toList()));
            case WalSync() -> "WalSync";
            case OutputHint(@Nullable OutputConditionHint hint) ->
                DebugText.struct(
                        "OutputConditionHint", "hint", DebugText.option(hint == null ? null : hint.debugText()));
        };
    }

    private static String values(List<Value> values) {
        return DebugText.list(values.stream().map(Value::debugText).toList());
    }
}

/** The kinds of an {@link EffectResponse} and their members. */
final class EffectResponseCodec {
    static final Codec<EffectResponse> INSTANCE = codec();

    private EffectResponseCodec() {}

    private static Codec<EffectResponse> codec() {
        return KindCodec.<EffectResponse>named("EffectResponse", "kind")
                .variant(
                        EffectResponse.Send.class,
                        ObjectCodec.of(
                                "send_decision",
                                field("decision", SendDecision.CODEC, EffectResponse.Send::decision),
                                EffectResponse.Send::new))
                .variant(
                        EffectResponse.Receive.class,
                        ObjectCodec.of(
                                "receive",
                                field("state", Codec.listOf(Value.CODEC), EffectResponse.Receive::state),
                                EffectResponse.Receive::new))
                .variant(
                        EffectResponse.Choose.class,
                        ObjectCodec.of(
                                "choose",
                                field("label", Codec.STRING, EffectResponse.Choose::label),
                                EffectResponse.Choose::new))
                .variant(
                        EffectResponse.InvokeStep.class,
                        ObjectCodec.of(
                                "invoke_step",
                                field("state", Codec.listOf(Value.CODEC), EffectResponse.InvokeStep::state),
                                EffectResponse.InvokeStep::new))
                .variant(
                        EffectResponse.Acquire.class,
                        ObjectCodec.of(
                                "acquire",
                                field("evidence", Value.CODEC, EffectResponse.Acquire::evidence),
                                EffectResponse.Acquire::new))
                .constant("release", new EffectResponse.Release())
                .variant(
                        EffectResponse.Topology.class,
                        ObjectCodec.of(
                                "topology_events",
                                field("events", Codec.listOf(TopologyEvent.CODEC), EffectResponse.Topology::events),
                                EffectResponse.Topology::new))
                .constant("wal_sync", new EffectResponse.WalSync())
                .variant(
                        EffectResponse.OutputHint.class,
                        ObjectCodec.of(
                                "output_condition_hint",
                                nullable("hint", OutputConditionHint.CODEC, EffectResponse.OutputHint::hint),
                                EffectResponse.OutputHint::new));
    }
}
