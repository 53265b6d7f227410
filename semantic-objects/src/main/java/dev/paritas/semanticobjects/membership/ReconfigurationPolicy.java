package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * What a bundle allows of changes of membership (spec 31 §10.1); as a claim, spec 32 §3.4.
 *
 * @param dynamicMembership whether members may change at all
 * @param overlapRequired whether a change must keep at least one member
 */
public record ReconfigurationPolicy(boolean dynamicMembership, boolean overlapRequired) {
    public static final Codec<ReconfigurationPolicy> CODEC = ObjectCodec.of("ReconfigurationPolicy", m -> {
        var dynamicMembership = m.required("dynamic_membership", Codec.BOOL, ReconfigurationPolicy::dynamicMembership);
        var overlapRequired = m.required("overlap_required", Codec.BOOL, ReconfigurationPolicy::overlapRequired);
        return in -> new ReconfigurationPolicy(in.get(dynamicMembership), in.get(overlapRequired));
    });
}
