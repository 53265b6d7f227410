package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.bridge.implementation.Traffic;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneResult;
import dev.paritas.bridge.report.Shard;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneSteeringTest {
    @TempDir
    Path folder;

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

    private static LaneOptions selecting(String pattern, Optional<Shard> shard, long mostFailed) {
        return new LaneOptions(
                false,
                FuzzPlan.DEFAULT,
                Traffic.UNSEEN,
                new CheckFilter(Optional.of(CheckPattern.of(pattern)), shard),
                OptionalInt.of(1),
                mostFailed,
                Optional.empty());
    }

    private static List<String> ids(LaneReport report) {
        return report.checks().stream().map(LaneCheck::id).toList();
    }

    private LaneReport run(LaneSelection lane, String pattern) {
        return LaneRunner.run(
                lane, here(Checkout.CORPUS), selecting(pattern, Optional.empty(), Long.MAX_VALUE), LaneProgress.SILENT);
    }

    @Test
    void what_is_listed_is_what_a_run_reports_in_its_order() {
        LaneEnvironment bare = here(folder.resolve("no-corpus"));
        LaneReport report = LaneRunner.run(LaneSelection.DEFAULT, bare, LaneProgress.SILENT);
        List<ListedCheck> listed = LaneRunner.list(LaneSelection.DEFAULT, bare, LaneOptions.DEFAULT);
        assertThat(listed).extracting(one -> one.check().id()).isEqualTo(ids(report));
        assertThat(listed)
                .extracting(one -> one.check().description())
                .containsExactlyElementsOf(
                        report.checks().stream().map(LaneCheck::description).toList());
        assertThat(LaneRunner.list(LaneSelection.HEAP, here(Checkout.CORPUS), LaneOptions.DEFAULT))
                .allSatisfy(one -> assertThat(one.lane()).isEqualTo(LaneSelection.HEAP))
                .extracting(one -> one.check().id())
                .startsWith("heap/digests", "heap/parity", "heap/vectors");
    }

    @Test
    void only_selected_checks_are_made_and_the_mode_says_which() {
        LaneReport report = run(LaneSelection.DEFAULT, "^heap/(vectors|model)$|types/published");
        assertThat(ids(report)).containsExactly("types/published", "heap/vectors", "heap/model");
        assertThat(report.mode()).isEqualTo("default --select ^heap/(vectors|model)$|types/published");
        assertThat(report.result()).isEqualTo(LaneResult.PASS);
    }

    @Test
    void a_selection_of_nothing_is_blocked_and_never_a_pass() {
        LaneReport report = run(LaneSelection.TYPES, "no such check");
        assertThat(report.checks()).isEmpty();
        assertThat(report.result().exitCode()).isEqualTo(4);
    }

    @Test
    void a_damaged_corpus_is_told_though_only_a_check_that_stands_on_it_was_selected() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("corpus"));
        try (Stream<Path> files = Files.list(Checkout.CORPUS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        Files.writeString(copy.resolve("machine-runs.jsonl"), "{}\n");
        LaneReport report = LaneRunner.run(
                LaneSelection.SUITE,
                here(copy),
                selecting("suite/machine", Optional.empty(), Long.MAX_VALUE),
                LaneProgress.SILENT);
        assertThat(ids(report)).containsExactly("suite/digests");
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
    }

    @Test
    void shards_are_disjoint_and_together_everything() {
        List<String> all = LaneRunner.list(LaneSelection.DEFAULT, here(Checkout.CORPUS), LaneOptions.DEFAULT).stream()
                .map(one -> one.check().id())
                .toList();
        for (long count = 1; count <= 99; count++) {
            long parts = count;
            assertThat(LongStream.rangeClosed(1, parts)
                            .mapToObj(index -> new Shard(index, parts))
                            .flatMap(shard -> all.stream().filter(shard::holds)))
                    .containsExactlyInAnyOrderElementsOf(all);
        }
        List<String> made = new ArrayList<>();
        for (long index = 1; index <= 3; index++) {
            Shard shard = new Shard(index, 3);
            LaneReport report = LaneRunner.run(
                    LaneSelection.HEAP,
                    here(Checkout.CORPUS),
                    selecting("heap", Optional.of(shard), Long.MAX_VALUE),
                    LaneProgress.SILENT);
            assertThat(report.shard()).isEqualTo(shard);
            assertThat(report.mode()).isEqualTo("--heap --select heap --shard " + index + "/3");
            made.addAll(ids(report));
        }
        assertThat(made)
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .map(id -> id.equals("suite/digests") ? "heap/digests" : id)
                        .filter(id -> id.startsWith("heap/"))
                        .toList());
    }

    @Test
    void a_shard_is_written_as_two_numbers_and_nothing_else() {
        assertThat(Shard.of("2/3")).contains(new Shard(2, 3));
        assertThat(Stream.of("0/3", "4/3", "1/0", "1/100", "1", "/", "-1/3", "1/3 ", "+1/3", "１/３", "1/99999999999"))
                .allSatisfy(word -> assertThat(Shard.of(word)).isEmpty());
    }

    @Test
    void behind_so_many_failed_or_broken_checks_the_others_are_skipped_with_the_cause() throws IOException {
        for (long most = 1; most <= 3; most++) {
            LaneContext context = new LaneContext(
                    here(Checkout.CORPUS),
                    LaneProgress.SILENT,
                    true,
                    Map.of(),
                    selecting("x", Optional.empty(), most),
                    CheckGate.of(CheckFilter.ALL));
            for (int i = 0; i < 5; i++) {
                int number = i;
                context.run(Check.recorded("x/" + i, "x"), () -> {
                    if (number % 2 == 0) {
                        throw new IOException("broken");
                    }
                    return Findings.AGREEMENT;
                });
            }
            long bearable = most;
            assertThat(context.checks()).hasSize(5);
            assertThat(context.checks().stream().filter(one -> one.status() == CheckStatus.BROKEN))
                    .hasSize((int) bearable);
            assertThat(context.checks().stream().filter(one -> one.status() == CheckStatus.SKIPPED))
                    .hasSize((int) (6 - 2 * bearable))
                    .allSatisfy(one -> assertThat(one.cause()).isEqualTo(SkipCause.FAILED_ENOUGH));
        }
    }

    @Test
    void an_expression_that_would_never_end_is_refused() {
        assertThatThrownBy(() -> CheckPattern.of("((a+)+)+$").finds("a".repeat(40) + "!"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> CheckPattern.of("(")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CheckPattern.of("a".repeat(CheckPattern.LONGEST + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(CheckPattern.of("^heap/").finds("heap/vectors")).isTrue();
        assertThat(CheckPattern.of("^eap/").finds("heap/vectors")).isFalse();
    }
}
