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

    Codec<EffectResponse> CODEC = codec();

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
                        Send.class,
                        v -> v.field(decision, Send::decision),
                        in -> new Send(in.get(decision)))
                .variant(
                        "receive", Receive.class, v -> v.field(state, Receive::state), in -> new Receive(in.get(state)))
                .variant("choose", Choose.class, v -> v.field(label, Choose::label), in -> new Choose(in.get(label)))
                .variant(
                        "invoke_step",
                        InvokeStep.class,
                        v -> v.field(state, InvokeStep::state),
                        in -> new InvokeStep(in.get(state)))
                .variant(
                        "acquire",
                        Acquire.class,
                        v -> v.field(evidence, Acquire::evidence),
                        in -> new Acquire(in.get(evidence)))
                .variant("release", Release.class, v -> v, _ -> new Release())
                .variant(
                        "topology_events",
                        Topology.class,
                        v -> v.field(events, Topology::events),
                        in -> new Topology(in.get(events)))
                .variant("wal_sync", WalSync.class, v -> v, _ -> new WalSync())
                .variant(
                        "output_condition_hint",
                        OutputHint.class,
                        v -> v.field(hint, OutputHint::hint),
                        in -> new OutputHint(in.getNullable(hint)));
    }

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
