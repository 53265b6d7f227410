package dev.paritas.semanticobjects.object;

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
    public static final Codec<Region> CODEC = ObjectCodec.of("Region", m -> {
        var regionId = m.required("region_id", Codec.STRING, Region::regionId);
        var session = m.nullable("session", Codec.U64, Region::session);
        var ownerId = m.nullable("owner_id", Codec.STRING, Region::ownerId);
        var scope = m.required("scope", OwnershipScope.CODEC, Region::scope);
        var operationIds = m.required("operation_ids", Codec.listOf(Codec.STRING), Region::operationIds);
        var effectIds = m.required("effect_ids", Codec.listOf(Codec.U64), Region::effectIds);
        var authoritativeReadIds =
                m.required("authoritative_read_ids", Codec.listOf(Codec.STRING), Region::authoritativeReadIds);
        var handleIds = m.required("handle_ids", Codec.listOf(Codec.STRING), Region::handleIds);
        var publicationIds = m.required("publication_ids", Codec.listOf(Codec.STRING), Region::publicationIds);
        return in -> new Region(
                in.get(regionId),
                in.get(session),
                in.get(ownerId),
                in.get(scope),
                in.get(operationIds),
                in.get(effectIds),
                in.get(authoritativeReadIds),
                in.get(handleIds),
                in.get(publicationIds));
    });

    public Region {
        operationIds = List.copyOf(operationIds);
        effectIds = List.copyOf(effectIds);
        authoritativeReadIds = List.copyOf(authoritativeReadIds);
        handleIds = List.copyOf(handleIds);
        publicationIds = List.copyOf(publicationIds);
    }
}
