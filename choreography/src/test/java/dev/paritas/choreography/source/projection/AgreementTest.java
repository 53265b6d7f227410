package dev.paritas.choreography.source.projection;

import static dev.paritas.choreography.Notes.global;
import static dev.paritas.choreography.Notes.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.choreography.Reference;
import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.source.Choreography;
import dev.paritas.choreography.source.LoweringError;
import dev.paritas.choreography.source.Role;
import dev.paritas.choreography.source.Statement;
import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.Structure;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the projection of sources agrees with the canonical projection, and where it does not (spec 11 §7). */
class AgreementTest {
    private static GlobalType lowered(List<Statement> block) {
        return new Choreography("P", List.of("A", "B", "C", "D", "E"), block).lower();
    }

    private static LocalType fromSource(List<Statement> block, String role) {
        return Conversion.toLocalType(SourceProjection.project(block, role));
    }

    private static boolean agree(List<Statement> block, GlobalType type, String role) {
        return TheoryEquivalence.equivalent(fromSource(block, role), Projection.project(type, role));
    }

    private static GlobalType withoutSorts(GlobalType type) {
        return new Fold<GlobalType, GlobalType>() {
            @Override
            protected GlobalType leave(GlobalType node, Results<GlobalType> children) {
                GlobalType whole = node.withChildren(children);
                return whole instanceof GlobalType.Comm(String from, String to, List<GlobalType.Branch> branches)
                        ? new GlobalType.Comm(
                                from,
                                to,
                                branches.stream()
                                        .map(branch -> new GlobalType.Branch(
                                                Label.of(branch.label().name()), branch.continuation()))
                                        .toList())
                        : whole;
            }
        }.over(type);
    }

    /**
     * The tested subset, for one role: it takes part in every recursion, all branches of a choice of others look alike to
     * it, and no choice is followed by a message that the conversion takes for the choice itself.
     */
    private static boolean tested(GlobalType type, String role) {
        return Structure.first(type, node -> outside(node, role)).isEmpty()
                && Structure.first(Projection.project(type, role), AgreementTest::repeats)
                        .isEmpty();
    }

    private static boolean outside(GlobalType node, String role) {
        return switch (node) {
            case GlobalType.Mu(var _, GlobalType body) -> !body.mentionsRole(role);
            case GlobalType.Comm comm ->
                !comm.sender().equals(role) && !comm.receiver().equals(role) && !alike(comm, role);
            case GlobalType.End _, GlobalType.Var _, GlobalType.Delegate _ -> false;
        };
    }

    private static boolean repeats(LocalType node) {
        return node instanceof LocalType.Choice choice
                && choice.branches().size() > 1
                && choice.branches().stream()
                        .anyMatch(branch -> branch.continuation() instanceof LocalType.Choice next
                                && next.branches().size() == 1
                                && next.withBranches(List.of()).equals(choice.withBranches(List.of()))
                                && next.branches().getFirst().label().equals(branch.label()));
    }

    private static boolean alike(GlobalType.Comm comm, String role) {
        try {
            return comm.branches().stream()
                            .map(branch -> Projection.project(branch.continuation(), role))
                            .distinct()
                            .count()
                    == 1;
        } catch (ProblemException e) {
            e.only(ProjectionError.class);
            return false;
        }
    }

    @Test
    void both_agree_on_generated_protocols_of_the_tested_subset() {
        int agreed = 0;
        int choices = 0;
        int recursions = 0;
        int bystanders = 0;
        for (long seed = 1; seed <= 2_000; seed++) {
            GlobalType type = withoutSorts(ProtocolGenerator.generate(GeneratorOptions.VALID, seed));
            List<Statement> block = Sources.of(type);
            assertThat(lowered(block)).as("seed %d", seed).isEqualTo(type);
            for (String role : type.roles()) {
                if (!tested(type, role)) {
                    continue;
                }
                LocalType canonical = Projection.project(type, role);
                LocalType source = fromSource(block, role);
                assertThat(TheoryEquivalence.equivalent(source, canonical))
                        .as("seed %d, role %s of %s: %s and %s", seed, role, type, source, canonical)
                        .isTrue();
                agreed++;
                boolean chooses = Structure.first(type, node -> node instanceof GlobalType.Comm && node.arity() > 1)
                        .isPresent();
                choices += chooses ? 1 : 0;
                recursions += canonical instanceof LocalType.Mu ? 1 : 0;
                bystanders += chooses
                                && Structure.first(type, node -> bystands(node, role))
                                        .isPresent()
                        ? 1
                        : 0;
            }
        }
        assertThat(List.of(agreed, choices, recursions, bystanders)).allMatch(count -> count > 100);
    }

