package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Who may learn which fact (spec 20 §15.4); only {@code Check} asks. */
public sealed interface FlowPolicy {
    record AllowAll() implements FlowPolicy {}

    record DenyAll() implements FlowPolicy {}

    record AllowRoles(Set<String> roles) implements FlowPolicy {
        public AllowRoles {
            roles = Set.copyOf(roles);
        }
    }

    record DenyRoles(Set<String> roles) implements FlowPolicy {
        public DenyRoles {
            roles = Set.copyOf(roles);
        }
    }

    /** A host closure over fact and target role: compared by identity, and without a JSON form. */
    record Predicate(BiPredicate<KnowledgeFact, String> test) implements FlowPolicy {
        private static Predicate unreadable(String text) {
            throw new IllegalArgumentException("runtime closure predicate is not serializable");
        }

        private String unwritable() {
            throw new IllegalArgumentException("runtime closure predicate is not serializable");
        }
    }

    record PredicateExpr(FlowPredicate predicate) implements FlowPolicy {}

    Codec<FlowPolicy> CODEC = TaggedCodec.<FlowPolicy>named("FlowPolicy")
            .constant("AllowAll", new AllowAll())
            .constant("DenyAll", new DenyAll())
            .variant(
                    "AllowRoles",
                    AllowRoles.class,
                    Codec.listOf(Codec.STRING),
                    roles -> new AllowRoles(Set.copyOf(roles)),
                    policy -> sorted(policy.roles()))
            .variant(
                    "DenyRoles",
                    DenyRoles.class,
                    Codec.listOf(Codec.STRING),
                    roles -> new DenyRoles(Set.copyOf(roles)),
                    policy -> sorted(policy.roles()))
            .refused("Predicate", Predicate.class, Codec.STRING, Predicate::unreadable, Predicate::unwritable)
            .variant(
                    "PredicateExpr",
                    PredicateExpr.class,
                    FlowPredicate.CODEC,
                    PredicateExpr::new,
                    PredicateExpr::predicate)
            .build();

    private static List<String> sorted(Set<String> roles) {
        return roles.stream().sorted(CodePointOrder.INSTANCE).toList();
    }

    /** {@return whether {@code targetRole} may learn {@code fact}} */
    default boolean allows(KnowledgeFact fact, String targetRole) {
        return switch (this) {
            case AllowAll() -> true;
            case DenyAll() -> false;
            case AllowRoles(var roles) -> roles.contains(targetRole);
            case DenyRoles(var roles) -> !roles.contains(targetRole);
            case Predicate(var test) -> test.test(fact, targetRole);
            case PredicateExpr(var predicate) -> predicate.allows(fact, targetRole);
        };
    }

    /** {@return whether {@code targetRole} may be told anything at all; conditions on the fact count as met} */
    default boolean allowsRole(String targetRole) {
        return switch (this) {
            case AllowAll() -> true;
            case DenyAll() -> false;
            case AllowRoles(var roles) -> roles.contains(targetRole);
            case DenyRoles(var roles) -> !roles.contains(targetRole);
            case Predicate ignored -> true;
            case PredicateExpr ignored -> true;
        };
    }
}
