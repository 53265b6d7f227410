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

    Codec<EffectRequestBody> CODEC = Codec.lazy(() -> EffectRequestBodyCodec.INSTANCE);

    /** {@return the kind whose metadata and trace word belong to this request (spec 21 §7.3)} */
    default EffectKind effectKind() {
        return switch (this) {
            case Send ignored -> EffectKind.SEND_DECISION;
            case Receive ignored -> EffectKind.HANDLE_RECV;
            case Choose ignored -> EffectKind.HANDLE_CHOOSE;
            case InvokeStep ignored -> EffectKind.INVOKE_STEP;
            case Acquire ignored -> EffectKind.HANDLE_ACQUIRE;
            case Release ignored -> EffectKind.HANDLE_RELEASE;
            case Topology ignored -> EffectKind.TOPOLOGY_EVENTS;
            case WalSync ignored -> EffectKind.WAL_SYNC;
            case OutputHint ignored -> EffectKind.OUTPUT_CONDITION_HINT;
        };
    }
}

/** The kinds of an {@link EffectRequestBody} and their members. */
final class EffectRequestBodyCodec {
    static final Codec<EffectRequestBody> INSTANCE = codec();

    private EffectRequestBodyCodec() {}

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
                        EffectRequestBody.Send.class,
                        v -> v.field(role, EffectRequestBody.Send::role)
                                .field(partner, EffectRequestBody.Send::partner)
                                .field(label, EffectRequestBody.Send::label)
                                .field(state, EffectRequestBody.Send::state)
                                .field(offered, EffectRequestBody.Send::payload),
                        in -> new EffectRequestBody.Send(
                                in.get(role), in.get(partner), in.get(label), in.get(state), in.getNullable(offered)))
                .variant(
                        "receive",
                        EffectRequestBody.Receive.class,
                        v -> v.field(role, EffectRequestBody.Receive::role)
                                .field(partner, EffectRequestBody.Receive::partner)
                                .field(label, EffectRequestBody.Receive::label)
                                .field(state, EffectRequestBody.Receive::state)
                                .field(payload, EffectRequestBody.Receive::payload),
                        in -> new EffectRequestBody.Receive(
                                in.get(role), in.get(partner), in.get(label), in.get(state), in.get(payload)))
                .variant(
                        "choose",
                        EffectRequestBody.Choose.class,
                        v -> v.field(role, EffectRequestBody.Choose::role)
                                .field(partner, EffectRequestBody.Choose::partner)
                                .field(labels, EffectRequestBody.Choose::labels)
                                .field(state, EffectRequestBody.Choose::state),
                        in -> new EffectRequestBody.Choose(
                                in.get(role), in.get(partner), in.get(labels), in.get(state)))
                .variant(
                        "invoke_step",
                        EffectRequestBody.InvokeStep.class,
                        v -> v.field(role, EffectRequestBody.InvokeStep::role)
                                .field(state, EffectRequestBody.InvokeStep::state),
                        in -> new EffectRequestBody.InvokeStep(in.get(role), in.get(state)))
                .variant(
                        "acquire",
                        EffectRequestBody.Acquire.class,
                        v -> v.field(role, EffectRequestBody.Acquire::role)
                                .field(layer, EffectRequestBody.Acquire::layer)
                                .field(state, EffectRequestBody.Acquire::state),
                        in -> new EffectRequestBody.Acquire(in.get(role), in.get(layer), in.get(state)))
                .variant(
                        "release",
                        EffectRequestBody.Release.class,
                        v -> v.field(role, EffectRequestBody.Release::role)
                                .field(layer, EffectRequestBody.Release::layer)
                                .field(evidence, EffectRequestBody.Release::evidence)
                                .field(state, EffectRequestBody.Release::state),
                        in -> new EffectRequestBody.Release(
                                in.get(role), in.get(layer), in.get(evidence), in.get(state)))
                .variant(
                        "topology_events",
                        EffectRequestBody.Topology.class,
                        v -> v.field(tick, EffectRequestBody.Topology::tick),
                        in -> new EffectRequestBody.Topology(in.get(tick)))
                .variant(
                        "wal_sync",
                        EffectRequestBody.WalSync.class,
                        v -> v.field(sync, EffectRequestBody.WalSync::sync),
                        in -> new EffectRequestBody.WalSync(in.get(sync)))
                .variant(
                        "output_condition_hint",
                        EffectRequestBody.OutputHint.class,
                        v -> v.field(role, EffectRequestBody.OutputHint::role)
                                .field(state, EffectRequestBody.OutputHint::state),
                        in -> new EffectRequestBody.OutputHint(in.get(role), in.get(state)));
    }
}
