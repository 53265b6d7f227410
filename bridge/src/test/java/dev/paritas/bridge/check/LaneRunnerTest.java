package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneReportText;
import dev.paritas.bridge.report.LaneResult;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneRunnerTest {
    @TempDir
    Path folder;

    private LaneEnvironment nothing(boolean strict) {
        LaneEnvironment at = LaneEnvironment.at(folder.resolve("empty/project"), strict);
        return new LaneEnvironment(
                at.root(),
                at.corpus(),
                at.fixtures(),
                folder.resolve("no-reference"),
                at.lean(),
                at.runners(),
                at.output(),
                strict);
    }

    /** The project's own data, with everything written to the temporary folder. */
    private LaneEnvironment here(Path corpus) {
        LaneEnvironment at = LaneEnvironment.at(Checkout.ROOT, false);
        return new LaneEnvironment(
                at.root(),
                corpus,
                at.fixtures(),
                folder.resolve("no-reference"),
                folder.resolve("no-lean"),
                folder.resolve("no-runners"),
                folder.resolve("out"),
                false);
    }

    @Test
    void the_suite_passes_on_the_published_corpus_and_two_runs_give_one_digest() {
        LaneEnvironment environment = here(Checkout.CORPUS);
        LaneReport first = LaneRunner.run(LaneSelection.SUITE, environment, LaneProgress.SILENT);
        assertThat(first.result())
                .as(String.join("\n", LaneReportText.lines(first)))
                .isEqualTo(LaneResult.PASS);
        assertThat(first.check("suite/machine").cases()).isEqualTo(208);
        assertThat(first.inputs())
                .as("the index and every file it lists")
                .hasSize(1 + Corpus.read(Checkout.CORPUS).index().files().size());
        assertThat(LaneRunner.run(LaneSelection.SUITE, environment, LaneProgress.SILENT)
                        .sha256())
                .isEqualTo(first.sha256());
    }

    @Test
    void one_flipped_byte_of_the_corpus_fails_the_suite() throws IOException {
        Path copy = copy(Checkout.CORPUS);
        Path file = copy.resolve("machine-runs.jsonl");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        LaneReport report = LaneRunner.run(LaneSelection.SUITE, here(copy), LaneProgress.SILENT);
        assertThat(report.result().exitCode()).isEqualTo(1);
        assertThat(report.check("suite/digests").mismatches())
                .extracting(Mismatch::key)
                .containsExactly("corpus:DIGEST_MISMATCH");
    }

    @Test
    void conformance_has_only_known_divergences_and_names_them() {
        LaneReport report = LaneRunner.run(LaneSelection.DEFAULT, here(Checkout.CORPUS), LaneProgress.SILENT);
        assertThat(report.result())
                .as(String.join("\n", LaneReportText.lines(report)))
                .isEqualTo(LaneResult.PASS);
        assertThat(LaneRunner.list(LaneSelection.DEFAULT, here(Checkout.CORPUS), LaneOptions.DEFAULT))
                .extracting(listed -> listed.check().id())
                .as("what is listed is what is reported, in its order")
                .isEqualTo(report.checks().stream().map(LaneCheck::id).toList());
        assertThat(report.check("conformance/fixtures").status()).isEqualTo(CheckStatus.PASS);
        assertThat(report.check("conformance/fixtures").cases()).isEqualTo(8);
        assertThat(report.check("conformance/divergences").cases()).isEqualTo(16);
        assertThat(report.check("conformance/generated").cases()).isGreaterThan(100);
        Set<String> words = new TreeSet<>();
        report.check("conformance/generated").mismatches().forEach(mismatch -> words.add(mismatch.key()));
        assertThat(words).noneMatch(key -> key.endsWith(":unexplained") || key.endsWith(":steps"));
        assertThat(folder.resolve("out/reproducers")).doesNotExist();
    }

    @Test
    void a_broken_fixture_is_named_and_the_other_checks_run_all_the_same() throws IOException {
        Path fixtures = folder.resolve("fixtures/protocols");
        Files.createDirectories(fixtures);
        Files.writeString(fixtures.resolve("cut.json"), "{\n  \"choreographies\":");
        LaneEnvironment at = here(Checkout.CORPUS);
        LaneReport report = LaneRunner.run(
                LaneSelection.DEFAULT,
                new LaneEnvironment(
                        at.root(),
                        at.corpus(),
                        folder.resolve("fixtures"),
                        at.reference(),
                        at.lean(),
                        at.runners(),
                        at.output(),
                        false),
                LaneProgress.SILENT);
        LaneCheck broken = report.check("conformance/fixtures");
        assertThat(broken.status()).isEqualTo(CheckStatus.BROKEN);
        assertThat(broken.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.reason())
                        .contains(fixtures.resolve("cut.json").getFileName() + ": INVALID_JSON", "line 2"));
        assertThat(report.check("conformance/generated").cases()).isGreaterThan(100);
        assertThat(report.result().exitCode()).isEqualTo(3);
    }

    @Test
    void the_published_shapes_hold_but_for_the_stated_representations() {
        LaneReport report = LaneRunner.run(LaneSelection.TYPES, here(Checkout.CORPUS), LaneProgress.SILENT);
        LaneCheck shapes = report.check("types/published");
        assertThat(shapes.cases()).isEqualTo(33);
        assertThat(shapes.status()).isEqualTo(CheckStatus.COVERED);
        assertThat(report.deviationsUsed())
                .contains("bundle-schema-version", "effect-inputs-json", "effect-outputs-json");
    }

    @Test
    void a_lane_asked_for_by_name_without_its_data_is_blocked() {
        for (LaneSelection selection : Set.of(LaneSelection.SUITE, LaneSelection.CONFORMANCE, LaneSelection.HEAP)) {
            LaneReport report = LaneRunner.run(selection, nothing(false), LaneProgress.SILENT);
            assertThat(report.totals().executed()).isZero();
            assertThat(report.result()).isEqualTo(LaneResult.BLOCKED);
            assertThat(report.result().exitCode()).isEqualTo(4);
        }
    }

    @Test
    void types_by_name_pass_without_lean_sources_which_are_told_and_fail_when_strict() {
        LaneReport report = LaneRunner.run(LaneSelection.TYPES, nothing(false), LaneProgress.SILENT);
        assertThat(report.result()).isEqualTo(LaneResult.PASS);
        assertThat(report.totals().executed()).isEqualTo(1);
        assertThat(LaneRunner.run(LaneSelection.TYPES, nothing(true), LaneProgress.SILENT)
                        .result())
                .isEqualTo(LaneResult.FAIL);
        assertThat(report.check("types/lean").skippedReason())
                .isEqualTo("there are no Lean sources at"
                        + " lean/Runtime/ProtocolMachine/Model/SemanticObjects/Core.lean");
    }

    @Test
    void the_default_selection_names_what_it_leaves_out_and_strict_fails_on_it() {
        LaneReport report = LaneRunner.run(LaneSelection.DEFAULT, nothing(false), LaneProgress.SILENT);
        assertThat(report.result()).isEqualTo(LaneResult.PASS);
        assertThat(report.checks())
                .filteredOn(one -> one.status() == CheckStatus.SKIPPED)
                .allSatisfy(one -> assertThat(one.skippedReason())
                        .matches("(there |the Lean sources have no |Lean binary not available\\."
                                + " Run|PARITAS_LEAN_RUNNERS is not set).*"))
                .extracting(LaneCheck::id)
                .contains("types/lean", "suite/digests", "conformance/fixtures", "conformance/runner");
        LaneReport strict = LaneRunner.run(LaneSelection.DEFAULT, nothing(true), LaneProgress.SILENT);
        assertThat(strict.result().exitCode()).isEqualTo(1);
    }

    @Test
    void an_unknown_word_selects_nothing() {
        assertThat(LaneSelection.of("bogus")).isEmpty();
        assertThat(LaneSelection.of("--types")).contains(LaneSelection.TYPES);
    }

    private Path copy(Path from) throws IOException {
        Path to = Files.createDirectories(folder.resolve("corpus"));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
        return to;
    }

    @Test
    void a_variable_demands_what_it_names_when_it_is_set_to_anything_but_zero() {
        assertThat(demands(Map.of())).isFalse();
        assertThat(demands(Map.of(HeapChecks.DEMAND, "0"))).isFalse();
        assertThat(demands(Map.of(HeapChecks.DEMAND, "1"))).isTrue();
        assertThat(demands(Map.of(HeapChecks.DEMAND, ""))).isTrue();
        assertThat(demands(Map.of(HeapChecks.DEMAND, "00"))).isTrue();
    }

    private static boolean demands(Map<String, String> variables) {
        return new LaneContext(LaneEnvironment.at(Path.of(""), false), LaneProgress.SILENT, true, variables)
                .demands(HeapChecks.DEMAND);
    }
}
