package dev.paritas.model.validator;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the validator makes of a change of membership (spec 32 §7): the event, even when there are objections. Member
 * lists ascend by code point without repetition.
 *
 * @param epoch one more than the starting epoch, of any size
 */
public record TransitionVerdict(
        String artifactId,
        BigInteger epoch,
        List<String> previousMembers,
        List<String> nextMembers,
        List<String> addedMembers,
        List<String> removedMembers,
        boolean overlapPreserved,
        boolean dynamicMembership,
        boolean overlapRequired,
        List<ValidatorIssue> issues) {
    public static final ValidatorIssue DISABLED = new ValidatorIssue(
            "reconfiguration.disabled",
            "policy.dynamic_membership",
            "dynamic membership must be enabled for a reconfiguration transition");
    public static final ValidatorIssue EMPTY_MEMBERSHIP = new ValidatorIssue(
            "reconfiguration.empty_membership",
            "next_members",
            "reconfiguration transitions must preserve a non-empty membership set");
    public static final ValidatorIssue OVERLAP_REQUIRED = new ValidatorIssue(
            "reconfiguration.overlap_required",
            "next_members",
            "overlap-required reconfiguration transitions must preserve at least one member");

    public TransitionVerdict {
        previousMembers = List.copyOf(previousMembers);
        nextMembers = List.copyOf(nextMembers);
        addedMembers = List.copyOf(addedMembers);
        removedMembers = List.copyOf(removedMembers);
        issues = List.copyOf(issues);
    }

    /** {@return the verdict on {@code payload}, whose absent or ill-typed members have their defaults} */
    public static TransitionVerdict of(JsonValue payload) {
        Payload request = new Payload(payload);
        Payload policy = request.member("policy");
        boolean dynamic = policy.member("dynamic_membership").isTrue();
        boolean overlapRequired = policy.member("overlap_required").isTrue();
        BigInteger start = request.member("starting_epoch").natural().orElse(BigInteger.ZERO);
        NavigableSet<String> previous =
                sorted(request.member("previous_members").texts());
        NavigableSet<String> next = sorted(request.member("next_members").texts());
        boolean overlap = previous.isEmpty() || !Collections.disjoint(previous, next);
        List<ValidatorIssue> issues = new ArrayList<>();
        if (!dynamic) {
            issues.add(DISABLED);
        }
        if (next.isEmpty()) {
            issues.add(EMPTY_MEMBERSHIP);
        }
        if (overlapRequired && !overlap) {
            issues.add(OVERLAP_REQUIRED);
        }
        return new TransitionVerdict(
                request.member("artifact_id").text().orElse("reconfiguration"),
                start.add(BigInteger.ONE),
                List.copyOf(previous),
                List.copyOf(next),
                without(next, previous::contains),
                without(previous, next::contains),
                overlap,
                dynamic,
                overlapRequired,
                issues);
    }

    private static NavigableSet<String> sorted(Collection<String> members) {
        TreeSet<String> sorted = new TreeSet<>(CodePointOrder.INSTANCE);
        sorted.addAll(members);
        return sorted;
    }

    private static List<String> without(Collection<String> members, Predicate<String> known) {
        return members.stream().filter(known.negate()).toList();
    }
}
