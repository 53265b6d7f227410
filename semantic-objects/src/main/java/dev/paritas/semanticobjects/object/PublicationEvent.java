package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** What an operation publishes to observers (spec 30 §4.9). */
public record PublicationEvent(
        String publicationId,
        @Nullable Long session,
        String operationId,
        @Nullable String ownerId,
        String publication,
        PublicationObserverClass observerClass,
        PublicationStatus status,
        @Nullable String proofRef,
        @Nullable String handleRef,
        @Nullable String reason) {
    public static final Codec<PublicationEvent> CODEC = ObjectCodec.of("PublicationEvent", m -> {
        var publicationId = m.required("publication_id", Codec.STRING, PublicationEvent::publicationId);
        var session = m.nullable("session", Codec.U64, PublicationEvent::session);
        var operationId = m.required("operation_id", Codec.STRING, PublicationEvent::operationId);
        var ownerId = m.nullable("owner_id", Codec.STRING, PublicationEvent::ownerId);
        var publication = m.required("publication", Codec.STRING, PublicationEvent::publication);
        var observerClass =
                m.required("observer_class", PublicationObserverClass.CODEC, PublicationEvent::observerClass);
        var status = m.required("status", PublicationStatus.CODEC, PublicationEvent::status);
        var proofRef = m.nullable("proof_ref", Codec.STRING, PublicationEvent::proofRef);
        var handleRef = m.nullable("handle_ref", Codec.STRING, PublicationEvent::handleRef);
        var reason = m.nullable("reason", Codec.STRING, PublicationEvent::reason);
        return in -> new PublicationEvent(
                in.get(publicationId),
                in.get(session),
                in.get(operationId),
                in.get(ownerId),
                in.get(publication),
                in.get(observerClass),
                in.get(status),
                in.get(proofRef),
                in.get(handleRef),
                in.get(reason));
    });
}
