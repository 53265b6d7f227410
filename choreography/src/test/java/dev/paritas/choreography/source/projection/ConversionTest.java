package dev.paritas.choreography.source.projection;

import static dev.paritas.choreography.Notes.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.choreography.source.Choreography;
import dev.paritas.choreography.source.LoopCondition;
import dev.paritas.choreography.source.LoweringError;
import dev.paritas.choreography.source.Role;
import dev.paritas.choreography.source.Statement;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.ValType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From extended to plain local types, and their comparison (spec 11 §7). */
class ConversionTest {
    private static LocalType converted(List<Statement> block, String role) {
        return Conversion.toLocalType(SourceProjection.project(block, role));
    }

    private static LocalType looped(LoopCondition condition, List<Statement> body, String role) {
        return converted(List.of(new Statement.Loop(condition, body)), role);
    }

    private static LoweringError.UnsupportedFeature refused(ExtendedLocalType type) {
        return catchThrowableOfType(ProblemException.class, () -> Conversion.toLocalType(type))
                .only(LoweringError.UnsupportedFeature.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            x = A→B:x | y = A→B:m               ! A ! `!B{x.end, y.!B{m.end}}`
            x = A→B:x | y = A→B:m               ! B ! ?A{x.end, y.?A{m.end}}
            x = A→B:m | y = A→B:y               ! C ! end
            x = A→B:x; B→C:p | y = A→B:y; B→C:q ! C ! ?B{x.end, y.end}
            """)
    void choices_become_branches_by_their_labels(String branches, String role, String type) {
        assertThat(converted(Sources.choice("A", branches), role)).isEqualTo(local(type));
    }

    @Test
    void messages_recursions_and_variables_become_their_counterparts() {
        List<Statement> source = Sources.tell("B -> A : n\nrec t\n  A -> B : m\n  continue t");

        assertThat(converted(source, "A")).isEqualTo(local("?B{n.μt.!B{m.t}}"));
        assertThat(converted(source, "B")).isEqualTo(local("!A{n.μt.?A{m.t}}"));
        assertThat(converted(source, "C")).isEqualTo(local("μt.t"));
    }

    @Test
    void a_message_that_repeats_its_branch_is_flattened_once() {
        List<Statement> twice = Sources.choice("A", "x = A→B:x; A→B:x; A→B:x | y = A→C:x");
        List<Statement> unlike = Sources.choice("A", "x = A→B:x; B→A:x | y = A→B:y; A→B:m");

        assertThat(converted(twice, "A")).isEqualTo(local("!B{x.!B{x.end}, y.!C{x.end}}"));
        assertThat(converted(twice, "B")).isEqualTo(local("?A{x.?A{x.end}, y.end}"));
        assertThat(converted(unlike, "A")).isEqualTo(local("!B{x.?B{x.end}, y.!B{m.end}}"));
        assertThat(converted(unlike, "B")).isEqualTo(local("?A{x.!A{x.end}, y.?A{m.end}}"));
    }

    @Test
    void counted_loops_are_written_out() {
        List<Statement> body = Sources.choice("A", "x = A→B:x | y = A→B:y; B→A:n");

        for (LoopCondition twice :
                List.of(new LoopCondition.Count(2), new LoopCondition.Fuel(2), new LoopCondition.YieldAfter(2))) {
            assertThat(looped(twice, Sources.block("A→B:m"), "A")).isEqualTo(local("!B{m.!B{m.end}}"));
            assertThat(looped(twice, body, "A"))
                    .isEqualTo(local("!B{x.!B{x.end, y.?B{n.end}}, y.?B{n.!B{x.end, y.?B{n.end}}}}"));
        }
        assertThat(looped(new LoopCondition.Count(0), body, "A")).isEqualTo(LocalType.END);
        assertThat(looped(new LoopCondition.Count(2), Sources.block("A→B:m; t"), "A"))
                .isEqualTo(local("!B{m.t}"));
    }

    @Test
    void other_loops_timeouts_and_choices_of_ones_own_have_no_counterpart() {
        ExtendedLocalType body = new ExtendedLocalType.Send("B", "m", ExtendedLocalType.END);

        for (LoopCondition open : List.of(
                new LoopCondition.Forever(),
                new LoopCondition.YieldWhen("m"),
                new LoopCondition.RoleDecides("A"),
                new LoopCondition.Custom("x"))) {
            assertThat(refused(new ExtendedLocalType.Loop(open, body)).feature())
                    .isEqualTo("Loop");
        }
        assertThat(refused(new ExtendedLocalType.LocalChoice(List.of())).feature())
                .isEqualTo("LocalChoice");
        ExtendedLocalType timeout = new ExtendedLocalType.Timeout(Duration.ofSeconds(1), body, body, Optional.empty());
        assertThat(refused(new ExtendedLocalType.Send("B", "m", timeout)).sentence())
                .startsWith("unsupported DSL feature: Timeout. ");
    }

    @Test
    void loops_that_would_not_fit_are_refused_at_once() {
        ExtendedLocalType message = new ExtendedLocalType.Send("B", "m", ExtendedLocalType.END);
        ExtendedLocalType fork = new ExtendedLocalType.Select(
                "B",
                List.of(
                        new ExtendedLocalType.Labelled("x", ExtendedLocalType.END),
                        new ExtendedLocalType.Labelled("y", ExtendedLocalType.END)));

        assertThat(refused(new ExtendedLocalType.Loop(new LoopCondition.Count(10_001), message))
                        .feature())
                .isEqualTo("Loop");
        assertThat(Conversion.toLocalType(new ExtendedLocalType.Loop(new LoopCondition.Count(10_000), message))
                        .depth())
                .isEqualTo(10_000);
        assertThat(refused(new ExtendedLocalType.Loop(new LoopCondition.Count(64), fork))
                        .sentence())
                .endsWith("Unrolled, it would have more than 1000000 places.");
        List<Statement> source = List.of(
                new Statement.Loop(new LoopCondition.Count(9_999), Sources.choice("A", "x = A→B:x | y = A→B:y")));
        assertThat(catchThrowableOfType(
                        ProblemException.class, () -> new Choreography("P", List.of("A", "B"), source).lower()))
                .hasMessageStartingWith("unsupported DSL feature: Loop. Unrolled");
    }

    @Test
    void sorts_and_annotations_do_not_count_names_and_order_do() {
        LocalType annotated = new LocalType.Send(
                "B", List.of(new LocalType.Branch(Label.of("m"), new ValType.Chan(1, "A"), LocalType.END)));

        assertThat(equivalent("!B{m(nat).?C{n.end}}", "!B{m.?C{n(bool).end}}")).isTrue();
        assertThat(TheoryEquivalence.equivalent(annotated, local("!B{m.end}"))).isTrue();
        assertThat(equivalent("μt.!B{m.t}", "μt.!B{m(nat).t}")).isTrue();
        assertThat(equivalent("μt.!B{m.t}", "μs.!B{m.s}")).isFalse();
        assertThat(equivalent("!B{m.end, n.end}", "!B{n.end, m.end}")).isFalse();
        assertThat(equivalent("!B{m.end}", "?B{m.end}")).isFalse();
        assertThat(equivalent("!B{m.end}", "!B{n.end}")).isFalse();
    }

    private static boolean equivalent(String left, String right) {
        return TheoryEquivalence.equivalent(local(left), local(right));
    }

    @Test
    void a_role_that_decides_a_timeout_keeps_it_out_of_reach_of_the_conversion() {
        Statement.Timeout timeout = new Statement.Timeout(
                Role.of("A"), Duration.ofSeconds(1), Sources.block("A→B:m"), List.of(), Optional.empty());

        assertThat(refused(SourceProjection.project(List.of(timeout), "B")).feature())
                .isEqualTo("Timeout");
        assertThat(converted(List.of(timeout), "C")).isEqualTo(LocalType.END);
    }
}
