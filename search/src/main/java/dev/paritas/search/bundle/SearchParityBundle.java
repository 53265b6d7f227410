package dev.paritas.search.bundle;

import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.TheoremPresence;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.SchemaVersionCodec;
import java.util.List;

/**
 * What {@code search_parity_runner} prints (spec 52 §7). Node lists, traces and the barrier come from domain P.
 *
 * @param canonicalBatchNodes the second batch
 * @param independentTargets targets of two independent proposals
 * @param barrierPhaseDelta phases that a change of epoch adds
 * @param theoremPackGate the command that checks the theorems
 */
public record SearchParityBundle(
        String schemaVersion,
        List<Long> canonicalBatchNodes,
        List<Long> independentTargets,
        List<Long> replayEpochTrace,
        List<Long> replayPhaseTrace,
        long barrierBeforeEpoch,
        long barrierAfterEpoch,
        long barrierPhaseDelta,
        List<FairnessAssumption> fairnessBundle,
        long canonicalServiceBoundSteps,
        ProfileWords profileClaims,
        ProfileWords profileCertificates,
        ThreadedRefinement refinement,
        List<TheoremPresence> fairnessInventory,
        List<TheoremPresence> theoremPackInventory,
        List<ModelTheoremSupport> theoremPackInventoryClasses,
        List<ModelTheoremProblem> theoremPackInventoryProblemClasses,
        long theoremPackServiceBoundSteps,
        long theoremPackGoalWindowDiscoverySuffixBoundSteps,
        String theoremPackGate) {
    public static final String SCHEMA_VERSION = "search_parity_v13";

    private static final Codec<List<Long>> NUMBERS = Codec.listOf(Codec.U64);
    private static final Codec<List<TheoremPresence>> INVENTORY = Codec.listOf(TheoremPresence.CODEC);

    public static final Codec<SearchParityBundle> CODEC = ObjectCodec.of("SearchParityBundle", m -> {
        var schemaVersion = m.required(
                "schema_version",
                new SchemaVersionCodec(SCHEMA_VERSION, " for the search bundle"),
                SearchParityBundle::schemaVersion);
        var batch = m.required("canonical_batch_nodes", NUMBERS, SearchParityBundle::canonicalBatchNodes);
        var independent = m.required("independent_targets", NUMBERS, SearchParityBundle::independentTargets);
        var epochs = m.required("replay_epoch_trace", NUMBERS, SearchParityBundle::replayEpochTrace);
        var phases = m.required("replay_phase_trace", NUMBERS, SearchParityBundle::replayPhaseTrace);
        var before = m.required("barrier_before_epoch", Codec.U64, SearchParityBundle::barrierBeforeEpoch);
        var after = m.required("barrier_after_epoch", Codec.U64, SearchParityBundle::barrierAfterEpoch);
        var delta = m.required("barrier_phase_delta", Codec.U64, SearchParityBundle::barrierPhaseDelta);
        var fairness = m.required(
                "fairness_bundle", Codec.listOf(FairnessAssumption.CODEC), SearchParityBundle::fairnessBundle);
        var bound =
                m.required("canonical_service_bound_steps", Codec.U64, SearchParityBundle::canonicalServiceBoundSteps);
        var claims = m.required("profile_claims", ProfileWords.CODEC, SearchParityBundle::profileClaims);
        var certificates =
                m.required("profile_certificates", ProfileWords.CODEC, SearchParityBundle::profileCertificates);
        var commits = m.required(
                "threaded_commit_trace_refines_canonical",
                Codec.BOOL,
                bundle -> bundle.refinement().commitTrace());
        var slice = m.required(
                "threaded_state_slice_refines_canonical",
                Codec.BOOL,
                bundle -> bundle.refinement().stateSlice());
        var observation = m.required(
                "threaded_observation_equivalent_to_canonical",
                Codec.BOOL,
                bundle -> bundle.refinement().observation());
        var states = m.required(
                "threaded_multi_step_state_trace_refines_canonical",
                Codec.BOOL,
                bundle -> bundle.refinement().multiStepStateTrace());
        var observations = m.required(
                "threaded_multi_step_observation_trace_refines_canonical",
                Codec.BOOL,
                bundle -> bundle.refinement().multiStepObservationTrace());
        var artifact = m.required(
                "threaded_state_artifact_refines_canonical",
                Codec.BOOL,
                bundle -> bundle.refinement().stateArtifact());
        var artifacts = m.required(
                "threaded_multi_step_state_artifact_trace_refines_canonical",
                Codec.BOOL,
                bundle -> bundle.refinement().multiStepStateArtifactTrace());
        var windows = m.required(
                "certified_window_trace_valid",
                Codec.BOOL,
                bundle -> bundle.refinement().certifiedWindowTraceValid());
        var inventory = m.required("fairness_inventory", INVENTORY, SearchParityBundle::fairnessInventory);
        var pack = m.required("theorem_pack_inventory", INVENTORY, SearchParityBundle::theoremPackInventory);
        var support = m.required(
                "theorem_pack_inventory_classes",
                Codec.listOf(ModelTheoremSupport.CODEC),
                SearchParityBundle::theoremPackInventoryClasses);
        var problems = m.required(
                "theorem_pack_inventory_problem_classes",
                Codec.listOf(ModelTheoremProblem.CODEC),
                SearchParityBundle::theoremPackInventoryProblemClasses);
        var packBound = m.required(
                "theorem_pack_service_bound_steps", Codec.U64, SearchParityBundle::theoremPackServiceBoundSteps);
        var suffix = m.required(
                "theorem_pack_goal_window_discovery_suffix_bound_steps",
                Codec.U64,
                SearchParityBundle::theoremPackGoalWindowDiscoverySuffixBoundSteps);
        var gate = m.required("theorem_pack_gate", Codec.STRING, SearchParityBundle::theoremPackGate);
        return in -> new SearchParityBundle(
                in.get(schemaVersion),
                in.get(batch),
                in.get(independent),
                in.get(epochs),
                in.get(phases),
                in.get(before),
                in.get(after),
                in.get(delta),
                in.get(fairness),
                in.get(bound),
                in.get(claims),
                in.get(certificates),
                new ThreadedRefinement(
                        in.get(commits),
                        in.get(slice),
                        in.get(observation),
                        in.get(states),
                        in.get(observations),
                        in.get(artifact),
                        in.get(artifacts),
                        in.get(windows)),
                in.get(inventory),
                in.get(pack),
                in.get(support),
                in.get(problems),
                in.get(packBound),
                in.get(suffix),
                in.get(gate));
    });

    public SearchParityBundle {
        canonicalBatchNodes = List.copyOf(canonicalBatchNodes);
        independentTargets = List.copyOf(independentTargets);
        replayEpochTrace = List.copyOf(replayEpochTrace);
        replayPhaseTrace = List.copyOf(replayPhaseTrace);
        fairnessBundle = List.copyOf(fairnessBundle);
        fairnessInventory = List.copyOf(fairnessInventory);
        theoremPackInventory = List.copyOf(theoremPackInventory);
        theoremPackInventoryClasses = List.copyOf(theoremPackInventoryClasses);
        theoremPackInventoryProblemClasses = List.copyOf(theoremPackInventoryProblemClasses);
    }

    /** {@return this bundle with other words for the profiles} */
    public SearchParityBundle withProfiles(ProfileWords claims, ProfileWords certificates) {
        return new SearchParityBundle(
                schemaVersion,
                canonicalBatchNodes,
                independentTargets,
                replayEpochTrace,
                replayPhaseTrace,
                barrierBeforeEpoch,
                barrierAfterEpoch,
                barrierPhaseDelta,
                fairnessBundle,
                canonicalServiceBoundSteps,
                claims,
                certificates,
                refinement,
                fairnessInventory,
                theoremPackInventory,
                theoremPackInventoryClasses,
                theoremPackInventoryProblemClasses,
                theoremPackServiceBoundSteps,
                theoremPackGoalWindowDiscoverySuffixBoundSteps,
                theoremPackGate);
    }
}
