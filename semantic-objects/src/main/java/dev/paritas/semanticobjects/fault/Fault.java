package dev.paritas.semanticobjects.fault;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import dev.paritas.semanticobjects.value.Edge;
import dev.paritas.semanticobjects.value.Endpoint;
import dev.paritas.semanticobjects.value.ValType;

/** Why a coroutine ended before its halt (spec 20 §4), in the order of the binary tags. */
public sealed interface Fault {
    record TypeViolation(ValType expected, ValType actual, String message) implements Fault {
        public static final Codec<TypeViolation> CODEC = ObjectCodec.of(
                "FaultTypeViolation",
                field("expected", ValType.CODEC, TypeViolation::expected),
                field("actual", ValType.CODEC, TypeViolation::actual),
                field("message", Codec.STRING, TypeViolation::message),
                TypeViolation::new);
    }

    record UnknownLabel(String label) implements Fault {
        public static final Codec<UnknownLabel> CODEC = ObjectCodec.of(
                "FaultUnknownLabel", field("label", Codec.STRING, UnknownLabel::label), UnknownLabel::new);
    }

    record ChannelClosed(Endpoint endpoint) implements Fault {
        public static final Codec<ChannelClosed> CODEC = ObjectCodec.of(
                "FaultChannelClosed", field("endpoint", Endpoint.CODEC, ChannelClosed::endpoint), ChannelClosed::new);
    }

    record InvalidSignature(Edge edge) implements Fault {
        public static final Codec<InvalidSignature> CODEC = ObjectCodec.of(
                "FaultInvalidSignature", field("edge", Edge.CODEC, InvalidSignature::edge), InvalidSignature::new);
    }

    record VerificationFailed(Edge edge, String message) implements Fault {
        public static final Codec<VerificationFailed> CODEC = ObjectCodec.of(
                "FaultVerificationFailed",
                field("edge", Edge.CODEC, VerificationFailed::edge),
                field("message", Codec.STRING, VerificationFailed::message),
                VerificationFailed::new);
    }

    record Invoke(EffectFailure failure) implements Fault {
        public static final Codec<Invoke> CODEC =
                ObjectCodec.of("FaultInvoke", field("failure", EffectFailure.CODEC, Invoke::failure), Invoke::new);
    }

    record Acquire(String layer, EffectFailure failure) implements Fault {
        public static final Codec<Acquire> CODEC = ObjectCodec.of(
                "FaultAcquire",
                field("layer", Codec.STRING, Acquire::layer),
                field("failure", EffectFailure.CODEC, Acquire::failure),
                Acquire::new);
    }

    record Transfer(String message) implements Fault {
        public static final Codec<Transfer> CODEC =
                ObjectCodec.of("FaultTransfer", field("message", Codec.STRING, Transfer::message), Transfer::new);
    }

    record Speculation(String message) implements Fault {
        public static final Codec<Speculation> CODEC = ObjectCodec.of(
                "FaultSpeculation", field("message", Codec.STRING, Speculation::message), Speculation::new);
    }

    record Close(String message) implements Fault {
        public static final Codec<Close> CODEC =
                ObjectCodec.of("FaultClose", field("message", Codec.STRING, Close::message), Close::new);
    }

    record FlowViolation(String message) implements Fault {
        public static final Codec<FlowViolation> CODEC = ObjectCodec.of(
                "FaultFlowViolation", field("message", Codec.STRING, FlowViolation::message), FlowViolation::new);
    }

    record NoProgressToken(Edge edge) implements Fault {
        public static final Codec<NoProgressToken> CODEC = ObjectCodec.of(
                "FaultNoProgressToken", field("edge", Edge.CODEC, NoProgressToken::edge), NoProgressToken::new);
    }

    record OutputCondition(String predicateRef) implements Fault {
        public static final Codec<OutputCondition> CODEC = ObjectCodec.of(
                "FaultOutputCondition",
                field("predicate_ref", Codec.STRING, OutputCondition::predicateRef),
                OutputCondition::new);
    }

    record OutOfRegisters() implements Fault {}

    record PcOutOfBounds() implements Fault {}

    record BufferFull(Endpoint endpoint) implements Fault {
        public static final Codec<BufferFull> CODEC = ObjectCodec.of(
                "FaultBufferFull", field("endpoint", Endpoint.CODEC, BufferFull::endpoint), BufferFull::new);
    }

    record OutOfCredits() implements Fault {}

    Codec<Fault> CODEC = Codec.lazy(() -> FaultCodec.INSTANCE);

    /** {@return a type violation that only has a text: both types are {@code Unit}} */
    static Fault typeViolation(String message) {
        return new TypeViolation(ValType.UNIT, ValType.UNIT, message);
    }

