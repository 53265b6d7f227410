package dev.paritas.semanticobjects.effect;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.KindCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;
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
        return KindCodec.<EffectRequestBody>named("EffectRequestBody", "kind")
                .variant(
                        EffectRequestBody.Send.class,
                        ObjectCodec.of(
                                "send_decision",
                                field("role", Codec.STRING, EffectRequestBody.Send::role),
                                field("partner", Codec.STRING, EffectRequestBody.Send::partner),
                                field("label", Codec.STRING, EffectRequestBody.Send::label),
                                field("state", Codec.listOf(Value.CODEC), EffectRequestBody.Send::state),
                                nullable("payload", Value.CODEC, EffectRequestBody.Send::payload),
                                EffectRequestBody.Send::new))
                .variant(
                        EffectRequestBody.Receive.class,
                        ObjectCodec.of(
                                "receive",
                                field("role", Codec.STRING, EffectRequestBody.Receive::role),
                                field("partner", Codec.STRING, EffectRequestBody.Receive::partner),
                                field("label", Codec.STRING, EffectRequestBody.Receive::label),
                                field("state", Codec.listOf(Value.CODEC), EffectRequestBody.Receive::state),
                                field("payload", Value.CODEC, EffectRequestBody.Receive::payload),
                                EffectRequestBody.Receive::new))
                .variant(
                        EffectRequestBody.Choose.class,
                        ObjectCodec.of(
                                "choose",
                                field("role", Codec.STRING, EffectRequestBody.Choose::role),
                                field("partner", Codec.STRING, EffectRequestBody.Choose::partner),
                                field("labels", Codec.listOf(Codec.STRING), EffectRequestBody.Choose::labels),
                                field("state", Codec.listOf(Value.CODEC), EffectRequestBody.Choose::state),
                                EffectRequestBody.Choose::new))
                .variant(
                        EffectRequestBody.InvokeStep.class,
                        ObjectCodec.of(
                                "invoke_step",
                                field("role", Codec.STRING, EffectRequestBody.InvokeStep::role),
                                field("state", Codec.listOf(Value.CODEC), EffectRequestBody.InvokeStep::state),
                                EffectRequestBody.InvokeStep::new))
                .variant(
                        EffectRequestBody.Acquire.class,
                        ObjectCodec.of(
                                "acquire",
                                field("role", Codec.STRING, EffectRequestBody.Acquire::role),
                                field("layer", Codec.STRING, EffectRequestBody.Acquire::layer),
                                field("state", Codec.listOf(Value.CODEC), EffectRequestBody.Acquire::state),
                                EffectRequestBody.Acquire::new))
                .variant(
                        EffectRequestBody.Release.class,
                        ObjectCodec.of(
                                "release",
                                field("role", Codec.STRING, EffectRequestBody.Release::role),
                                field("layer", Codec.STRING, EffectRequestBody.Release::layer),
                                field("evidence", Value.CODEC, EffectRequestBody.Release::evidence),
                                field("state", Codec.listOf(Value.CODEC), EffectRequestBody.Release::state),
                                EffectRequestBody.Release::new))
                .variant(
                        EffectRequestBody.Topology.class,
                        ObjectCodec.of(
                                "topology_events",
                                field("tick", Codec.U64, EffectRequestBody.Topology::tick),
                                EffectRequestBody.Topology::new))
                .variant(
                        EffectRequestBody.WalSync.class,
                        ObjectCodec.of(
                                "wal_sync",
                                field("sync", WalSyncRequest.CODEC, EffectRequestBody.WalSync::sync),
                                EffectRequestBody.WalSync::new))
                .variant(
                        EffectRequestBody.OutputHint.class,
                        ObjectCodec.of(
                                "output_condition_hint",
                                field("role", Codec.STRING, EffectRequestBody.OutputHint::role),
                                field("state", Codec.listOf(Value.CODEC), EffectRequestBody.OutputHint::state),
                                EffectRequestBody.OutputHint::new));
    }
}
