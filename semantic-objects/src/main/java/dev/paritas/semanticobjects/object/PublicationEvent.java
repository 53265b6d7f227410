package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
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
    public static final Codec<PublicationEvent> CODEC = ObjectCodec.of(
            "PublicationEvent",
            field("publication_id", Codec.STRING, PublicationEvent::publicationId),
            nullable("session", Codec.U64, PublicationEvent::session),
            field("operation_id", Codec.STRING, PublicationEvent::operationId),
            nullable("owner_id", Codec.STRING, PublicationEvent::ownerId),
            field("publication", Codec.STRING, PublicationEvent::publication),
            field("observer_class", PublicationObserverClass.CODEC, PublicationEvent::observerClass),
            field("status", PublicationStatus.CODEC, PublicationEvent::status),
            nullable("proof_ref", Codec.STRING, PublicationEvent::proofRef),
            nullable("handle_ref", Codec.STRING, PublicationEvent::handleRef),
            nullable("reason", Codec.STRING, PublicationEvent::reason),
            PublicationEvent::new);

    /** Who may rely on a publication (spec 30 §3). */
    public enum PublicationObserverClass {
        CANONICAL,
        AUDIT;

        public static final WordCodec<PublicationObserverClass> CODEC =
                WordCodec.snakeCase(PublicationObserverClass.class);
    }

    /** Whether a publication stands (spec 30 §3). */
    public enum PublicationStatus {
        PUBLISHED,
        REJECTED;

        public static final WordCodec<PublicationStatus> CODEC = WordCodec.snakeCase(PublicationStatus.class);
    }
}
