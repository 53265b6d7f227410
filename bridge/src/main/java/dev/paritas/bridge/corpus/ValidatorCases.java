package dev.paritas.bridge.corpus;

import static dev.paritas.bridge.corpus.BundleFixtures.PING_PONG;
import static dev.paritas.bridge.corpus.BundleFixtures.bundle;

import dev.paritas.admission.claim.DistributedClaims;
import dev.paritas.admission.claim.DistributedClaims.FlpConfig;
import dev.paritas.admission.claim.DistributedClaims.ResponsivenessConfig;
import dev.paritas.admission.claim.EnabledConfig;
import dev.paritas.admission.claim.InvariantClaims;
import dev.paritas.admission.claim.LivenessConfig;
import dev.paritas.admission.claim.LivenessConfig.ClaimedScheduler;
import dev.paritas.admission.claim.PartialSynchronyConfig;
import dev.paritas.admission.claim.PartialSynchronyConfig.TimingModel;
import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.admission.claim.QuorumGeometryConfig;
import dev.paritas.admission.claim.QuorumGeometryConfig.QuorumSystem;
import dev.paritas.bridge.bundle.ValidatorOperation;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.json.ShapeInstances;
import dev.paritas.semanticobjects.json.ShapeInstances.OptionalMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The published questions to the machine validator: each rule kept and broken, and payloads that no reader takes. */
public final class ValidatorCases {
    /** Bundles with random claims in every slot. */
    private static final int RANDOM_BUNDLES = 24;

    private static final int RANDOM_TRANSITIONS = 48;
    private static final List<String> MEMBERS = List.of("Alice", "Bob", "Carol", "Dora", "\uffff", "\ud83d\ude00");
    private static final List<String> READS = List.of("none", "observed_only", "authoritative_only", "mixed");
    private static final int STAGE_FLAGS = 16;

    private final List<ValidatorCase> cases = new ArrayList<>();

    private ValidatorCases() {}

    /** {@return the published file of all cases} */
    static CorpusDocument document() {
        return ValidatorLines.document(all());
    }

    /** {@return all cases; the same code gives the same ones} */
    public static List<ValidatorCase> all() {
        ValidatorCases all = new ValidatorCases();
        all.fixtures();
        all.quorums();
        all.deadlocks();
        all.waits();
        all.bridges();
        all.unreadableBundles();
        all.randomBundles();
        all.transitions();
        all.randomTransitions();
        all.capabilities();
        all.stages();
        return List.copyOf(all.cases);
    }

    private void fixtures() {
        bundleCase("three_party_ack", BundleFixtures.threePartyAck());
        bundleCase("bad_quorum", BundleFixtures.badQuorum());
        bundleCase("deadlock", BundleFixtures.deadlock());
        bundleCase("unbounded_wait", BundleFixtures.unboundedWait());
        bundleCase("bridge_without_admission", BundleFixtures.bridgeWithoutAdmission());
        claims("no_claims", InvariantClaims.NONE);
        claims(
                "all_three_rules",
                InvariantClaims.of(DistributedClaims.builder()
                                .quorumGeometry(new QuorumGeometryConfig(QuorumSystem.WEIGHTED, 9, 1, 0))
                                .flp(new FlpConfig(2, true))
                                .partialSynchrony(new PartialSynchronyConfig(TimingModel.ASYNCHRONOUS, null))
                                .build())
                        .withLiveness(new LivenessConfig(ClaimedScheduler.COOPERATIVE, 1L, true)));
    }

    private void quorums() {
        for (QuorumSystem system : QuorumSystem.values()) {
            String name = "quorum/" + system.name().toLowerCase(Locale.ROOT);
            claims(name + "-5-3-1", BundleFixtures.quorum(system, 5, 3, 1));
            claims(name + "-4-2-1", BundleFixtures.quorum(system, 4, 2, 1));
            claims(name + "-4-3-0", BundleFixtures.quorum(system, 4, 3, 0));
            claims(name + "-0-0-1", BundleFixtures.quorum(system, 0, 0, 1));
            claims(name + "-3-4-1", BundleFixtures.quorum(system, 3, 4, 1));
            claims(name + "-3-2-3", BundleFixtures.quorum(system, 3, 2, 3));
        }
        claims("quorum/largest", BundleFixtures.quorum(QuorumSystem.MAJORITY, -1L, -1L, 1));
    }

    private void deadlocks() {
        for (ClaimedScheduler scheduler : ClaimedScheduler.values()) {
            claims(
                    "deadlock/" + scheduler.name().toLowerCase(Locale.ROOT),
                    BundleFixtures.deadlock(scheduler, 1, true));
        }
        claims("deadlock/no_crash", BundleFixtures.deadlock(ClaimedScheduler.COOPERATIVE, 0, true));
        claims("deadlock/not_deterministic", BundleFixtures.deadlock(ClaimedScheduler.COOPERATIVE, 1, false));
        claims(
                "deadlock/no_progress",
                BundleFixtures.deadlock(ClaimedScheduler.COOPERATIVE, 1, true)
                        .withLiveness(new LivenessConfig(ClaimedScheduler.COOPERATIVE, null, false)));
    }

