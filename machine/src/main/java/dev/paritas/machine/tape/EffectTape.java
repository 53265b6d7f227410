package dev.paritas.machine.tape;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectMetadata;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectResponse;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.json.SchemaVersionCodec;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every effect that a handler was asked for, in the order of asking, with its answer (spec 21 §9). Unlike the machine's own
 * effect trace it has the topology requests and the hints, so a run can be answered from it.
 */
public record EffectTape(List<EffectTraceEntry> entries) {
    public static final String SCHEMA_VERSION = "paritas.effect_tape.v1";

    /** The most bytes of a tape's document, as for the reference's replay files (spec 51 §11.3). */
    public static final int MAX_BYTES = 64 * 1024 * 1024;

    /** The most entries that a recorder keeps; far fewer fit into a document when registers are full. */
    public static final int MAX_ENTRIES = 1 << 19;

    private static final ReadPolicy DOCUMENT = ReadPolicy.STRICT.withMaxBytes(MAX_BYTES);

    /** Answers lie three levels deep in the document; members that we do not know are skipped, as a peer does. */
    static final ReadPolicy ANSWER = ReadPolicy.PEER.withMaxBytes(MAX_BYTES).withMaxDepth(DOCUMENT.maxDepth() - 3);

    public static final Codec<EffectTape> CODEC = ObjectCodec.of(
                    "EffectTape",
                    field("entries", Codec.listOf(EffectTraceEntry.CODEC), EffectTape::entries),
                    EffectTape::new)
            .headed("schema_version", new SchemaVersionCodec(SCHEMA_VERSION, " for the effect tape"), SCHEMA_VERSION);

    public EffectTape {
        entries = List.copyOf(entries);
    }

    /**
     * {@return the tape of exchanges: those of a recorder or, since they are the same requests in the same order, those in
     * the records of a machine}
     *
     * @throws dev.paritas.semanticobjects.json.JsonException {@code INPUT_TOO_DEEP} when a value nests deeper than a
     *     document may
     */
    public static EffectTape ofExchanges(List<EffectExchange> exchanges) {
        return new EffectTape(exchanges.stream().map(EffectTape::entry).toList());
    }

    static EffectTraceEntry entry(EffectExchange exchange) {
        EffectRequest request = exchange.request();
        EffectMetadata metadata = request.metadata();
        return new EffectTraceEntry(
                exchange.effectId(),
                request.body().effectKind().word(),
                tree(EffectRequest.CODEC, request),
                tree(EffectOutcome.CODEC, exchange.outcome()),
                exchange.handlerIdentity(),
                metadata.interfaceName(),
                metadata.operationName(),
                exchange.orderingKey(),
                firstEvent(exchange.outcome()));
    }

    private static @Nullable TopologyEvent firstEvent(EffectOutcome outcome) {
        return outcome.response() instanceof EffectResponse.Topology(var events) && !events.isEmpty()
                ? events.getFirst()
                : null;
    }

    private static <T> JsonValue tree(Codec<T> codec, T value) {
        return JsonInput.read(JsonOutput.compactBytes(codec, value), ANSWER, JsonValue.CODEC);
    }

    /**
     * Reads a tape's document strictly.
     *
     * @throws dev.paritas.semanticobjects.json.JsonException when it is none, or larger than {@link #MAX_BYTES}
     */
    public static EffectTape read(byte[] utf8) {
        return JsonInput.read(utf8, DOCUMENT, CODEC);
    }

    /**
     * {@return the canonical document}
     *
     * @throws ProblemException ({@link TapeProblem}) {@code TAPE_TOO_LARGE} when no reader would accept it
     */
    public byte[] toBytes() {
        byte[] bytes = JsonOutput.compactBytes(CODEC, this);
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(new TapeProblem(
                    TapeProblem.Kind.TAPE_TOO_LARGE,
                    "the tape has " + bytes.length + " bytes, of " + MAX_BYTES + " that a reader accepts"));
        }
        return bytes;
    }
}
