package dev.paritas.bridge.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.admission.claim.DistributedClaims;
import dev.paritas.admission.claim.InvariantClaims;
import dev.paritas.admission.runtime.Reconfiguration;
import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.ledger.FinalizationView;
import dev.paritas.machine.tape.EffectTape;
import dev.paritas.machine.tape.RecordingHandler;
import dev.paritas.machine.tape.ReplayHandler;
import dev.paritas.model.validator.CapabilityModel;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.membership.PlacementObservation;
import dev.paritas.semanticobjects.membership.PlacementObservation.PlacementKind;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import dev.paritas.semanticobjects.membership.ReconfigurationPhase;
import dev.paritas.semanticobjects.membership.ReconfigurationPlan;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.membership.ReconfigurationStep;
import dev.paritas.semanticobjects.object.FinalizationPath;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationStage;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the bridge tests of the reference hold that reaches across parts (spec 32 §10). */
class BridgeSuitesTest {
    private static RunOutput run(GlobalType type, long rounds) {
        return output(new MachineSide(RunDetail.OBJECTS).run(CaseInput.of(ChoreographyJson.of(type), rounds)));
    }

    private static RunOutput output(SideOutcome outcome) {
        assertThat(outcome).isInstanceOf(SideOutcome.Ran.class);
        return ((SideOutcome.Ran) outcome).output();
    }

    private static List<PlacementObservation> local(String... roles) {
        return List.of(roles).stream()
                .map(role -> new PlacementObservation(role, PlacementKind.LOCAL, null, null, null))
                .toList();
    }

    /** From the exported claim to the policy, and from the plan's phases to the validator. */
    @Test
    void each_phase_of_a_plan_is_accepted_by_the_validator_with_an_equal_event() {
        InvariantClaims claims = InvariantClaims.of(DistributedClaims.builder()
                .reconfiguration(new ReconfigurationPolicy(true, true))
                .build());
        Reconfiguration bundle = new Reconfiguration(
                "cert/plan",
                ProtocolBundles.toMachineBundle(
                                ProtocolBundles.exportProtocolBundle(GlobalType.END, Map.of(), claims), "certificate")
                        .reconfiguration());
        ReconfigurationSnapshot done = bundle.execute(
                bundle.seed(List.of("Alice", "Bob")),
                new ReconfigurationPlan(
                        "plan",
                        List.of(
                                new ReconfigurationStep(
                                        "prepare", List.of("Dora", "Bob", "Carol"), local("Bob", "Carol", "Dora")),
                                new ReconfigurationStep(
                                        "cutover", List.of("Carol", "Dora", "Eve"), local("Carol", "Dora", "Eve")))));
        List<ReconfigurationPhase> phases = done.planExecutions().getFirst().phases();
        assertThat(phases).hasSize(2);
        for (ReconfigurationPhase phase : phases) {
            JsonValue.Obj answer = (JsonValue.Obj) ValidatorOperation.VALIDATE_RECONFIGURATION_TRANSITION.answer(
                    tree(TransitionRequest.CODEC, TransitionRequest.of(phase.event())));
            assertThat(answer.members()).containsEntry("valid", JsonValue.TRUE);
            JsonValue.Obj artifacts = (JsonValue.Obj) answer.members().getOrDefault("artifacts", JsonValue.NULL);
            assertThat(artifacts.members()).containsEntry("event", tree(ReconfigurationEvent.CODEC, phase.event()));
        }
    }

    @Test
    void the_semantic_objects_of_a_run_survive_their_json() {
        SemanticObjects objects =
                run(GlobalType.comm("A", "B", "m", GlobalType.END), 64).semanticObjects();
        SemanticObjects again = JsonInput.read(
                JsonOutput.compactBytes(SemanticObjects.CODEC, objects), ReadPolicy.STRICT, SemanticObjects.CODEC);
        assertThat(again).isEqualTo(objects);
        assertThat(again.operationInstances())
                .hasSizeGreaterThanOrEqualTo(again.outstandingEffects().size());
        assertThat(again.outstandingEffects()).isNotEmpty();
        for (OperationInstance operation : objects.operationInstances()) {
            assertThat(new FinalizationView(again).path(operation.operationId()))
                    .isEqualTo(new FinalizationView(objects).path(operation.operationId()));
        }
    }

    /**
     * Each side keeps its own rule: the model needs no publication to call a proof and a handle canonical.
     * {@code FinalizationPath.stages_differ}: where they differ, the model says canonical.
     */
    @Test
    void the_model_agrees_with_the_runtime_but_for_what_is_canonical() {
        SemanticObjects objects = run(
                        GlobalType.comm("A", "B", "ping", GlobalType.comm("B", "A", "pong", GlobalType.END)), 64)
                .semanticObjects();
        int compared = 0;
        for (FinalizationPath path : new FinalizationView(objects).paths()) {
            FinalizationStage model = CapabilityModel.stage(
                    !path.invalidatedByHandoffIds().isEmpty(),
                    !path.rejectedPublicationIds().isEmpty(),
                    !path.proofIds().isEmpty(),
                    !path.canonicalHandleIds().isEmpty(),
                    path.readClass());
            if (model != FinalizationStage.CANONICAL) {
                assertThat(model).as(path.operationId()).isEqualTo(path.stage());
            }
            compared++;
        }
        assertThat(compared).isGreaterThan(1);
    }

    /** The second scale budget of spec 32 §10.2. */
    @Test
    void ninety_six_steps_of_an_endless_ping_pong_stay_within_the_published_sizes() {
        GlobalType loop = new GlobalType.Mu(
                "X", GlobalType.comm("A", "B", "ping", GlobalType.comm("B", "A", "pong", new GlobalType.Var("X"))));
        CaseInput input = CaseInput.of(ChoreographyJson.of(loop), 96);
        RecordingHandler recorder = new RecordingHandler(new PassThroughHandler());
        RunOutput baseline = output(new MachineSide(recorder, RunDetail.OBJECTS).run(input));
        EffectTape tape = recorder.tape();
        ReplayHandler replayer = new ReplayHandler(EffectTape.read(tape.toBytes()));
        RunOutput replay = output(new MachineSide(replayer, RunDetail.OBJECTS).run(input));
        assertThat(replay).isEqualTo(baseline).isEqualTo(run(loop, 96));
        assertThat(replayer.remaining()).isZero();
        assertThat(baseline.trace()).hasSizeBetween(1, 256);
        assertThat(tape.entries()).hasSizeBetween(1, 256);
        assertThat(JsonOutput.declaredBytes(Codec.listOf(TraceEvent.CODEC), baseline.trace()))
                .hasSizeLessThanOrEqualTo(96_000);
    }

    private static <T> JsonValue tree(Codec<T> codec, T value) {
        return codec.toTree(value);
    }
}
