package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownDivergencesTest {
    private static final Path FOLDER = Checkout.FIXTURES.resolve("divergence");

    /** The cases with step slices on both sides: these show what almost every run shows, program counters. */
    private static final Set<DivergenceClass> OF_STEPS = EnumSet.of(
            DivergenceClass.LOOP_TYPE_TEXT, DivergenceClass.WRAPPED_TYPE_TEXT, DivergenceClass.SESSION_ORDER);

    static Stream<KnownDivergences.Shown> cases() {
        return KnownDivergences.all().stream();
    }

    private static PairRun pair(KnownDivergences.Shown shown) {
        return PairRun.recorded(shown.input(), shown.left(), shown.right(), ComparisonMode.EXACT);
    }

    private static DivergenceReport report(KnownDivergences.Shown shown) {
        return pair(shown).verdict() instanceof Verdict.Diverge(DivergenceReport report)
                ? report
                : new DivergenceReport(
                        "steps",
                        shown.known(),
                        0,
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        shown.known().explanation());
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
    void every_known_divergence_has_a_case_and_a_source() {
        assertThat(cases().map(KnownDivergences.Shown::known)).containsExactly(DivergenceClass.values());
        assertThat(Arrays.stream(DivergenceClass.values()).map(DivergenceClass::source))
                .hasSize(16)
                .startsWith("docs/comparison.md#known-divergences, pending_message_wake")
                .endsWith("docs/comparison.md#known-divergences, outer_loop_jump");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_case_shows_exactly_its_own_class(KnownDivergences.Shown shown) {
        Set<DivergenceClass> expected = EnumSet.of(shown.known());
        if (OF_STEPS.contains(shown.known())) {
            expected.add(DivergenceClass.PROGRAM_COUNTER);
        }
        PairRun pair = pair(shown);
        assertThat(pair.knownClasses()).as(String.join("\n", pair.lines())).isEqualTo(expected);
        assertThat(pair.unexplained()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_case_has_a_folder_that_still_says_the_same(KnownDivergences.Shown shown) throws IOException {
        Reproducer published = Reproducer.read(folder(shown.known()));
        assertThat(published.input()).isEqualTo(shown.input());
        assertThat(published.left()).isEqualTo(shown.left());
        assertThat(published.right()).isEqualTo(shown.right());
        assertThat(published.about().report()).isEqualTo(report(shown));
        assertThat(published.recorded().knownClasses()).contains(shown.known());
    }

    @Test
    void the_pending_message_of_the_specification_differs_in_ticks_only() {
        KnownDivergences.Shown shown = KnownDivergences.all().getFirst();
        assertThat(halted(shown.left())).contains("13 1");
        assertThat(halted(shown.right())).contains("12 1");
    }

    @Test
    void names_beyond_the_basic_plane_do_not_part_the_sides() {
        CaseInput input = CaseInput.of(ChoreographyJson.of(KnownDivergences.beyondTheBasicPlane()), 16);
        PairRun pair = PairRun.of(input, new MachineSide(), new DialectSide());
        assertThat(pair.verdict()).isEqualTo(new Verdict.Agree());
        assertThat(pair.unexplained()).isFalse();
    }

    private static List<String> halted(SideOutcome outcome) {
        return outcome instanceof SideOutcome.Ran(var output, String error)
                ? output.trace().stream()
                        .filter(event -> event.kind().equals("halted"))
                        .map(event -> event.tick() + " " + event.target())
                        .toList()
                : List.of();
    }
}
