package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.executable.ProtocolMachineValidatorMain;
import dev.paritas.bridge.bundle.ValidatorOperation;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusFolder;
import dev.paritas.bridge.corpus.ValidatorCase;
import dev.paritas.bridge.corpus.ValidatorCases;
import dev.paritas.bridge.corpus.ValidatorLines;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneReportText;
import dev.paritas.bridge.report.LaneResult;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import dev.paritas.testsupport.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The lane {@code --bundles}: green on the published corpus, red on any planted change. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the executables are shell scripts")
@Timeout(300)
class BundlesLaneTest {
    @TempDir
    Path folder;

    private LaneReport lane(Path corpus) {
        LaneEnvironment at = LaneEnvironment.at(Checkout.ROOT, false);
        return LaneRunner.run(
                LaneSelection.BUNDLES,
                new LaneEnvironment(
                        at.root(),
                        corpus,
                        at.fixtures(),
                        folder.resolve("no-reference"),
                        folder.resolve("no-lean"),
                        folder.resolve("runners"),
                        folder.resolve("out"),
                        false),
                LaneProgress.SILENT);
    }

    private void executable(String... lines) throws IOException {
        Path file = Files.createDirectories(folder.resolve("runners")).resolve("protocol_machine_validator");
        Executables.script(file, lines);
    }

    private static String ours() {
        return Executables.javaLine(ProtocolMachineValidatorMain.class);
    }

    private Path published(List<ValidatorCase> cases) {
        Path corpus = folder.resolve("corpus");
        CorpusFolder.publish(
                corpus,
                Corpus.of("test/1", 0, List.of(), List.of(ValidatorLines.document(cases)))
                        .files());
        return corpus;
    }

    @Test
    void the_published_corpus_passes_in_this_process_and_in_the_executable() throws IOException {
        executable("exec " + ours());
        LaneReport report = lane(Checkout.CORPUS);
        assertThat(report.result())
                .as(String.join("\n", LaneReportText.lines(report)))
                .isEqualTo(LaneResult.PASS);
        long cases = ValidatorCases.all().size();
        for (String id : List.of("in-process", "local", "executable")) {
            assertThat(report.check("bundles/" + id).status()).isEqualTo(CheckStatus.PASS);
            assertThat(report.check("bundles/" + id).cases()).isEqualTo(cases);
        }
        assertThat(report.check("bundles/runtime").cases()).isGreaterThan(50);
    }

    /** Each rule of spec 32 §6-9 has an accepted and a refused case among the published ones. */
    @Test
    void every_rule_is_kept_and_broken_somewhere_in_the_corpus() {
        TreeSet<String> codes = new TreeSet<>();
        TreeSet<String> local = new TreeSet<>();
        for (ValidatorCase item : ValidatorLines.of(Corpus.read(Checkout.CORPUS))) {
            JsonValue.Obj answer = (JsonValue.Obj) item.answer();
            if (answer.members().get("errors") instanceof JsonValue.Array(List<JsonValue> errors)) {
                errors.forEach(error -> codes.add(code(error)));
            }
            if (JsonValue.TRUE.equals(answer.members().get("valid"))) {
                codes.add(item.operation().word() + " accepted");
            }
            item.local().forEach((name, outcome) -> local.add(name + " " + outcome));
        }
        assertThat(codes)
                .containsExactlyInAnyOrder(
                        "bundle.bad_quorum",
                        "bundle.deadlock_risk",
                        "bundle.unbounded_wait",
                        "verifyProtocolBundle accepted",
                        "reconfiguration.disabled",
                        "reconfiguration.empty_membership",
                        "reconfiguration.overlap_required",
                        "validateReconfigurationTransition accepted",
                        "capability_model.invalid_payload");
        assertThat(local)
                .contains(
                        "lint accepted",
                        "lint quorum_geometry",
                        "lint partial_synchrony",
                        "lint protocol_envelope_bridge",
                        "runtime accepted",
                        "runtime disabled",
                        "runtime empty",
                        "runtime disjoint",
                        "reader accepted",
                        "reader UNSUPPORTED_SCHEMA_VERSION at /schema_version",
                        "reader MISSING_MEMBER at /");
    }

