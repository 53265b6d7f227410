package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --choose} and {@code --all-branches} of run and compare (docs/choreographies.md). */
final class ChosenBranchesTest {
    private static final Path PROTOCOLS = Checkout.ROOT.resolve("examples/protocols");
    private static final String COMMIT =
            PROTOCOLS.resolve("two-phase-commit.tell").toString();
    private static final String RETRY = PROTOCOLS.resolve("retry.tell").toString();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_run_takes_the_chosen_branch() {
        assertThat(Ran.paritas("run", "--choose", "Coordinator:Abort", COMMIT).out())
                .contains("Coordinator -> Stock  Abort", "completed after ")
                .doesNotContain("Commit");
        assertThat(Ran.paritas("run", "--choose", "Coordinator:Commit", COMMIT).out())
                .isEqualTo(Ran.paritas("run", COMMIT).out());
        for (String form : List.of("--json", "--stream", "--objects")) {
            assertThat(Ran.paritas("run", "--choose", "Coordinator:Abort", form, COMMIT)
                            .out())
                    .as(form)
                    .contains("Abort");
        }
    }

    @Test
    void a_random_run_says_how_it_is_repeated() {
        Ran ran = Ran.paritas("run", "--choose", "random", RETRY);
        assertThat(ran.err()).startsWith("again: --choose random --seed ");
        String seed = ran.err().strip().replaceFirst(".* ", "");
        assertThat(Ran.paritas("run", "--choose", "random", "--seed", seed, RETRY)
                        .out())
                .isEqualTo(ran.out());
    }

    @Test
    void every_path_of_the_examples_runs() throws IOException {
        try (var files = Files.list(PROTOCOLS)) {
            for (Path file : files.toList()) {
                Ran ran = Ran.paritas("run", "--all-branches", file.toString());
                assertThat(ran.exit()).as(file + ran.out()).isZero();
                assertThat(ran.out()).as(file.toString()).doesNotContain("blocked", "step limit", "error");
                assertThat(ran.out()).containsPattern("branches covered (\\d+)/\\1 by ");
            }
        }
    }

    @Test
    void every_path_is_compared_and_what_that_covers_is_said() {
        Ran few = Ran.paritas("compare", "--all-branches", "--loops", "0", RETRY);
        assertThat(few.out()).contains("branches covered 4/4", "path 3 of 3 Backend:Busy,Caller:Retry: agree: ");
        Ran all = Ran.paritas("compare", "--all-branches", RETRY);
        assertThat(all.exit()).as(all.out()).isZero();
        assertThat(all.out())
                .contains("path 3 of 4 Backend:Busy,Caller:Retry,Backend:Served: agree: ")
                .endsWith("branches covered 4/4 by 4 paths\nagree: 4 of 4 paths agree\n");
        Ran document = Ran.paritas("compare", "--all-branches", "--json", RETRY);
        assertThat(document.out())
                .contains(
                        "\"branches_covered\":4",
                        "\"branches_total\":4",
                        "{\"label\":\"Busy\",\"receiver\":\"Caller\",\"sender\":\"Backend\"}")
                .contains("\"verdict\":\"agree\"");
    }

    @Test
    void what_a_run_did_not_come_to_is_not_covered() {
        for (String command : List.of("run", "compare")) {
            Ran none = Ran.paritas(command, "--all-branches", "--max-steps", "0", RETRY);
            assertThat(none.exit()).as(none.out()).isEqualTo(4);
            assertThat(none.out())
                    .contains("branches covered 0/4 by 0 paths", "not covered: Backend -> Caller: Served")
                    .contains("not run: the run ended before the last choice of Backend:Busy,Caller:GiveUp");
            Ran some = Ran.paritas(command, "--all-branches", "--max-steps", "12", RETRY);
            assertThat(some.exit()).as(some.out()).isEqualTo(4);
            assertThat(some.out()).contains("branches covered 3/4 by 2 paths", "not covered: Caller -> Backend: Retry");
        }
    }

    @Test
    void what_differs_on_one_path_is_a_divergence() throws IOException {
        // A third role hears of the choice only through a merge: the model refuses it, whichever branch is taken.
        Ran ran = Ran.paritas(
                "compare",
                "--choose",
                "all",
                "--reproducers",
                folder.resolve("out").toString(),
                COMMIT);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "path 2 of 2 Coordinator:Abort: diverge\n  first difference: ", "diverge: 0 of 2 paths agree");
        try (var kept = Files.list(folder.resolve("out"))) {
            assertThat(kept).hasSize(2);
        }
    }

    @Test
    void what_makes_no_sense_is_refused_before_anything_runs() {
        List.of(
                        List.of("--choose", "Coordinator"),
                        List.of("--choose", ":Abort"),
                        List.of("--choose", "Coordinator:Abort,"),
                        List.of("--choose", "random", "--all-branches"),
                        List.of("--seed", "1"),
                        List.of("--loops", "2"),
                        List.of("--all-branches", "--loops", "-1"),
                        List.of("--all-branches", "--max-paths", "0"),
                        List.of("--max-paths", "5"))
                .forEach(options -> {
                    for (String command : List.of("run", "compare")) {
                        String[] line = new String[options.size() + 2];
                        line[0] = command;
                        line[1] = COMMIT;
                        System.arraycopy(options.toArray(), 0, line, 2, options.size());
                        Ran ran = Ran.paritas(line);
                        assertThat(ran.exit()).as(String.join(" ", line)).isEqualTo(2);
                        assertThat(ran.out()).isEmpty();
                    }
                });
        Ran wrong = Ran.paritas("run", "--choose", "Coordinator:Abrot", COMMIT);
        assertThat(wrong.exit()).isEqualTo(3);
        assertThat(wrong.err())
                .isEqualTo(
                        "error: NO_SUCH_BRANCH at --choose: Coordinator does not choose 'Abrot' there, but Commit or Abort\n");
        assertThat(Ran.paritas("compare", "--all-branches", "--max-paths", "1", COMMIT)
                        .err())
                .startsWith("error: TOO_MANY_PATHS at --choose: ");
        assertThat(Ran.paritas("run", "--all-branches", "--json", COMMIT).exit())
                .isEqualTo(2);
        assertThat(Ran.paritas("run", "--all-branches", COMMIT, RETRY).exit()).isEqualTo(2);
    }
}
