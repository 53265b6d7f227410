package dev.paritas.semanticobjects.membership;

import static dev.paritas.semanticobjects.json.Field.field;

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
    public static final Codec<ReconfigurationEvent> CODEC = ObjectCodec.of(
            "ReconfigurationEvent",
            field("artifact_id", Codec.STRING, ReconfigurationEvent::artifactId),
            field("epoch", Codec.U64, ReconfigurationEvent::epoch),
            field("previous_members", Codec.listOf(Codec.STRING), ReconfigurationEvent::previousMembers),
            field("next_members", Codec.listOf(Codec.STRING), ReconfigurationEvent::nextMembers),
            field("added_members", Codec.listOf(Codec.STRING), ReconfigurationEvent::addedMembers),
            field("removed_members", Codec.listOf(Codec.STRING), ReconfigurationEvent::removedMembers),
            field("overlap_preserved", Codec.BOOL, ReconfigurationEvent::overlapPreserved),
            field("dynamic_membership", Codec.BOOL, ReconfigurationEvent::dynamicMembership),
            field("overlap_required", Codec.BOOL, ReconfigurationEvent::overlapRequired),
            ReconfigurationEvent::new);

    public ReconfigurationEvent {
        previousMembers = List.copyOf(previousMembers);
        nextMembers = List.copyOf(nextMembers);
        addedMembers = List.copyOf(addedMembers);
        removedMembers = List.copyOf(removedMembers);
    }
}
