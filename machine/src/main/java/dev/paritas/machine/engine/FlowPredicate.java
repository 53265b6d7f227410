package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import java.util.List;

/** A serialisable condition on telling a fact to a role (spec 20 §15.4). */
public sealed interface FlowPredicate {
    record TargetRolePrefix(String prefix) implements FlowPredicate {}

    record FactContains(String text) implements FlowPredicate {}

    record EndpointRoleMatchesTarget() implements FlowPredicate {}

    /** True when every part holds; true when empty. */
    record All(List<FlowPredicate> parts) implements FlowPredicate {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** True when some part holds; false when empty. */
    record Any(List<FlowPredicate> parts) implements FlowPredicate {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    Codec<FlowPredicate> CODEC = Codec.recursive("FlowPredicate", () -> FlowPredicate.TAGGED);

    Codec<FlowPredicate> TAGGED = TaggedCodec.<FlowPredicate>named("FlowPredicate")
            .variant(
                    "TargetRolePrefix",
                    TargetRolePrefix.class,
                    Codec.STRING,
                    TargetRolePrefix::new,
                    TargetRolePrefix::prefix)
            .variant("FactContains", FactContains.class, Codec.STRING, FactContains::new, FactContains::text)
            .constant("EndpointRoleMatchesTarget", new EndpointRoleMatchesTarget())
            .variant("All", All.class, Codec.listOf(CODEC), All::new, All::parts)
            .variant("Any", Any.class, Codec.listOf(CODEC), Any::new, Any::parts)
            .build();

    default boolean allows(KnowledgeFact fact, String targetRole) {
        return switch (this) {
            case TargetRolePrefix(String prefix) -> targetRole.startsWith(prefix);
            case FactContains(String text) -> fact.fact().contains(text);
            case EndpointRoleMatchesTarget() -> fact.endpoint().role().equals(targetRole);
            case All(var parts) -> parts.stream().allMatch(part -> part.allows(fact, targetRole));
            case Any(var parts) -> parts.stream().anyMatch(part -> part.allows(fact, targetRole));
        };
    }
}
