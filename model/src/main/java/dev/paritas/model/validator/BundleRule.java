package dev.paritas.model.validator;

import dev.paritas.semanticobjects.json.JsonValue;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What makes a bundle's claims unacceptable, in the order of the answer (spec 32 §6.2). */
public enum BundleRule {
    /** {@code intersection_size = 0  or  2 * quorum_size <= n}, for every quorum system. */
    BAD_QUORUM(
            "bundle.bad_quorum",
            "claims.distributed.quorum_geometry",
            "quorum geometry must guarantee non-empty intersection and majority overlap",
            BundleRule::badQuorum),
    /** Cooperative progress is claimed where a deterministic role may crash. */
    DEADLOCK_RISK(
            "bundle.deadlock_risk",
            "claims.liveness",
            "cooperative progress claims with crash-bound FLP assumptions are rejected in the executable verifier",
            BundleRule::deadlockRisk),
    /** Progress is claimed and no delay is bounded. */
    UNBOUNDED_WAIT(
            "bundle.unbounded_wait",
            "claims.distributed.partial_synchrony",
            "progress-required bundles must provide a bounded synchrony window",
            BundleRule::unboundedWait);

    private final ValidatorIssue issue;
    private final Predicate<Payload> brokenBy;

    BundleRule(String code, String path, String message, Predicate<Payload> brokenBy) {
        this.issue = new ValidatorIssue(code, path, message);
        this.brokenBy = brokenBy;
    }

    /** {@return the objection to a bundle that breaks this rule} */
    public ValidatorIssue issue() {
        return issue;
    }

    /** {@return the objections to {@code bundle}; anything is a bundle here, and what cannot be read is not claimed} */
    public static List<ValidatorIssue> verify(JsonValue bundle) {
        Payload claims = new Payload(bundle).member("claims");
        return Arrays.stream(values())
                .filter(rule -> rule.brokenBy.test(claims))
                .map(BundleRule::issue)
                .toList();
    }

    private static boolean badQuorum(Payload claims) {
        Payload geometry = claims.member("distributed").member("quorum_geometry");
        Optional<BigInteger> n = geometry.member("n").natural();
        Optional<BigInteger> quorum = geometry.member("quorum_size").natural();
        Optional<BigInteger> intersection = geometry.member("intersection_size").natural();
        if (n.isEmpty() || quorum.isEmpty() || intersection.isEmpty()) {
            return false;
        }
        return intersection.get().signum() == 0 || quorum.get().shiftLeft(1).compareTo(n.get()) <= 0;
    }

    private static boolean deadlockRisk(Payload claims) {
        Payload flp = claims.member("distributed").member("flp");
        Payload liveness = claims.member("liveness");
        return flp.member("crash_bound")
                        .natural()
                        .filter(bound -> bound.signum() != 0)
                        .isPresent()
                && flp.member("requires_determinism").isTrue()
                && liveness.member("scheduler").is("Cooperative")
                && liveness.member("progress_required").isTrue();
    }

    private static boolean unboundedWait(Payload claims) {
        Payload synchrony = claims.member("distributed").member("partial_synchrony");
        return synchrony.member("timing").is("Asynchronous")
                && synchrony.member("delta_bound").natural().isEmpty()
                && claims.member("liveness").member("progress_required").isTrue();
    }
}