    private void waits() {
        for (TimingModel timing : TimingModel.values()) {
            String name = "wait/" + timing.name().toLowerCase(Locale.ROOT);
            claims(name, BundleFixtures.synchrony(timing, null).withLiveness(BundleFixtures.progress(true)));
            claims(
                    name + "-bounded",
                    BundleFixtures.synchrony(timing, 10L).withLiveness(BundleFixtures.progress(true)));
        }
        InvariantClaims unbounded = BundleFixtures.synchrony(TimingModel.ASYNCHRONOUS, null);
        claims("wait/no_progress", unbounded.withLiveness(BundleFixtures.progress(false)));
        claims("wait/no_liveness", unbounded);
        claims(
                "wait/responsive_without_liveness",
                InvariantClaims.of(DistributedClaims.builder()
                        .partialSynchrony(new PartialSynchronyConfig(TimingModel.ASYNCHRONOUS, null))
                        .responsiveness(new ResponsivenessConfig(true, false))
                        .build()));
    }

    private void bridges() {
        EnabledConfig on = new EnabledConfig(true);
        claims(
                "bridge/complete",
                InvariantClaims.of(DistributedClaims.builder()
                        .protocolMachineEnvelopeAdherence(on)
                        .protocolMachineEnvelopeAdmission(on)
                        .protocolEnvelopeBridge(on)
                        .build()));
        claims(
                "bridge/alone",
                InvariantClaims.of(
                        DistributedClaims.builder().protocolEnvelopeBridge(on).build()));
        claims(
                "bridge/disabled",
                InvariantClaims.of(DistributedClaims.builder()
                        .protocolEnvelopeBridge(new EnabledConfig(false))
                        .build()));
    }

    /** The validator reads leniently; what our reader says of the same text stands beside its answer. */
    private void unreadableBundles() {
        String good = JsonOutput.compactText(ProtocolBundle.CODEC, BundleFixtures.badQuorum());
        raw("other_version", good.replace("protocol_bundle.v1", "protocol_bundle.v2"));
        raw("missing_version", good.replace("\"schema_version\":\"protocol_bundle.v1\"", "\"x\":0"));
        raw("other_claims_version", good.replace("lean_bridge.v1", "lean_bridge.v2"));
        raw("missing_claims", good.replace("\"claims\":", "\"claim\":"));
        raw("lower_case_word", good.replace("\"Majority\"", "\"majority\""));
        raw("null_fault_model", good.replace("\"Crash\"", "null"));
        raw("negative_count", good.replace("\"n\":4", "\"n\":-4"));
        raw("fractional_count", good.replace("\"n\":4", "\"n\":4.5"));
        raw("count_as_text", good.replace("\"quorum_size\":2", "\"quorum_size\":\"2\""));
        raw("missing_count", good.replace("\"intersection_size\":0,", ""));
        raw("null_groups", "{\"claims\":{\"distributed\":null,\"liveness\":null}}");
        raw("null", "null");
        raw("array", "[]");
        raw("empty_claims", "{\"claims\":{}}");
    }

    private void randomBundles() {
        for (int seed = 1; seed <= RANDOM_BUNDLES; seed++) {
            ShapeInstances claims =
                    new ShapeInstances(InvariantClaims.CODEC.shape(), OptionalMembers.SOMETIMES_ABSENT, 5, seed);
            claims(numbered(seed), InvariantClaims.CODEC.fromTree(claims.next(), ReadPolicy.STRICT));
        }
    }

    private void transitions() {
        String both = "'policy':{'dynamic_membership':true,'overlap_required':true},";
        transition(
                "published_example",
                "{'artifact_id':'cert/bridge-reconfig-lean'," + both + "'starting_epoch':0,"
                        + "'previous_members':['Carol','Alice','Bob'],'next_members':['Bob','Dora','Carol']}");
        transition(
                "disjoint",
                "{'artifact_id':'a'," + both
                        + "'starting_epoch':0,'previous_members':['Alice','Bob'],'next_members':['Carol','Dora']}");
        transition(
                "disjoint_allowed",
                "{'artifact_id':'a','policy':{'dynamic_membership':true,'overlap_required':false},'starting_epoch':4,"
                        + "'previous_members':['Alice','Bob'],'next_members':['Carol','Dora']}");
        transition(
                "empty",
                "{'artifact_id':'a'," + both + "'starting_epoch':0,'previous_members':['A'],'next_members':[]}");
        transition(
                "disabled",
                "{'artifact_id':'a','policy':{'dynamic_membership':false,'overlap_required':true},'starting_epoch':0,"
                        + "'previous_members':['A'],'next_members':['A','B']}");
        transition(
                "first_members",
                "{'artifact_id':'a'," + both + "'starting_epoch':0,'previous_members':[],'next_members':['B','A']}");
        transition(
                "repeated_members",
                "{'artifact_id':'a'," + both
                        + "'starting_epoch':7,'previous_members':['B','A','B'],'next_members':['B','B']}");
        transition("defaults", "{}");
        transition("null", "null");
        transition(
                "ill_typed",
                "{'artifact_id':7,'policy':[],'starting_epoch':'3','previous_members':['A',1],'next_members':'A'}");
        transition("fractional_epoch", "{'starting_epoch':2.5,'next_members':['A']}");
    }