    /** {@return the text shown to people} */
    default String displayText() {
        return switch (this) {
            case TypeViolation(ValType expected, ValType actual, String message) ->
                "type violation (expected " + expected.debugText() + ", actual " + actual.debugText() + "): " + message;
            case UnknownLabel(String label) -> "unknown label: " + label;
            case ChannelClosed(Endpoint endpoint) -> "channel closed: " + endpoint.displayText();
            case InvalidSignature(Edge edge) -> "invalid signature on edge " + edge.displayText();
            case VerificationFailed(Edge edge, String message) ->
                "verification failed on edge " + edge.displayText() + ": " + message;
            case Invoke(EffectFailure failure) -> "invoke fault: " + failure.displayText();
            case Acquire(String layer, EffectFailure failure) ->
                "acquire fault (" + layer + "): " + failure.displayText();
            case Transfer(String message) -> "transfer fault: " + message;
            case Speculation(String message) -> "speculation fault: " + message;
            case Close(String message) -> "close fault: " + message;
            case FlowViolation(String message) -> "flow violation: " + message;
            case NoProgressToken(Edge edge) -> "missing progress token for edge " + edge.displayText();
            case OutputCondition(String predicateRef) -> "output-condition rejected: " + predicateRef;
            case OutOfRegisters() -> "out of registers";
            case PcOutOfBounds() -> "PC out of bounds";
            case BufferFull(Endpoint endpoint) -> "buffer full: " + endpoint.displayText();
            case OutOfCredits() -> "out of credits";
        };
    }

    default FaultClass faultClass() {
        return switch (this) {
            case TypeViolation ignored -> FaultClass.TYPE;
            case UnknownLabel ignored -> FaultClass.LABEL;
            case ChannelClosed ignored -> FaultClass.CHANNEL;
            case InvalidSignature ignored -> FaultClass.VERIFICATION;
            case VerificationFailed ignored -> FaultClass.VERIFICATION;
            case Invoke ignored -> FaultClass.INVOKE;
            case Acquire ignored -> FaultClass.ACQUIRE;
            case Transfer ignored -> FaultClass.TRANSFER;
            case Speculation ignored -> FaultClass.SPECULATION;
            case Close ignored -> FaultClass.CLOSE;
            case FlowViolation ignored -> FaultClass.FLOW;
            case NoProgressToken ignored -> FaultClass.PROGRESS;
            case OutputCondition ignored -> FaultClass.OUTPUT_CONDITION;
            case OutOfRegisters ignored -> FaultClass.REGISTER;
            case PcOutOfBounds ignored -> FaultClass.PROGRAM_COUNTER;
            case BufferFull ignored -> FaultClass.BUFFER;
            case OutOfCredits ignored -> FaultClass.CREDITS;
        };
    }
}

/** The tags of a {@link Fault}. */
final class FaultCodec {
    static final Codec<Fault> INSTANCE = TaggedCodec.<Fault>named("Fault")
            .variant("TypeViolation", Fault.TypeViolation.class, Fault.TypeViolation.CODEC)
            .variant("UnknownLabel", Fault.UnknownLabel.class, Fault.UnknownLabel.CODEC)
            .variant("ChannelClosed", Fault.ChannelClosed.class, Fault.ChannelClosed.CODEC)
            .variant("InvalidSignature", Fault.InvalidSignature.class, Fault.InvalidSignature.CODEC)
            .variant("VerificationFailed", Fault.VerificationFailed.class, Fault.VerificationFailed.CODEC)
            .variant("Invoke", Fault.Invoke.class, Fault.Invoke.CODEC)
            .variant("Acquire", Fault.Acquire.class, Fault.Acquire.CODEC)
            .variant("Transfer", Fault.Transfer.class, Fault.Transfer.CODEC)
            .variant("Speculation", Fault.Speculation.class, Fault.Speculation.CODEC)
            .variant("Close", Fault.Close.class, Fault.Close.CODEC)
            .variant("FlowViolation", Fault.FlowViolation.class, Fault.FlowViolation.CODEC)
            .variant("NoProgressToken", Fault.NoProgressToken.class, Fault.NoProgressToken.CODEC)
            .variant("OutputCondition", Fault.OutputCondition.class, Fault.OutputCondition.CODEC)
            .constant("OutOfRegisters", new Fault.OutOfRegisters())
            .constant("PcOutOfBounds", new Fault.PcOutOfBounds())
            .variant("BufferFull", Fault.BufferFull.class, Fault.BufferFull.CODEC)
            .constant("OutOfCredits", new Fault.OutOfCredits())
            .build();

    private FaultCodec() {}
}