    private static boolean bystands(GlobalType node, String role) {
        return node instanceof GlobalType.Comm comm
                && comm.arity() > 1
                && !comm.sender().equals(role)
                && !comm.receiver().equals(role);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A→B{m.B→A{n.A→B{o.end}}}
            A→B{x.B→A{n.end}, y.end}
            A→B{x.B→C{x.end}, y.B→C{y.end}}
            A→B{x.B→C{m.C→D{n.end}}, y.B→C{m.C→D{n.end}}}
            μt.A→B{x.t, y.end}
            μt.A→B{m.B→C{n.C→A{o.t}}}
            A→B{m.B→C{m.C→D{m.D→A{m.end}}}}
            A→B{m.A→C{m.A→D{m.B→A{n.C→A{n.D→A{n.end}}}}}}
            """)
    void both_agree_on_lines_choices_recursions_rings_and_stars(String notes) {
        GlobalType type = global(notes);
        List<Statement> block = Sources.of(type);

        assertThat(lowered(block)).isEqualTo(type);
        assertThat(type.roles()).allMatch(role -> agree(block, type, role));
    }

    @ParameterizedTest
    @CsvSource({"lean-sample", "lean-extended", "lean-failing"})
    void both_agree_on_the_fixtures(String name) throws IOException {
        Path file = Reference.ROOT.resolve("fixtures/tell").resolve(name + ".tell");
        Choreography choreography = Choreography.parse(Files.readString(file));
        GlobalType type = choreography.lower();

        assertThat(type.roles()).allMatch(role -> agree(choreography.statements(), type, role));
    }

    @Test
    void a_bystanders_recursion_stays_in_one_and_ends_in_the_other() {
        List<Statement> block = Sources.tell("rec t\n  A -> B : m\n  continue t");

        assertThat(fromSource(block, "C")).isEqualTo(local("μt.t"));
        assertThat(Projection.project(lowered(block), "C")).isEqualTo(local("end"));
        assertThat(agree(block, lowered(block), "C")).isFalse();
        assertThat(agree(block, lowered(block), "B")).isTrue();
    }

    @Test
    void an_end_is_neutral_in_one_and_does_not_merge_in_the_other() {
        List<Statement> block = Sources.choice("A", "yes = A→B:yes | no = A→B:no; C→D:m");

        assertThat(fromSource(block, "C")).isEqualTo(local("!D{m.end}"));
        assertThat(catchThrowableOfType(ProblemException.class, () -> Projection.project(lowered(block), "C"))
                        .only(ProjectionError.class)
                        .debugText())
                .startsWith("MergeFailure { role: \"C\", source: EndMismatch(");
    }

    @Test
    void united_receives_have_the_labels_of_the_choice_in_one_and_of_the_messages_in_the_other() {
        List<Statement> block = Sources.choice("A", "l1 = A→B:l1; B→C:x | l2 = A→B:l2; B→C:y");

        assertThat(fromSource(block, "C")).isEqualTo(local("?B{l1.end, l2.end}"));
        assertThat(Projection.project(lowered(block), "C")).isEqualTo(local("?B{x.end, y.end}"));
    }

    @Test
    void a_message_that_repeats_a_choice_is_lost_in_one() {
        List<Statement> block = Sources.choice("A", "x = A→B:x; A→B:x | y = A→B:y");

        assertThat(fromSource(block, "A")).isEqualTo(local("!B{x.end, y.end}"));
        assertThat(Projection.project(lowered(block), "A")).isEqualTo(local("!B{x.!B{x.end}, y.end}"));
    }

    @Test
    void what_cannot_be_lowered_is_projected_by_one_alone() {
        Role a = Role.of("A");
        List<Statement> message = Sources.block("A→B:m");
        unlowered("Broadcast", new Statement.Broadcast(a, List.of(Role.of("B")), "m"));
        unlowered("Parallel", new Statement.Parallel(List.of(message)));
        unlowered("Case", new Statement.Case(List.of(new Statement.Branch("x", message))));
        unlowered("Publish", new Statement.Silent(Statement.Silent.Kind.PUBLISH));
        unlowered("PublishAuthority", new Statement.Silent(Statement.Silent.Kind.PUBLISH_AUTHORITY));
        unlowered("Materialize", new Statement.Silent(Statement.Silent.Kind.MATERIALIZE));
        unlowered("Handoff", new Statement.Silent(Statement.Silent.Kind.HANDOFF));
        unlowered("DependentWork", new Statement.Silent(Statement.Silent.Kind.DEPENDENT_WORK));
        unlowered("Extension", new Statement.Silent(Statement.Silent.Kind.EXTENSION));
        unlowered("Timeout", new Statement.Timeout(a, Duration.ofSeconds(1), message, List.of(), Optional.empty()));
        assertThat(lowered(List.of(new Statement.Silent(Statement.Silent.Kind.LET), Statement.send("A", "B", "m"))))
                .isEqualTo(global("A→B{m.end}"));
    }

    private static void unlowered(String feature, Statement statement) {
        List<Statement> block = List.of(statement, Statement.send("A", "B", "m"));
        assertThat(SourceProjection.project(block, "B")).isNotEqualTo(ExtendedLocalType.END);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> lowered(block))
                .satisfies(e -> assertThat(
                                e.only(LoweringError.UnsupportedFeature.class).feature())
                        .isEqualTo(feature));
    }
}
