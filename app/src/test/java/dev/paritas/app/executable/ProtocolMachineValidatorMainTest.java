package dev.paritas.app.executable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.bridge.corpus.BundleFixtures;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ShapeInstances;
import dev.paritas.semanticobjects.json.ShapeInstances.OptionalMembers;
import dev.paritas.testsupport.Json;
import dev.paritas.testsupport.ShapeMutations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams, exit codes and answers of the machine validator (spec 32 §5-8). */
class ProtocolMachineValidatorMainTest {
    private static final String LEDGER_START = "'transported_theorem_boundary':[{'consumed_by_lean_runtime_gate':false,"
            + "'consumed_by_rust_runtime_admission':false,'key':'termination',"
            + "'usage_class':'black_box_premise_only'},";

    private static Program.Ended machineValidator(String stdin, String... args) {
        return machineValidator(stdin.getBytes(StandardCharsets.UTF_8), args);
    }

    private static Program.Ended machineValidator(byte[] stdin, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = ProtocolMachineValidatorMain.run(List.of(args), new ByteArrayInputStream(stdin), out, err);
        return new Program.Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static void fails(String stdin, String message) {
        assertThat(machineValidator(stdin))
                .isEqualTo(new Program.Ended(1, "", "uncaught exception: " + message + "\n"));
    }

    private static String answer(String operation, String payload) {
        Program.Ended ended = machineValidator(Json.quoted(
                "{'schema_version':'lean_bridge.v1','operation':'" + operation + "','payload':" + payload + "}"));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).endsWith("}\n").hasLineCount(1);
        return ended.out().strip();
    }

