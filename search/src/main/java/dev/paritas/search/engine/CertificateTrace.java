package dev.paritas.search.engine;

import dev.paritas.search.object.FairnessCertificate;
import dev.paritas.search.object.SearchRound;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether certificates certify the rounds beside them (spec 52 §8.8). */
public final class CertificateTrace {
    /** What a certificate states wrongly, in the order of the checks. */
    public enum Error {
        TRACE_LENGTH_MISMATCH,
        /** Not 1; so an envelope-bounded run with a round always fails. */
        INVALID_SERVICE_BOUND,
        EPOCH_MISMATCH,
        PHASE_MISMATCH,
        BATCH_MISMATCH,
        COMMIT_MISMATCH
    }

    private CertificateTrace() {}

    /** {@return the first error} */
    public static Optional<Error> error(List<FairnessCertificate> certificates, List<SearchRound> rounds) {
        if (certificates.size() != rounds.size()) {
            return Optional.of(Error.TRACE_LENGTH_MISMATCH);
        }
        for (int i = 0; i < rounds.size(); i++) {
            Optional<Error> error = error(certificates.get(i), rounds.get(i));
            if (error.isPresent()) {
                return error;
            }
        }
        return Optional.empty();
    }

    private static Optional<Error> error(FairnessCertificate certificate, SearchRound round) {
        if (!Objects.equals(certificate.serviceBoundSteps(), TheoremPacks.SERVICE_BOUND)) {
            return Optional.of(Error.INVALID_SERVICE_BOUND);
        }
        if (!Objects.equals(certificate.certifiedEpoch(), round.epoch())) {
            return Optional.of(Error.EPOCH_MISMATCH);
        }
        if (!Objects.equals(certificate.certifiedPhase(), round.phase())) {
            return Optional.of(Error.PHASE_MISMATCH);
        }
        if (!certificate.certifiedBatchNodes().equals(round.batchNodes())) {
            return Optional.of(Error.BATCH_MISMATCH);
        }
        return certificate.certifiedNormalizedCommits().equals(round.commits())
                ? Optional.empty()
                : Optional.of(Error.COMMIT_MISMATCH);
    }
}
