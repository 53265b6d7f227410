package dev.paritas.semanticobjects.effect;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.KindCodec;
import dev.paritas.semanticobjects.json.KindCodec.Field;
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
        Field<SendDecision> decision = Field.required("decision", SendDecision.CODEC);
        Field<List<Value>> state = Field.required("state", Codec.listOf(Value.CODEC));
        Field<String> label = Field.required("label", Codec.STRING);
        Field<Value> evidence = Field.required("evidence", Value.CODEC);
        Field<List<TopologyEvent>> events = Field.required("events", Codec.listOf(TopologyEvent.CODEC));
        Field<OutputConditionHint> hint = Field.nullable("hint", OutputConditionHint.CODEC);
        return KindCodec.<EffectResponse>named("EffectResponse", "kind")
                .variant(
                        "send_decision",
                        EffectResponse.Send.class,
                        v -> v.field(decision, EffectResponse.Send::decision),
                        in -> new EffectResponse.Send(in.get(decision)))
                .variant(
                        "receive",
                        EffectResponse.Receive.class,
                        v -> v.field(state, EffectResponse.Receive::state),
                        in -> new EffectResponse.Receive(in.get(state)))
                .variant(
                        "choose",
                        EffectResponse.Choose.class,
                        v -> v.field(label, EffectResponse.Choose::label),
                        in -> new EffectResponse.Choose(in.get(label)))
                .variant(
                        "invoke_step",
                        EffectResponse.InvokeStep.class,
                        v -> v.field(state, EffectResponse.InvokeStep::state),
                        in -> new EffectResponse.InvokeStep(in.get(state)))
                .variant(
                        "acquire",
                        EffectResponse.Acquire.class,
                        v -> v.field(evidence, EffectResponse.Acquire::evidence),
                        in -> new EffectResponse.Acquire(in.get(evidence)))
                .variant("release", EffectResponse.Release.class, v -> v, ignored -> new EffectResponse.Release())
                .variant(
                        "topology_events",
                        EffectResponse.Topology.class,
                        v -> v.field(events, EffectResponse.Topology::events),
                        in -> new EffectResponse.Topology(in.get(events)))
                .variant("wal_sync", EffectResponse.WalSync.class, v -> v, ignored -> new EffectResponse.WalSync())
                .variant(
                        "output_condition_hint",
                        EffectResponse.OutputHint.class,
                        v -> v.field(hint, EffectResponse.OutputHint::hint),
                        in -> new EffectResponse.OutputHint(in.getNullable(hint)));
    }
}
