package dev.paritas.search.engine;

import dev.paritas.search.engine.SearchReport.RunTermination;
import dev.paritas.search.object.DiscoveryCertificate;
import dev.paritas.search.object.FairnessArtifact.FairnessClaim;
import dev.paritas.search.object.ResultSummary;
import dev.paritas.search.object.ResultSummary.PathSummary;
import dev.paritas.search.object.ResultSummary.SummaryMetric;
import dev.paritas.search.object.ResultSummary.SummaryMetricName;
import dev.paritas.search.object.RouteBounds;
import dev.paritas.search.object.RouteBounds.DiscoveryClass;
import dev.paritas.search.object.RouteBounds.PathProblem;
import dev.paritas.search.object.RouteBounds.QualityClass;
import dev.paritas.search.object.SearchObservation;
import dev.paritas.search.object.SearchRound;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a run bounds and claims (spec 52 §8.8). Optimality is claimed by the profile, as the reference does. */
final class BoundsOf {
    private static final long OPTIMAL_RATIO = 1000;

    private BoundsOf() {}

    static RouteBounds run(
            SearchQuery query,
            ProfileTerms terms,
            RunTermination termination,
            List<SearchRound> rounds,
            SearchObservation observation) {
        OptionalLong goal = query.pathGoal();
        return bounds(
                query,
                terms,
                termination,
                observation,
                first(rounds, BoundsOf::hasResult),
                goal.isPresent() ? pathProblem(terms, rounds, goal.getAsLong()) : null,
                afterLatestEpoch(rounds, observation));
    }

    /** Without rounds nothing is bounded. */
    static RouteBounds nothing(
            SearchQuery query, ProfileTerms terms, RunTermination termination, SearchObservation observation) {
        PathProblem unbounded = query.pathGoal().isPresent() ? new PathProblem(null, null, null) : null;
        return bounds(query, terms, termination, observation, null, unbounded, null);
    }

    private static RouteBounds bounds(
            SearchQuery query,
            ProfileTerms terms,
            RunTermination termination,
            SearchObservation observation,
            @Nullable Long candidate,
            @Nullable PathProblem path,
            @Nullable Long recovery) {
        Long cost = observation.selectedResultCost();
        if (cost == null) {
            return new RouteBounds(
                    DiscoveryClass.NO_CANDIDATE,
                    null,
                    path,
                    null,
                    QualityClass.NO_CANDIDATE,
                    null,
                    null,
                    null,
                    null,
                    null,
                    terms.requiredFairness());
        }
        QualityClass quality = quality(terms, termination);
        boolean optimal = quality == QualityClass.EXACT_OPTIMAL;
        return new RouteBounds(
                DiscoveryClass.OBSERVED_RUN_BOUND,
                candidate,
                path,
                recovery,
                quality,
                cost,
                optimal ? 0L : null,
                optimal ? OPTIMAL_RATIO : null,
                cost,
                summary(query, cost, observation),
                terms.requiredFairness());
    }

    private static QualityClass quality(ProfileTerms terms, RunTermination termination) {
        if (terms.claim() == FairnessClaim.PREMISE_ONLY) {
            return QualityClass.PREMISED_WINDOW_BOUNDED;
        }
        return switch (termination) {
            case SCHEDULER_STEP_BUDGET_EXHAUSTED -> QualityClass.PREMISE_ONLY;
            case COMPLETED -> terms.isExact() ? QualityClass.EXACT_OPTIMAL : QualityClass.PREMISED_WINDOW_BOUNDED;
        };
    }

    private static PathProblem pathProblem(ProfileTerms terms, List<SearchRound> rounds, long goal) {
        Long bound = terms.serviceBound();
        Long entry = first(rounds, round -> round.batchNodes().contains(goal));
        DiscoveryCertificate certificate = bound == null || entry == null || terms.goalDiscovery() == null
                ? null
                : new DiscoveryCertificate(
                        terms.goalDiscovery(), bound, entry, terms.requiredFairness(), terms.observables());
        return new PathProblem(bound, entry, certificate);
    }

    private static @Nullable Long afterLatestEpoch(List<SearchRound> rounds, SearchObservation observation) {
        long latest = observation.graphEpochTrace().getLast();
        return first(rounds.stream().filter(round -> round.epoch() == latest).toList(), BoundsOf::hasResult);
    }

    private static boolean hasResult(SearchRound round) {
        return round.stateAfterRound().selectedResultCost() != null;
    }

    /** {@return the 1-based number of the first round that is {@code wanted}; null when none is} */
    private static @Nullable Long first(List<SearchRound> rounds, Predicate<SearchRound> wanted) {
        long number = 0;
        for (SearchRound round : rounds) {
            number++;
            if (wanted.test(round)) {
                return number;
            }
        }
        return null;
    }

    private static ResultSummary summary(SearchQuery query, long cost, SearchObservation observation) {
        List<Long> witness = observation.selectedResultWitness();
        long length = witness == null ? 0 : witness.size();
        long publications = observation.selectedResultPublicationTrace().size();
        long commits = observation.normalizedCommitTrace().size();
        long epochs = observation.graphEpochTrace().size();
        PathSummary path = query.pathGoal().isPresent() ? new PathSummary(cost, length, length - 1) : null;
        List<SummaryMetric> metrics = new ArrayList<>();
        if (path != null) {
            metrics.add(new SummaryMetric(SummaryMetricName.PATH_NODE_COUNT, path.pathNodeCount()));
            metrics.add(new SummaryMetric(SummaryMetricName.HOP_COUNT, path.hopCount()));
        }
        metrics.add(new SummaryMetric(SummaryMetricName.SCALAR_COST_ORDER_KEY, cost));
        metrics.add(new SummaryMetric(SummaryMetricName.PUBLICATION_COUNT, publications));
        metrics.add(new SummaryMetric(SummaryMetricName.NORMALIZED_COMMIT_COUNT, commits));
        metrics.add(new SummaryMetric(SummaryMetricName.TRAVERSED_EPOCH_COUNT, epochs));
        return new ResultSummary(cost, length, publications, commits, epochs, path, metrics);
    }
}
