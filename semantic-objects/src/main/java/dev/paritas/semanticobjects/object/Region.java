package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that belongs to one session or fragment (spec 30 §4.12). */
public record Region(
        String regionId,
        @Nullable Long session,
        @Nullable String ownerId,
        OwnershipScope scope,
        List<String> operationIds,
        List<Long> effectIds,
        List<String> authoritativeReadIds,
        List<String> handleIds,
        List<String> publicationIds) {
    public static final Codec<Region> CODEC = ObjectCodec.of(
            "Region",
            field("region_id", Codec.STRING, Region::regionId),
            nullable("session", Codec.U64, Region::session),
            nullable("owner_id", Codec.STRING, Region::ownerId),
            field("scope", OwnershipScope.CODEC, Region::scope),
            field("operation_ids", Codec.listOf(Codec.STRING), Region::operationIds),
            field("effect_ids", Codec.listOf(Codec.U64), Region::effectIds),
            field("authoritative_read_ids", Codec.listOf(Codec.STRING), Region::authoritativeReadIds),
            field("handle_ids", Codec.listOf(Codec.STRING), Region::handleIds),
            field("publication_ids", Codec.listOf(Codec.STRING), Region::publicationIds),
            Region::new);

    public Region {
        operationIds = List.copyOf(operationIds);
        effectIds = List.copyOf(effectIds);
        authoritativeReadIds = List.copyOf(authoritativeReadIds);
        handleIds = List.copyOf(handleIds);
        publicationIds = List.copyOf(publicationIds);
    }
}
