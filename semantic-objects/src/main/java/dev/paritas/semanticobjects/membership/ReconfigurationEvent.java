package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * One change of membership; all member lists ascend by code point without repetition (spec 31 §10.1).
 *
 * @param epoch the epoch that begins, unsigned
 */
public record ReconfigurationEvent(
        String artifactId,
        long epoch,
        List<String> previousMembers,
        List<String> nextMembers,
        List<String> addedMembers,
        List<String> removedMembers,
        boolean overlapPreserved,
        boolean dynamicMembership,
        boolean overlapRequired) {
    public static final Codec<ReconfigurationEvent> CODEC = ObjectCodec.of("ReconfigurationEvent", m -> {
        var artifactId = m.required("artifact_id", Codec.STRING, ReconfigurationEvent::artifactId);
        var epoch = m.required("epoch", Codec.U64, ReconfigurationEvent::epoch);
        var previousMembers =
                m.required("previous_members", Codec.listOf(Codec.STRING), ReconfigurationEvent::previousMembers);
        var nextMembers = m.required("next_members", Codec.listOf(Codec.STRING), ReconfigurationEvent::nextMembers);
        var addedMembers = m.required("added_members", Codec.listOf(Codec.STRING), ReconfigurationEvent::addedMembers);
        var removedMembers =
                m.required("removed_members", Codec.listOf(Codec.STRING), ReconfigurationEvent::removedMembers);
        var overlapPreserved = m.required("overlap_preserved", Codec.BOOL, ReconfigurationEvent::overlapPreserved);
        var dynamicMembership = m.required("dynamic_membership", Codec.BOOL, ReconfigurationEvent::dynamicMembership);
        var overlapRequired = m.required("overlap_required", Codec.BOOL, ReconfigurationEvent::overlapRequired);
        return in -> new ReconfigurationEvent(
                in.get(artifactId),
                in.get(epoch),
                in.get(previousMembers),
                in.get(nextMembers),
                in.get(addedMembers),
                in.get(removedMembers),
                in.get(overlapPreserved),
                in.get(dynamicMembership),
                in.get(overlapRequired));
    });

    public ReconfigurationEvent {
        previousMembers = List.copyOf(previousMembers);
        nextMembers = List.copyOf(nextMembers);
        addedMembers = List.copyOf(addedMembers);
        removedMembers = List.copyOf(removedMembers);
    }
}
