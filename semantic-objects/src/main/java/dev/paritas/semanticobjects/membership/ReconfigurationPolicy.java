package dev.paritas.semanticobjects.membership;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * What a bundle allows of changes of membership (spec 31 §10.1); as a claim, spec 32 §3.4.
 *
 * @param dynamicMembership whether members may change at all
 * @param overlapRequired whether a change must keep at least one member
 */
public record ReconfigurationPolicy(boolean dynamicMembership, boolean overlapRequired) {
    public static final Codec<ReconfigurationPolicy> CODEC = ObjectCodec.of(
            "ReconfigurationPolicy",
            field("dynamic_membership", Codec.BOOL, ReconfigurationPolicy::dynamicMembership),
            field("overlap_required", Codec.BOOL, ReconfigurationPolicy::overlapRequired),
            ReconfigurationPolicy::new);
}
