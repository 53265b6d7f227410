package dev.paritas.search.bundle;

import dev.paritas.search.bundle.SearchParityBundle.ModelTheoremProblem;
import dev.paritas.search.bundle.SearchParityBundle.ModelTheoremSupport;
import dev.paritas.search.engine.Authority;
import dev.paritas.search.engine.GraphDomain;
import dev.paritas.search.engine.ProfileTerms;
import dev.paritas.search.engine.RunConfig;
import dev.paritas.search.engine.SearchBatch;
import dev.paritas.search.engine.SearchDomain.SearchEdge;
import dev.paritas.search.engine.SearchMachine;
import dev.paritas.search.engine.SearchReport;
import dev.paritas.search.engine.SearchRun;
import dev.paritas.search.engine.TheoremPacks;
import dev.paritas.search.object.FairnessArtifact.FairnessClaim;
import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.FairnessCertificate.CertificateClass;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchRound;
import dev.paritas.search.object.SearchState.ReseedPolicy;
import dev.paritas.search.object.TheoremPack.ProblemClass;
import dev.paritas.search.object.TheoremPack.SupportClass;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The reduced search bundle out of runs on domain P (spec 52 §7). Model and runtime classify one scheduler profile
 * differently, so there are two bundles: {@link #runtime} is what the machine claims, {@link #model} what the formal
 * model prints.
 */
public final class SearchParity {
    /** Id of the deviation that covers the profile on which model and runtime part (spec 52 §7.2). */
    public static final String ENVELOPE_DEVIATION = "search.profile_claims.batched_parallel_envelope_bounded";

    private static final WordCodec<CertificateClass> CERTIFICATES = WordCodec.snakeCase(CertificateClass.class);
    private static final WordCodec<SupportClass> SUPPORT = WordCodec.snakeCase(SupportClass.class);
    private static final WordCodec<ProblemClass> PROBLEMS = WordCodec.snakeCase(ProblemClass.class);
    private static final long NEXT_EPOCH = 2;
    private static final Set<FairnessAssumption> REPLAY_FAIRNESS = Set.of(
            FairnessAssumption.DETERMINISTIC_SCHEDULER_CONFLUENCE, FairnessAssumption.EVENTUAL_LIVE_BATCH_SERVICE);

    private SearchParity() {}

    /** {@return the bundle of this machine, its own classification of profiles included} */
    public static SearchParityBundle runtime() {
        SearchMachine stepped = machine();
        stepped.step();
        SearchBatch second =
                stepped.nextBatch().orElseThrow(() -> new IllegalStateException("domain P has a second batch"));
        SearchReport canonical = SearchRun.run(
                machine(), RunConfig.of(SchedulerProfile.CANONICAL_SERIAL).withFairness(REPLAY_FAIRNESS));
        SearchMachine barrier = machine();
        long epochBefore = barrier.epoch();
        long phaseBefore = barrier.phase();
        barrier.reconfigure(NEXT_EPOCH, ReseedPolicy.START_ONLY);
        ProfileTerms serial = ProfileTerms.of(SchedulerProfile.CANONICAL_SERIAL);
        return new SearchParityBundle(
                SearchParityBundle.SCHEMA_VERSION,
                second.nodes(),
                independentTargets(second),
                canonical.observation().graphEpochTrace(),
                canonical.rounds().stream().map(SearchRound::phase).toList(),
                epochBefore,
                barrier.epoch(),
                barrier.phase() - phaseBefore,
                addedFairness(canonical, serial),
                bound(serial),
                words(terms -> claimWord(terms.claim())),
                words(terms -> CERTIFICATES.word(terms.certificate())),
                RefinementCheck.onDomainP(),
                TheoremPacks.modelInventory(),
                TheoremPacks.modelInventory(),
                TheoremPacks.supportClasses().stream()
                        .map(theorem -> new ModelTheoremSupport(theorem.name(), SUPPORT.word(theorem.supportClass())))
                        .toList(),
                TheoremPacks.problemClasses().stream()
                        .map(theorem -> new ModelTheoremProblem(theorem.name(), PROBLEMS.word(theorem.problemClass())))
                        .toList(),
                TheoremPacks.runtime().canonicalServiceBoundSteps(),
                TheoremPacks.runtime().canonicalGoalWindowDiscoverySuffixBoundSteps(),
                TheoremPacks.runtime().gate());
    }

    /** {@return the bundle that {@code search_parity_runner} prints: the model classifies the envelope as the window} */
    public static SearchParityBundle model() {
        SearchParityBundle runtime = runtime();
        return runtime.withProfiles(asModel(runtime.profileClaims()), asModel(runtime.profileCertificates()));
    }

    private static ProfileWords asModel(ProfileWords runtime) {
        return new ProfileWords(
                runtime.canonicalSerial(),
                runtime.threadedExactSingleLane(),
                runtime.batchedParallelExact(),
                runtime.batchedParallelExact());
    }

    private static SearchMachine machine() {
        return GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY);
    }

    private static List<Long> independentTargets(SearchBatch batch) {
        List<Long> targets = new ArrayList<>();
        List<Authority> proposals = new ArrayList<>();
        for (long node : batch.nodes()) {
            for (SearchEdge edge : GraphDomain.PARITY.successors(batch.epoch(), node)) {
                Authority authority = Authority.of(GraphDomain.PARITY_QUERY, node, edge.to());
                if (proposals.stream().allMatch(authority::isIndependent)) {
                    proposals.add(authority);
                    targets.add(edge.to());
                }
            }
        }
        return targets;
    }

    /** What the replayed run assumes beyond the premises of its profile. */
    private static List<FairnessAssumption> addedFairness(SearchReport report, ProfileTerms terms) {
        return report.observation().fairnessAssumptions().stream()
                .filter(assumption -> !terms.neededFairness().contains(assumption))
                .toList();
    }

    private static long bound(ProfileTerms terms) {
        Long bound = terms.serviceBound();
        return bound == null ? 0 : bound;
    }

    private static ProfileWords words(Function<ProfileTerms, String> word) {
        return new ProfileWords(
                word.apply(ProfileTerms.of(SchedulerProfile.CANONICAL_SERIAL)),
                word.apply(ProfileTerms.of(SchedulerProfile.THREADED_EXACT_SINGLE_LANE)),
                word.apply(ProfileTerms.of(SchedulerProfile.BATCHED_PARALLEL_EXACT)),
                word.apply(ProfileTerms.of(SchedulerProfile.BATCHED_PARALLEL_ENVELOPE_BOUNDED)));
    }

    private static String claimWord(FairnessClaim claim) {
        return switch (claim) {
            case EXACT_ONE_STEP -> "exact_one_step";
            case EXACT_ONE_STEP_VIA_THREADED_REFINEMENT -> "exact_one_step_under_refinement";
            case PREMISED_WINDOW_BOUNDED -> "premised_window_bounded";
            case PREMISE_ONLY -> "premise_only";
        };
    }
}
