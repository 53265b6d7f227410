package dev.paritas.bridge.implementation;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.bridge.implementation.Operation.Payload;
import dev.paritas.bridge.implementation.Operation.Reading;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.KindCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/** What a {@link Peer#CONFORMANCE} is asked (docs/serve.md); the reference has no such program. */
public final class ConformanceOperations {
    /** Whether a log keeps to its protocol; a protocol without a projection for one of its roles is refused. */
    public static final Operation<Log, Verdict> CONFORM =
            MachineOperations.enveloped("conform", Payload.of(Log.CODEC), Reading.of(Verdict.CODEC));

    /** Whether every role did the same in two traces; actions other than sends and receives are refused. */
    public static final Operation<Traces, RoleEquivalence> ROLE_EQUIVALENT =
            MachineOperations.enveloped("role_equivalent", Payload.of(Traces.CODEC), Reading.of(RoleEquivalence.CODEC));

    private ConformanceOperations() {}

    /** What a role did. */
    public sealed interface Action {
        Codec<Action> CODEC = codec();

        /** {@return who did it} */
        String role();

        /** A message to {@code peer} left. */
        record Send(String role, String peer, String label) implements Action {}

        /** A message from {@code peer} arrived. */
        record Receive(String role, String peer, String label) implements Action {}

        /** A choice was made and told to {@code peer}: judged as a {@link Send}. */
        record Choose(String role, String peer, String label) implements Action {}

        /** The role ended. */
        record End(String role) implements Action {}

        private static Codec<Action> codec() {
            return KindCodec.<Action>named("Action", "action")
                    .variant(
                            Send.class,
                            ObjectCodec.of(
                                    "send",
                                    field("role", Codec.STRING, Send::role),
                                    field("peer", Codec.STRING, Send::peer),
                                    field("label", Codec.STRING, Send::label),
                                    Send::new))
                    .variant(
                            Receive.class,
                            ObjectCodec.of(
                                    "receive",
                                    field("role", Codec.STRING, Receive::role),
                                    field("peer", Codec.STRING, Receive::peer),
                                    field("label", Codec.STRING, Receive::label),
                                    Receive::new))
                    .variant(
                            Choose.class,
                            ObjectCodec.of(
                                    "choose",
                                    field("role", Codec.STRING, Choose::role),
                                    field("peer", Codec.STRING, Choose::peer),
                                    field("label", Codec.STRING, Choose::label),
                                    Choose::new))
                    .variant(End.class, ObjectCodec.of("end", field("role", Codec.STRING, End::role), End::new));
        }
    }

    /** The actions of one session, in the order in which they happened. */
    public record Log(GlobalType type, List<Action> actions) {
        public static final Codec<Log> CODEC = ObjectCodec.of(
                "Log",
                field("global_type", TypeCodec.GLOBAL, Log::type),
                field("events", Codec.listOf(Action.CODEC), Log::actions),
                Log::new);

        public Log {
            actions = List.copyOf(actions);
        }
    }

    /** What the model says of a log. */
    public sealed interface Verdict {
        Codec<Verdict> CODEC = codec();

        /** Every role is through with its type, and no message waits. */
        record Complete() implements Verdict {}

        /** Every action is allowed, and something is left to do. */
        record SoFar() implements Verdict {}

        /**
         * An action is not allowed.
         *
         * @param event the index of the first such action, from 0, unsigned
         */
        record Violates(long event) implements Verdict {}

        private static Codec<Verdict> codec() {
            return KindCodec.<Verdict>named("Verdict", "verdict")
                    .constant("complete", new Complete())
                    .constant("so_far", new SoFar())
                    .variant(
                            Violates.class,
                            ObjectCodec.of("violates", field("event", Codec.U64, Violates::event), Violates::new));
        }
    }

    /** Two traces of sends and receives. */
    public record Traces(List<Action> left, List<Action> right) {
        public static final Codec<Traces> CODEC = ObjectCodec.of(
                "Traces",
                field("left", Codec.listOf(Action.CODEC), Traces::left),
                field("right", Codec.listOf(Action.CODEC), Traces::right),
                Traces::new);

        public Traces {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /**
     * What the model says of two traces.
     *
     * @param equivalent whether every role did the same in both, in its own order
     * @param wellFormed whether in both every receive takes the oldest message from its peer, none waiting at first
     */
    public record RoleEquivalence(boolean equivalent, boolean wellFormed) {
        public static final Codec<RoleEquivalence> CODEC = ObjectCodec.of(
                "RoleEquivalence",
                field("equivalent", Codec.BOOL, RoleEquivalence::equivalent),
                field("well_formed", Codec.BOOL, RoleEquivalence::wellFormed),
                RoleEquivalence::new);
    }
}
