package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operation rests on and how far it came; derived from a bundle (spec 30 §13.1). */
public record FinalizationPath(
        String operationId,
        @Nullable Long session,
        @Nullable String ownerId,
        FinalizationReadClass readClass,
        FinalizationStage stage,
        List<String> observedReadIds,
        List<String> authoritativeReadIds,
        List<String> proofIds,
        List<String> canonicalHandleIds,
        List<String> publicationIds,
        List<Long> invalidatedByHandoffIds,
        List<String> rejectedPublicationIds) {
    public static final Codec<FinalizationPath> CODEC = ObjectCodec.of(
            "FinalizationPath",
            field("operation_id", Codec.STRING, FinalizationPath::operationId),
            nullable("session", Codec.U64, FinalizationPath::session),
            nullable("owner_id", Codec.STRING, FinalizationPath::ownerId),
            field("read_class", FinalizationReadClass.CODEC, FinalizationPath::readClass),
            field("stage", FinalizationStage.CODEC, FinalizationPath::stage),
            field("observed_read_ids", Codec.listOf(Codec.STRING), FinalizationPath::observedReadIds),
            field("authoritative_read_ids", Codec.listOf(Codec.STRING), FinalizationPath::authoritativeReadIds),
            field("proof_ids", Codec.listOf(Codec.STRING), FinalizationPath::proofIds),
            field("canonical_handle_ids", Codec.listOf(Codec.STRING), FinalizationPath::canonicalHandleIds),
            field("publication_ids", Codec.listOf(Codec.STRING), FinalizationPath::publicationIds),
            field("invalidated_by_handoff_ids", Codec.listOf(Codec.U64), FinalizationPath::invalidatedByHandoffIds),
            field("rejected_publication_ids", Codec.listOf(Codec.STRING), FinalizationPath::rejectedPublicationIds),
            FinalizationPath::new);

    public FinalizationPath {
        observedReadIds = List.copyOf(observedReadIds);
        authoritativeReadIds = List.copyOf(authoritativeReadIds);
        proofIds = List.copyOf(proofIds);
        canonicalHandleIds = List.copyOf(canonicalHandleIds);
        publicationIds = List.copyOf(publicationIds);
        invalidatedByHandoffIds = List.copyOf(invalidatedByHandoffIds);
        rejectedPublicationIds = List.copyOf(rejectedPublicationIds);
    }

    public boolean isCanonical() {
        return stage == FinalizationStage.CANONICAL;
    }

    public boolean isInvalidated() {
        return stage == FinalizationStage.INVALIDATED;
    }

    /** Which kinds of reads support an operation (spec 30 §3). */
    public enum FinalizationReadClass {
        NONE,
        OBSERVED_ONLY,
        AUTHORITATIVE_ONLY,
        MIXED;

        public static final WordCodec<FinalizationReadClass> CODEC = WordCodec.snakeCase(FinalizationReadClass.class);
    }

    /** How far an operation is on its way to a canonical result (spec 30 §3). */
    public enum FinalizationStage {
        OBSERVED,
        AUTHORITATIVE,
        MATERIALIZED,
        CANONICAL,
        INVALIDATED,
        REJECTED;

        public static final WordCodec<FinalizationStage> CODEC = WordCodec.snakeCase(FinalizationStage.class);
    }
}