    @Test
    void text_that_is_not_json_fails_with_its_offset() {
        fails("{", "invalid JSON: offset 1: unexpected end of input");
        fails("", "invalid JSON: offset 0: unexpected end of input");
        assertThat(machineValidator(new byte[] {'"', (byte) 0xc3, '"'}))
                .isEqualTo(new Program.Ended(
                        1, "", "uncaught exception: Tried to read from handle containing non UTF-8 data.\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | property not found: operation",
                "{\"payload\":{}} | property not found: operation",
                "[] | object expected",
                "7 | object expected",
                "{\"operation\":7} | String expected",
                "{\"operation\":null} | String expected"
            })
    void a_request_without_an_operation_fails(String stdin, String detail) {
        fails(stdin, "missing operation: " + detail);
    }

    /** The table of spec 32 §5.1, in both directions. */
    @ParameterizedTest
    @ValueSource(
            strings = {"validateTrace", "validateSimulationTrace", "runSimulation", "run", "VerifyProtocolBundle", ""})
    void operations_of_the_runner_are_unknown_here(String operation) {
        fails("{\"operation\":\"" + operation + "\",\"payload\":{}}", "unsupported operation: " + operation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verifyProtocolBundle", "validateReconfigurationTransition", "inspectCapabilityModel"})
    void operations_of_the_validator_are_unknown_to_the_runner(String operation) {
        assertThat(Program.runner("{\"operation\":\"" + operation + "\",\"payload\":{}}"))
                .isEqualTo(new Program.Ended(1, "", "uncaught exception: unsupported operation: " + operation + "\n"));
    }

    @Test
    void a_bundle_without_claims_has_the_published_answer() {
        String answer = answer("verifyProtocolBundle", "{'claims':{}}");
        assertThat(answer)
                .startsWith(Json.quoted("{'artifacts':{'error_count':0,'mode':'deterministic_bundle_verifier',"
                        + "'runtime_critical_transport_theorems_explicit':true,"
                        + "'rust_runtime_critical_transport_theorem_keys':['protocol_machine_envelope_adherence',"
                        + "'protocol_machine_envelope_admission','protocol_envelope_bridge']," + LEDGER_START))
                .endsWith(Json.quoted("'key':'classical_spectral_gap_termination',"
                        + "'usage_class':'documentation_background_only'}]},'errors':[],'valid':true}"))
                .contains(Json.quoted("{'assumption_boundary':'Lean theorem-pack gate only; Rust runtime admission"
                        + " does not currently consume this key.','consumed_by_lean_runtime_gate':true,"
                        + "'consumed_by_rust_runtime_admission':false,'key':'byzantine_safety_characterization',"
                        + "'usage_class':'runtime_critical_instantiated_premise'}"))
                .doesNotContain("schema_version", "null");
        assertThat(answer("verifyProtocolBundle", "null")).isEqualTo(answer);
        assertThat(machineValidator("{\"operation\":\"verifyProtocolBundle\",\"schema_version\":7}")
                        .out())
                .isEqualTo(answer + "\n");
    }

    @Test
    void a_negative_verdict_is_an_answer_too() {
        assertThat(answer(
                        "verifyProtocolBundle",
                        JsonOutput.compactText(ProtocolBundle.CODEC, BundleFixtures.badQuorum())))
                .startsWith("{\"artifacts\":{\"error_count\":1,")
                .endsWith(Json.quoted("'errors':[{'code':'bundle.bad_quorum','message':'quorum geometry must"
                        + " guarantee non-empty intersection and majority overlap',"
                        + "'path':'claims.distributed.quorum_geometry'}],'valid':false}"));
    }

    @Test
    void a_change_of_membership_has_the_published_event() {
        assertThat(answer(
                        "validateReconfigurationTransition",
                        "{'artifact_id':'cert/bridge-reconfig-lean','policy':{'dynamic_membership':true,"
                                + "'overlap_required':true},'starting_epoch':0,'previous_members':['Carol','Alice',"
                                + "'Bob'],'next_members':['Bob','Dora','Carol']}"))
                .isEqualTo(Json.quoted("{'artifacts':{'event':{'added_members':['Dora'],"
                        + "'artifact_id':'cert/bridge-reconfig-lean','dynamic_membership':true,'epoch':1,"
                        + "'next_members':['Bob','Carol','Dora'],'overlap_preserved':true,'overlap_required':true,"
                        + "'previous_members':['Alice','Bob','Carol'],'removed_members':['Alice']},"
                        + "'mode':'deterministic_reconfiguration_validator'},'errors':[],'valid':true}"));
        assertThat(answer("validateReconfigurationTransition", "{'starting_epoch':18446744073709551615}"))
                .contains("\"epoch\":18446744073709551616,");
    }

    /** Naturals of the model have no end (spec 12 §2.5, 32 §5.2); what is more than a word is claimed all the same. */
    @Test
    void naturals_beyond_a_word_are_claims_too() {
        String n = "1" + "0".repeat(30);
        String half = "5" + "0".repeat(29);
        String quorum =
                "{'claims':{'distributed':{'quorum_geometry':{'n':%s,'quorum_size':%s,'intersection_size':%s}}}}";
        assertThat(answer("verifyProtocolBundle", quorum.formatted(n, half, "1")))
                .contains("bundle.bad_quorum");
        assertThat(answer("verifyProtocolBundle", quorum.formatted(n, half.replaceAll(".$", "1"), n)))
                .doesNotContain("bundle.bad_quorum");
        String liveness =
                "{'claims':{'liveness':{'scheduler':'Cooperative','progress_required':true},'distributed':{%s}}}";
        assertThat(answer(
                        "verifyProtocolBundle",
                        liveness.formatted("'flp':{'crash_bound':" + n + ",'requires_determinism':true}")))
                .contains("bundle.deadlock_risk");
        assertThat(answer(
                        "verifyProtocolBundle",
                        liveness.formatted("'partial_synchrony':{'timing':'Asynchronous','delta_bound':" + n + "}")))
                .doesNotContain("bundle.unbounded_wait");
        assertThat(answer("validateReconfigurationTransition", "{'starting_epoch':" + n + "}"))
                .contains("\"epoch\":1" + "0".repeat(29) + "1,");
    }

    @Test
    void an_inspected_model_has_a_version_and_no_verdict() {
        assertThat(answer("inspectCapabilityModel", "{}"))
                .isEqualTo(Json.quoted("{'artifacts':{'finalization_is_canonical':false,"
                        + "'finalization_is_invalidated':false,'runtime_upgrade_is_committed_cutover':false},"
                        + "'finalization':{'authoritative_read_ids':[],'canonical_handle_ids':[],"
                        + "'invalidated_by_handoff_ids':[],'observed_read_ids':[],'operation_id':'operation',"
                        + "'owner_id':null,'proof_ids':[],'publication_ids':[],'read_class':'none',"
                        + "'rejected_publication_ids':[],'session':null,'stage':'observed'},"
                        + "'runtime_upgrade':{'carried_obligation_ids':[],'carried_publication_ids':[],"
                        + "'compatibility':{'canonical_publication_continuity':'preserve_canonical_truth',"
                        + "'execution_constraint':'preserve_bundle_profile','ownership_continuity_required':true,"
                        + "'pending_effect_treatment':'preserve_pending'},'invalidated_obligation_ids':[],"
                        + "'invalidated_publication_ids':[],'next_members':[],'phase':'staged',"
                        + "'previous_members':[],'reason':null,'upgrade_id':'upgrade'},"
                        + "'schema_version':'lean_bridge.v1'}"));
        assertThat(answer("inspectCapabilityModel", "{'finalization':{'read_class':'X'}}"))
                .isEqualTo(Json.quoted("{'errors':[{'code':'capability_model.invalid_payload',"
                        + "'message':'unknown finalization read class: X','path':'payload'}],"
                        + "'schema_version':'lean_bridge.v1'}"));
    }

    /** The model's reader: exponents are whole numbers when nothing is left behind the point. */
    @Test
    void naturals_may_be_written_with_an_exponent() {
        assertThat(answer(
                        "verifyProtocolBundle",
                        "{'claims':{'distributed':{'quorum_geometry':{'n':4e0,'quorum_size':2,"
                                + "'intersection_size':1}}}}"))
                .contains("bundle.bad_quorum");
        assertThat(answer(
                        "verifyProtocolBundle",
                        "{'claims':{'distributed':{'quorum_geometry':{'n':4.0,'quorum_size':2,"
                                + "'intersection_size':1}}}}"))
                .doesNotContain("bundle.bad_quorum");
    }

    @Test
    void it_serves_and_a_failed_request_does_not_end_it() {
        Program.Ended ended = machineValidator(
                "{\"id\":1,\"operation\":\"verifyProtocolBundle\"}\n{\"id\":2,\"operation\":\"validateTrace\"}\n{\n"
                        + "{\"id\":3,\"operation\":\"inspectCapabilityModel\",\"payload\":{}}\n",
                "--serve");
        assertThat(ended.code()).isZero();
        assertThat(ended.lines().getFirst())
                .isEqualTo("{" + Program.implementation("java-model")
                        + Json.quoted("'name':'protocol_machine_validator','operations':["
                                + "'inspectCapabilityModel','validateReconfigurationTransition','verifyProtocolBundle'],"
                                + "'schema_versions':['lean_bridge.v1'],'version':'0.1.0'}"));
        assertThat(ended.lines().get(1))
                .isEqualTo("{\"id\":1,\"result\":" + answer("verifyProtocolBundle", "null") + "}");
        assertThat(ended.lines().get(2))
                .isEqualTo(Json.quoted("{'error':{'code':'UNKNOWN_OPERATION','message':"
                        + "'unsupported operation: validateTrace'},'id':2}"));
        assertThat(ended.lines().get(3)).contains("\"BAD_JSON\"");
        assertThat(ended.lines().get(4))
                .isEqualTo("{\"id\":3,\"result\":" + answer("inspectCapabilityModel", "{}") + "}");
        assertThat(ended.lines()).hasSize(5);
    }

    /** Whatever comes in: one line and 0, or one complaint and 1. */
    @Test
    void damaged_requests_are_answered_or_refused() {
        long seed = 20_261_121L;
        SplittableRandom random = new SplittableRandom(seed);
        ShapeInstances bundles =
                new ShapeInstances(ProtocolBundle.CODEC.shape(), OptionalMembers.SOMETIMES_ABSENT, 5, seed);
        List<String> operations =
                List.of("verifyProtocolBundle", "validateReconfigurationTransition", "inspectCapabilityModel");
        for (int i = 0; i < 4_000; i++) {
            JsonValue bundle = bundles.next();
            List<ShapeMutations.Mutation> mutations = ShapeMutations.of(ProtocolBundle.CODEC.shape(), bundle);
            String payload = mutations.get(random.nextInt(mutations.size())).text();
            String request =
                    "{\"operation\":\"" + operations.get(random.nextInt(3)) + "\",\"payload\":" + payload + "}";
            byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
            if (random.nextBoolean()) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Program.Ended ended = machineValidator(bytes);
            String place = "seed " + seed + ", request " + i + ": " + request;
            if (ended.code() == 0) {
                assertThat(ended.err()).as(place).isEmpty();
                assertThat(Json.json(ended.out())).as(place).isInstanceOf(JsonValue.Obj.class);
            } else {
                assertThat(ended.code()).as(place).isEqualTo(1);
                assertThat(ended.out()).as(place).isEmpty();
                assertThat(ended.err())
                        .as(place)
                        .matches("uncaught exception: (invalid JSON: |missing operation: |unsupported operation: |"
                                + "Tried to read from handle)[^\\n]*\\n");
            }
        }
    }

    @Test
    void deep_and_long_payloads_are_answered() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(answer("verifyProtocolBundle", deep)).isEqualTo(answer("verifyProtocolBundle", "null"));
        assertThat(answer("validateReconfigurationTransition", "{'next_members':" + deep + "}"))
                .contains("reconfiguration.empty_membership");
        assertThat(answer("inspectCapabilityModel", "{'finalization':{'read_class':'" + "x".repeat(1_000_000) + "'}}"))
                .contains("unknown finalization read class: xxx");
    }
}
