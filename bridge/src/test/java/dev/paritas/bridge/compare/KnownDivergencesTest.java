package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownDivergencesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("paritas.root", ".")).resolve("fixtures/divergence");
    private static final boolean ACCEPT = Boolean.getBoolean("paritas.accept");

    /** The rows that step slices show beside what almost every run shows: program counters. */
    private static final Set<DivergenceClass> OF_STEPS = EnumSet.of(
            DivergenceClass.LOOP_TYPE_TEXT, DivergenceClass.WRAPPED_TYPE_TEXT, DivergenceClass.SESSION_ORDER);

    static Stream<KnownDivergences.Shown> rows() {
        return KnownDivergences.all().stream();
    }

    private static PairRun pair(KnownDivergences.Shown shown) {
        return PairRun.compare(shown.input(), shown.left(), shown.right());
    }

    private static DivergenceReport report(KnownDivergences.Shown shown) {
        return pair(shown).verdict() instanceof Verdict.Diverge(DivergenceReport report)
                ? report
                : new DivergenceReport(
                        "steps",
                        shown.row(),
                        0,
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        shown.row().explanation());
    }

    private static Path folder(DivergenceClass row) throws IOException {
        String prefix = row.word() + "-";
        try (Stream<Path> list = Files.list(FOLDER)) {
            return list.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no fixture for " + row));
        }
    }

    @Test
    void every_row_of_the_table_has_a_case() {
        assertThat(rows().map(KnownDivergences.Shown::row)).containsExactly(DivergenceClass.values());
        assertThat(Arrays.stream(DivergenceClass.values()).map(DivergenceClass::row))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_row_shows_exactly_its_own_class(KnownDivergences.Shown shown) {
        Set<DivergenceClass> expected = EnumSet.of(shown.row());
        if (OF_STEPS.contains(shown.row())) {
            expected.add(DivergenceClass.PROGRAM_COUNTER);
        }
        PairRun pair = pair(shown);
        assertThat(pair.knownClasses()).as(String.join("\n", pair.lines())).isEqualTo(expected);
        assertThat(pair.unexplained()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_row_has_a_folder_that_still_says_the_same(KnownDivergences.Shown shown) throws IOException {
        DivergenceReport report = report(shown);
        Reproducer fresh = new Reproducer(
                shown.input(),
                shown.left(),
                shown.right(),
                ReproducerAbout.of(
                        report,
                        String.format(
                                Locale.ROOT,
                                "spec 22 section 16 row %d",
                                shown.row().row()),
                        null,
                        "fixtures/divergence",
                        Reproducer.folderName(report.classWord(), shown.input())));
        if (ACCEPT) {
            fresh.writeTo(FOLDER);
        }
        Reproducer published = Reproducer.read(folder(shown.row()));
        assertThat(published).isEqualTo(fresh);
        assertThat(published.recorded().knownClasses()).contains(shown.row());
    }

    @Test
    void the_pending_message_of_the_specification_differs_in_ticks_only() {
        KnownDivergences.Shown shown = KnownDivergences.all().getFirst();
        assertThat(halted(shown.left())).contains("13 1");
        assertThat(halted(shown.right())).contains("12 1");
    }

    private static List<String> halted(SideOutcome outcome) {
        return outcome instanceof SideOutcome.Ran(var output)
                ? output.trace().stream()
                        .filter(event -> event.kind().equals("halted"))
                        .map(event -> event.tick() + " " + event.target())
                        .toList()
                : List.of();
    }
}
