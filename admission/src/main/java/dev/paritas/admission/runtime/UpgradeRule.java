package dev.paritas.admission.runtime;

import dev.paritas.admission.runtime.AdmittedExecution.MixedDeterminism;
import dev.paritas.semanticobjects.membership.ReconfigurationStep;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeRequest;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.ExecutionConstraint;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PendingEffectTreatment;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PublicationContinuity;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What makes a runtime upgrade fail before any step is taken; the first broken rule is the reason (spec 31 §10.5). */
enum UpgradeRule {
    HAS_STEPS("must contain at least one plan step", in -> in.steps().isEmpty()),
    PUBLICATIONS_APART(
            "may not both carry and invalidate the same canonical publication",
            in -> meet(in.request().carriedPublicationIds(), in.request().invalidatedPublicationIds())),
    OBLIGATIONS_APART(
            "may not both carry and invalidate the same obligation",
            in -> meet(in.request().carriedObligationIds(), in.request().invalidatedObligationIds())),
    PROFILE_PRESERVED(
            "requires preserving the admitted execution profile",
            in -> in.wants(ExecutionConstraint.PRESERVE_BUNDLE_PROFILE)
                    && !in.admitted().packProfileSupported()),
    CONTRACTS_PRESENT(
            "requires runtime contracts for mixed determinism", in -> in.mixes(MixedDeterminism.NO_CONTRACTS)),
    MIXTURE_ADMITTED("requires mixed-determinism admission", in -> in.mixes(MixedDeterminism.REFUSED)),
    OWNERSHIP_CONTINUES(
            "requires ownership continuity across the first cutover",
            // Nobody shares a member with anybody, so a state without members breaks the rule as well.
            in -> in.compatibility().ownershipContinuityRequired()
                    && !meet(in.members(), in.steps().getFirst().nextMembers())),
    PENDING_EFFECTS_EXPLICIT(
            "must make pending-effect treatment explicit",
            in -> in.compatibility().pendingEffectTreatment() == PendingEffectTreatment.INVALIDATE_BLOCKED
                    && in.request().carriedObligationIds().isEmpty()
                    && in.request().invalidatedObligationIds().isEmpty()),
    PUBLICATIONS_CONTINUE(
            "may not invalidate canonical publications when continuity is required",
            in -> in.compatibility().canonicalPublicationContinuity() == PublicationContinuity.PRESERVE_CANONICAL_TRUTH
                    && !in.request().invalidatedPublicationIds().isEmpty());

    /** A request with what it is held against. */
    private record Situation(RuntimeUpgradeRequest request, List<String> members, AdmittedExecution admitted) {
        List<ReconfigurationStep> steps() {
            return request.plan().steps();
        }

        UpgradeCompatibility compatibility() {
            return request.compatibility();
        }

        boolean wants(ExecutionConstraint constraint) {
            return compatibility().executionConstraint() == constraint;
        }

        boolean mixes(MixedDeterminism mixture) {
            return wants(ExecutionConstraint.MIXED_DETERMINISM_ALLOWED) && admitted.mixedDeterminism() == mixture;
        }
    }

    private static boolean meet(List<String> one, List<String> other) {
        // As a set: ids come from outside and may be many.
        return !Collections.disjoint(new HashSet<>(one), other);
    }

    private final String objection;
    private final Predicate<Situation> brokenBy;

    UpgradeRule(String objection, Predicate<Situation> brokenBy) {
        this.objection = objection;
        this.brokenBy = brokenBy;
    }

    /** {@return what the first broken rule says of the upgrade, without its name} */
    static Optional<String> objection(RuntimeUpgradeRequest request, List<String> members, AdmittedExecution admitted) {
        Situation situation = new Situation(request, members, admitted);
        return Arrays.stream(values())
                .filter(rule -> rule.brokenBy.test(situation))
                .map(rule -> rule.objection)
                .findFirst();
    }
}
