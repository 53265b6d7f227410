package dev.paritas.choreography.source.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.source.Choreography;
import dev.paritas.choreography.source.Role;
import dev.paritas.choreography.source.Statement;
import dev.paritas.choreography.type.LocalType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Ten thousand messages in a row, and statements nested as deep, are an ordinary input. */
class DeepSourcesTest {
    private static final int DEPTH = 10_000;

    private static List<Statement> nested(UnaryOperator<List<Statement>> around) {
        List<Statement> block = Sources.block("C→D:last");
        for (int i = 0; i < DEPTH; i++) {
            block = around.apply(block);
        }
        return block;
    }

    private static int depth(ExtendedLocalType type) {
        int depth = 0;
        for (ExtendedLocalType here = type; here.arity() > 0; here = here.child(0)) {
            depth++;
        }
        return depth;
    }

    @Test
    void messages() {
        List<Statement> block = Collections.nCopies(DEPTH, Statement.send("A", "B", "m"));

        ExtendedLocalType receiver = SourceProjection.project(block, "B");
        LocalType converted = Conversion.toLocalType(receiver);

        assertThat(depth(receiver)).isEqualTo(DEPTH);
        assertThat(receiver.equals(SourceProjection.project(block, "B"))).isTrue();
        assertThat(receiver.hashCode())
                .isEqualTo(SourceProjection.project(block, "B").hashCode());
        assertThat(receiver.toString()).startsWith("?A m.?A m.").endsWith("end");
        assertThat(TheoryEquivalence.equivalent(
                        converted, Projection.project(new Choreography("P", List.of("A", "B"), block).lower(), "B")))
                .isTrue();
    }

    @Test
    void recursions_choices_and_parallels() {
        List<Statement> recursions = nested(body -> List.of(new Statement.Rec("t", body)));
        List<Statement> choices = nested(body -> {
            List<Statement> branch = new ArrayList<>(Sources.block("A→B:x"));
            branch.addAll(body);
            return List.of(new Statement.Choice(
                    Role.of("A"),
                    List.of(new Statement.Branch("x", branch), new Statement.Branch("y", Sources.block("A→B:y")))));
        });
        List<Statement> parallels =
                nested(body -> List.of(new Statement.Parallel(List.of(body, Sources.block("A→B:m")))));

        assertThat(depth(SourceProjection.project(recursions, "C"))).isEqualTo(DEPTH + 1);
        assertThat(depth(SourceProjection.project(choices, "A"))).isEqualTo(DEPTH);
        assertThat(SourceProjection.project(choices, "C")).hasToString("!D last.end");
        assertThat(SourceProjection.project(parallels, "C")).hasToString("!D last.end");
    }

    @Test
    void merges_that_differ_only_at_the_bottom() {
        List<Statement> left = new ArrayList<>(Sources.block("A→B:x"));
        left.addAll(Collections.nCopies(DEPTH, Statement.send("C", "D", "m")));
        List<Statement> right = new ArrayList<>(left);
        right.set(0, Statement.send("A", "B", "y"));
        right.add(Statement.send("D", "C", "n"));

        ExtendedLocalType merged = SourceProjection.project(
                List.of(new Statement.Choice(
                        Role.of("A"), List.of(new Statement.Branch("x", left), new Statement.Branch("y", right)))),
                "C");

        assertThat(depth(merged)).isEqualTo(DEPTH + 1);
    }
}