    private void randomTransitions() {
        for (int seed = 1; seed <= RANDOM_TRANSITIONS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            transition(
                    numbered(seed),
                    "{'artifact_id':'generated','policy':{'dynamic_membership':" + (random.nextInt(4) != 0)
                            + ",'overlap_required':" + random.nextBoolean() + "},'starting_epoch':"
                            + random.nextInt(1_000) + ",'previous_members':" + members(random) + ",'next_members':"
                            + members(random) + "}");
        }
    }

    private static String members(SplittableRandom random) {
        List<String> chosen = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            chosen.add("'" + MEMBERS.get(random.nextInt(MEMBERS.size())) + "'");
        }
        return "[" + String.join(",", chosen) + "]";
    }

    private void capabilities() {
        capability(
                "canonical_and_committed",
                "{'finalization':{'operation_id':'op','session':0,'read_class':'authoritative_only','proof_ids':['p'],"
                        + "'canonical_handle_ids':['h'],'publication_ids':['pub']},'runtime_upgrade':{'upgrade_id':"
                        + "'u','phase':'committed_cutover','previous_members':['A'],'next_members':['A','B']}}");
        capability(
                "invalidated_and_rolled_back",
                "{'finalization':{'read_class':'mixed','proof_ids':['p'],'canonical_handle_ids':['h'],"
                        + "'publication_ids':['pub'],'invalidated_by_handoff_ids':[9]},'runtime_upgrade':{'phase':"
                        + "'rolled_back','execution_constraint':'mixed_determinism_allowed',"
                        + "'ownership_continuity_required':false,'pending_effect_treatment':'invalidate_blocked',"
                        + "'canonical_publication_continuity':'reissue_canonical_truth','reason':'why'}}");
        capability(
                "nested_compatibility",
                "{'runtime_upgrade':{'compatibility':{'execution_constraint':'mixed_determinism_allowed'}}}");
        capability("defaults", "{}");
        capability("null", "null");
        capability(
                "ill_typed",
                "{'finalization':{'session':-1,'proof_ids':['p',7],'invalidated_by_handoff_ids':[1.5]},"
                        + "'runtime_upgrade':{'phase':7,'ownership_continuity_required':'no'}}");
        for (String word : List.of(
                "phase", "execution_constraint", "pending_effect_treatment", "canonical_publication_continuity")) {
            capability("unknown_" + word, "{'runtime_upgrade':{'" + word + "':'X'}}");
        }
        capability("unknown_read_class", "{'finalization':{'read_class':'X'},'runtime_upgrade':{'phase':'Y'}}");
    }

    private void stages() {
        for (String reads : READS) {
            for (int flags = 0; flags < STAGE_FLAGS; flags++) {
                capability(
                        "stage/" + reads + "-" + String.format(Locale.ROOT, "%02d", flags),
                        "{'finalization':{'read_class':'" + reads + "','invalidated_by_handoff_ids':["
                                + ((flags & 1) != 0 ? "9" : "") + "],'rejected_publication_ids':["
                                + ((flags & 2) != 0 ? "'r'" : "") + "],'proof_ids':[" + ((flags & 4) != 0 ? "'p'" : "")
                                + "],'canonical_handle_ids':[" + ((flags & 8) != 0 ? "'h'" : "") + "]}}");
            }
        }
    }

    private void claims(String name, InvariantClaims claims) {
        bundleCase(name, bundle(PING_PONG, claims));
    }

    private void bundleCase(String name, ProtocolBundle bundle) {
        raw(name, JsonOutput.compactText(ProtocolBundle.CODEC, bundle));
    }

    private void raw(String name, String payload) {
        add("bundles/" + name, ValidatorOperation.VERIFY_PROTOCOL_BUNDLE, payload);
    }

    private void transition(String name, String payload) {
        add("transitions/" + name, ValidatorOperation.VALIDATE_RECONFIGURATION_TRANSITION, payload.replace('\'', '"'));
    }

    private void capability(String name, String payload) {
        add("capabilities/" + name, ValidatorOperation.INSPECT_CAPABILITY_MODEL, payload.replace('\'', '"'));
    }

    private void add(String id, ValidatorOperation operation, String payload) {
        cases.add(ValidatorCase.make(id, operation, JsonInput.read(payload, ReadPolicy.STRICT, JsonValue.CODEC)));
    }

    private static String numbered(int seed) {
        return String.format(Locale.ROOT, "seed-%04d", seed);
    }
}
