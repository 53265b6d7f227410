package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
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
    public static final Codec<FinalizationPath> CODEC = ObjectCodec.of("FinalizationPath", m -> {
        var operationId = m.required("operation_id", Codec.STRING, FinalizationPath::operationId);
        var session = m.nullable("session", Codec.U64, FinalizationPath::session);
        var ownerId = m.nullable("owner_id", Codec.STRING, FinalizationPath::ownerId);
        var readClass = m.required("read_class", FinalizationReadClass.CODEC, FinalizationPath::readClass);
        var stage = m.required("stage", FinalizationStage.CODEC, FinalizationPath::stage);
        var observedReadIds =
                m.required("observed_read_ids", Codec.listOf(Codec.STRING), FinalizationPath::observedReadIds);
        var authoritativeReadIds = m.required(
                "authoritative_read_ids", Codec.listOf(Codec.STRING), FinalizationPath::authoritativeReadIds);
        var proofIds = m.required("proof_ids", Codec.listOf(Codec.STRING), FinalizationPath::proofIds);
        var canonicalHandleIds =
                m.required("canonical_handle_ids", Codec.listOf(Codec.STRING), FinalizationPath::canonicalHandleIds);
        var publicationIds =
                m.required("publication_ids", Codec.listOf(Codec.STRING), FinalizationPath::publicationIds);
        var invalidatedByHandoffIds = m.required(
                "invalidated_by_handoff_ids", Codec.listOf(Codec.U64), FinalizationPath::invalidatedByHandoffIds);
        var rejectedPublicationIds = m.required(
                "rejected_publication_ids", Codec.listOf(Codec.STRING), FinalizationPath::rejectedPublicationIds);
        return in -> new FinalizationPath(
                in.get(operationId),
                in.get(session),
                in.get(ownerId),
                in.get(readClass),
                in.get(stage),
                in.get(observedReadIds),
                in.get(authoritativeReadIds),
                in.get(proofIds),
                in.get(canonicalHandleIds),
                in.get(publicationIds),
                in.get(invalidatedByHandoffIds),
                in.get(rejectedPublicationIds));
    });

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
}