    private static String code(JsonValue error) {
        return error instanceof JsonValue.Obj(var members) && members.get("code") instanceof JsonValue.Text(String code)
                ? code
                : "no code";
    }

    @Test
    void a_planted_answer_turns_the_lane_red_at_its_place() throws IOException {
        executable("exec " + ours());
        List<ValidatorCase> cases = new ArrayList<>(ValidatorCases.all().subList(0, 4));
        ValidatorCase honest = cases.get(1);
        JsonValue lie = Json.json(honest.answer().compactText().replace("\"valid\":false", "\"valid\":true"));
        assertThat(lie).isNotEqualTo(honest.answer());
        cases.set(1, new ValidatorCase(honest.id(), honest.operation(), honest.payload(), lie, honest.local()));
        LaneReport report = lane(published(cases));
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
        assertThat(report.check("bundles/in-process").mismatches())
                .containsExactly(new Mismatch(
                        "bundles/in-process:bundles/bad_quorum", "true", "false", "bundles/bad_quorum/valid"));
        assertThat(report.check("bundles/executable").mismatches())
                .containsExactly(new Mismatch(
                        "bundles/executable:bundles/bad_quorum", "true", "false", "bundles/bad_quorum/valid"));
        assertThat(report.check("bundles/local").status()).isEqualTo(CheckStatus.PASS);
    }

    @Test
    void a_planted_outcome_of_the_lint_turns_the_lane_red() {
        List<ValidatorCase> cases = new ArrayList<>(ValidatorCases.all().subList(0, 4));
        ValidatorCase honest = cases.get(1);
        TreeMap<String, String> local = new TreeMap<>(honest.local());
        local.put("lint", "accepted");
        cases.set(1, new ValidatorCase(honest.id(), honest.operation(), honest.payload(), honest.answer(), local));
        LaneReport report = lane(published(cases));
        assertThat(report.result().exitCode()).isEqualTo(1);
        assertThat(report.check("bundles/local").mismatches())
                .extracting(Mismatch::key)
                .containsExactly("bundles/local:bundles/bad_quorum");
    }

    @Test
    void an_executable_that_forgets_a_rule_turns_the_lane_red() throws IOException {
        executable(ours() + " | sed 's/\"bundle.bad_quorum\"/\"bundle.other\"/'");
        LaneReport report = lane(published(ValidatorCases.all().subList(0, 2)));
        assertThat(report.check("bundles/in-process").status()).isEqualTo(CheckStatus.PASS);
        assertThat(report.check("bundles/executable").status()).isEqualTo(CheckStatus.FAIL);
        assertThat(report.check("bundles/executable").mismatches())
                .extracting(Mismatch::location)
                .containsOnly("bundles/bad_quorum/errors/0/code");
    }

    @Test
    void a_corpus_without_questions_is_not_a_pass() {
        LaneReport report = lane(published(List.of()));
        assertThat(report.check("bundles/in-process").status()).isEqualTo(CheckStatus.BLOCKED);
        assertThat(report.check("bundles/runtime").status()).isEqualTo(CheckStatus.BLOCKED);
        assertThat(report.result()).isEqualTo(LaneResult.BLOCKED);
    }

    @Test
    void without_the_executable_the_comparison_is_blocked_and_never_passed() {
        LaneReport report = lane(Checkout.CORPUS);
        assertThat(report.check("bundles/executable").status()).isEqualTo(CheckStatus.BLOCKED);
        assertThat(report.check("bundles/executable").skippedReason()).startsWith("there is no validator at ");
        assertThat(report.result()).isEqualTo(LaneResult.BLOCKED);
    }

    @Test
    void one_flipped_byte_of_the_questions_is_found_by_its_digest() throws IOException {
        Path corpus = published(ValidatorCases.all().subList(0, 2));
        Path file = corpus.resolve("validator-answers.jsonl");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(lane(corpus).check("bundles/digests").mismatches())
                .extracting(Mismatch::key)
                .containsExactly("corpus:DIGEST_MISMATCH");
    }

    @Test
    void the_ids_of_the_questions_are_unique() {
        assertThat(ValidatorCases.all()).extracting(ValidatorCase::id).doesNotHaveDuplicates();
        assertThat(ValidatorCases.all()).extracting(ValidatorCase::operation).contains(ValidatorOperation.values());
    }
}
