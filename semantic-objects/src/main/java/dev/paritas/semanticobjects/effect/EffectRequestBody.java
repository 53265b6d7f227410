package dev.paritas.semanticobjects.effect;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.KindCodec;
import dev.paritas.semanticobjects.json.KindCodec.Field;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of the handler (spec 30 §6.3); {@code state} is the coroutine's register file. */
public sealed interface EffectRequestBody {
    record Send(
            String role,
            String partner,
            String label,
            List<Value> state,
            @Nullable Value payload) implements EffectRequestBody {
        public Send {
            state = List.copyOf(state);
        }
    }

    record Receive(String role, String partner, String label, List<Value> state, Value payload)
            implements EffectRequestBody {
        public Receive {
            state = List.copyOf(state);
        }
    }

    record Choose(String role, String partner, List<String> labels, List<Value> state) implements EffectRequestBody {
        public Choose {
            labels = List.copyOf(labels);
            state = List.copyOf(state);
        }
    }

    record InvokeStep(String role, List<Value> state) implements EffectRequestBody {
        public InvokeStep {
            state = List.copyOf(state);
        }
    }

    record Acquire(String role, String layer, List<Value> state) implements EffectRequestBody {
        public Acquire {
            state = List.copyOf(state);
        }
    }

    record Release(String role, String layer, Value evidence, List<Value> state) implements EffectRequestBody {
        public Release {
            state = List.copyOf(state);
        }
    }

    /** @param tick unsigned */
    record Topology(long tick) implements EffectRequestBody {}

    record WalSync(WalSyncRequest sync) implements EffectRequestBody {}

    record OutputHint(String role, List<Value> state) implements EffectRequestBody {
        public OutputHint {
            state = List.copyOf(state);
        }
    }

    Codec<EffectRequestBody> CODEC = codec();

    private static Codec<EffectRequestBody> codec() {
        Field<String> role = Field.required("role", Codec.STRING);
        Field<String> partner = Field.required("partner", Codec.STRING);
        Field<String> label = Field.required("label", Codec.STRING);
        Field<List<String>> labels = Field.required("labels", Codec.listOf(Codec.STRING));
        Field<List<Value>> state = Field.required("state", Codec.listOf(Value.CODEC));
        Field<Value> offered = Field.nullable("payload", Value.CODEC);
        Field<Value> payload = Field.required("payload", Value.CODEC);
        Field<String> layer = Field.required("layer", Codec.STRING);
        Field<Value> evidence = Field.required("evidence", Value.CODEC);
        Field<Long> tick = Field.required("tick", Codec.U64);
        Field<WalSyncRequest> sync = Field.required("sync", WalSyncRequest.CODEC);
        return KindCodec.<EffectRequestBody>named("EffectRequestBody", "kind")
                .variant(
                        "send_decision",
                        Send.class,
                        v -> v.field(role, Send::role)
                                .field(partner, Send::partner)
                                .field(label, Send::label)
                                .field(state, Send::state)
                                .field(offered, Send::payload),
                        in -> new Send(
                                in.get(role), in.get(partner), in.get(label), in.get(state), in.getNullable(offered)))
                .variant(
                        "receive",
                        Receive.class,
                        v -> v.field(role, Receive::role)
                                .field(partner, Receive::partner)
                                .field(label, Receive::label)
                                .field(state, Receive::state)
                                .field(payload, Receive::payload),
                        in -> new Receive(in.get(role), in.get(partner), in.get(label), in.get(state), in.get(payload)))
                .variant(
                        "choose",
                        Choose.class,
                        v -> v.field(role, Choose::role)
                                .field(partner, Choose::partner)
                                .field(labels, Choose::labels)
                                .field(state, Choose::state),
                        in -> new Choose(in.get(role), in.get(partner), in.get(labels), in.get(state)))
                .variant(
                        "invoke_step",
                        InvokeStep.class,
                        v -> v.field(role, InvokeStep::role).field(state, InvokeStep::state),
                        in -> new InvokeStep(in.get(role), in.get(state)))
                .variant(
                        "acquire",
                        Acquire.class,
                        v -> v.field(role, Acquire::role)
                                .field(layer, Acquire::layer)
                                .field(state, Acquire::state),
                        in -> new Acquire(in.get(role), in.get(layer), in.get(state)))
                .variant(
                        "release",
                        Release.class,
                        v -> v.field(role, Release::role)
                                .field(layer, Release::layer)
                                .field(evidence, Release::evidence)
                                .field(state, Release::state),
                        in -> new Release(in.get(role), in.get(layer), in.get(evidence), in.get(state)))
                .variant(
                        "topology_events",
                        Topology.class,
                        v -> v.field(tick, Topology::tick),
                        in -> new Topology(in.get(tick)))
                .variant("wal_sync", WalSync.class, v -> v.field(sync, WalSync::sync), in -> new WalSync(in.get(sync)))
                .variant(
                        "output_condition_hint",
                        OutputHint.class,
                        v -> v.field(role, OutputHint::role).field(state, OutputHint::state),
                        in -> new OutputHint(in.get(role), in.get(state)));
    }

    /** {@return the kind whose metadata and trace word belong to this request (spec 21 §7.3)} */
    default EffectKind effectKind() {
        return switch (this) {
            case Send _ -> EffectKind.SEND_DECISION;
            case Receive _ -> EffectKind.HANDLE_RECV;
            case Choose _ -> EffectKind.HANDLE_CHOOSE;
            case InvokeStep _ -> EffectKind.INVOKE_STEP;
            case Acquire _ -> EffectKind.HANDLE_ACQUIRE;
            case Release _ -> EffectKind.HANDLE_RELEASE;
            case Topology _ -> EffectKind.TOPOLOGY_EVENTS;
            case WalSync _ -> EffectKind.WAL_SYNC;
            case OutputHint _ -> EffectKind.OUTPUT_CONDITION_HINT;
        };
    }
}
