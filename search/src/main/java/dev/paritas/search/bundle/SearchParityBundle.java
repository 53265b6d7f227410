package dev.paritas.search.bundle;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.inlined;

import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.TheoremPack.TheoremPresence;
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

    public static final Codec<SearchParityBundle> CODEC = ObjectCodec.of(
            "SearchParityBundle",
            field(
                    "schema_version",
                    new SchemaVersionCodec(SCHEMA_VERSION, " for the search bundle"),
                    SearchParityBundle::schemaVersion),
            field("canonical_batch_nodes", NUMBERS, SearchParityBundle::canonicalBatchNodes),
            field("independent_targets", NUMBERS, SearchParityBundle::independentTargets),
            field("replay_epoch_trace", NUMBERS, SearchParityBundle::replayEpochTrace),
            field("replay_phase_trace", NUMBERS, SearchParityBundle::replayPhaseTrace),
            field("barrier_before_epoch", Codec.U64, SearchParityBundle::barrierBeforeEpoch),
            field("barrier_after_epoch", Codec.U64, SearchParityBundle::barrierAfterEpoch),
            field("barrier_phase_delta", Codec.U64, SearchParityBundle::barrierPhaseDelta),
            field("fairness_bundle", Codec.listOf(FairnessAssumption.CODEC), SearchParityBundle::fairnessBundle),
            field("canonical_service_bound_steps", Codec.U64, SearchParityBundle::canonicalServiceBoundSteps),
            field("profile_claims", ProfileWords.CODEC, SearchParityBundle::profileClaims),
            field("profile_certificates", ProfileWords.CODEC, SearchParityBundle::profileCertificates),
            inlined(ThreadedRefinement.CODEC, SearchParityBundle::refinement),
            field("fairness_inventory", INVENTORY, SearchParityBundle::fairnessInventory),
            field("theorem_pack_inventory", INVENTORY, SearchParityBundle::theoremPackInventory),
            field(
                    "theorem_pack_inventory_classes",
                    Codec.listOf(ModelTheoremSupport.CODEC),
                    SearchParityBundle::theoremPackInventoryClasses),
            field(
                    "theorem_pack_inventory_problem_classes",
                    Codec.listOf(ModelTheoremProblem.CODEC),
                    SearchParityBundle::theoremPackInventoryProblemClasses),
            field("theorem_pack_service_bound_steps", Codec.U64, SearchParityBundle::theoremPackServiceBoundSteps),
            field(
                    "theorem_pack_goal_window_discovery_suffix_bound_steps",
                    Codec.U64,
                    SearchParityBundle::theoremPackGoalWindowDiscoverySuffixBoundSteps),
            field("theorem_pack_gate", Codec.STRING, SearchParityBundle::theoremPackGate),
            SearchParityBundle::new);

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

    /** Which problems a theorem speaks about, in the model's word; an unknown one is a difference, not an error of the document. */
    public record ModelTheoremProblem(String name, String problemClass) {
        public static final Codec<ModelTheoremProblem> CODEC = ObjectCodec.of(
                "ModelTheoremProblem",
                field("name", Codec.STRING, ModelTheoremProblem::name),
                field("problem_class", Codec.STRING, ModelTheoremProblem::problemClass),
                ModelTheoremProblem::new);
    }

    /** How a theorem supports the runtime, in the model's word; an unknown one is a difference, not an error of the document. */
    public record ModelTheoremSupport(String name, String supportClass) {
        public static final Codec<ModelTheoremSupport> CODEC = ObjectCodec.of(
                "ModelTheoremSupport",
                field("name", Codec.STRING, ModelTheoremSupport::name),
                field("support_class", Codec.STRING, ModelTheoremSupport::supportClass),
                ModelTheoremSupport::new);
    }
}
