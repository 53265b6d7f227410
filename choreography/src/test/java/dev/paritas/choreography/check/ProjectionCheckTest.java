package dev.paritas.choreography.check;

import static dev.paritas.choreography.Notes.global;
import static dev.paritas.choreography.Notes.local;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.Structure;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.ValType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The relation of spec 11 §6. */
class ProjectionCheckTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            end                              | A | end           | true
            end                              | A | !B{m.end}     | false
            t                                | A | t             | true
            t                                | A | s             | false
            A→B{m.end}                       | A | !B{m.end}     | true
            A→B{m.end}                       | A | ?B{m.end}     | false
            A→B{m.end}                       | A | !C{m.end}     | false
            A→B{m.end}                       | A | !B{n.end}     | false
            A→B{m.end}                       | A | !B{m(nat).end} | false
            A→B{m.end}                       | A | !B{m.end, n.end} | false
            A→B{m.end}                       | A | end           | false
            A→B{m.end}                       | B | ?A{m.end}     | true
            A→B{x.end, y.end}                | B | ?A{y.end, x.end} | false
            A→B{m.end}                       | C | end           | true
            A→A{m.end}                       | A | !A{m.end}     | true
            A→A{m.end}                       | A | ?A{m.end}     | false
            A→B{}                            | A | !B{}          | true
            A→B{}                            | C | !Z{any.end}   | true
            A→B{x.B→C{m.end}, y.B→C{m.end}}  | C | ?B{m.end}     | true
            A→B{x.B→C{x.end}, y.B→C{y.end}}  | C | ?B{x.end}     | false
            A→B{x.B→C{x.end}, y.B→C{y.end}}  | C | ?B{x.end, y.end} | false
            μt.A→B{m.t}                      | A | μt.!B{m.t}    | true
            μt.A→B{m.t}                      | A | μs.!B{m.s}    | false
            μt.A→B{m.t}                      | C | end           | true
            μt.A→B{m.t}                      | C | μt.t          | false
            μt.A→B{m.end}                    | C | μt.end        | true
            μt.A→B{m.end}                    | C | end           | false
            μt.μs.A→B{x.t}                   | C | end           | true
            """)
    void holds_as_specified(String type, String role, String candidate, boolean holds) {
        assertThat(ProjectionCheck.holds(global(type), role, local(candidate))).isEqualTo(holds);
    }

    @Test
    void a_delegation_is_one_branch_with_its_endpoint() {
        GlobalType type = new GlobalType.Delegate("P", "Q", 7, "R", GlobalType.END);
        LocalType handover = CandidateProjection.trans(type, "P");

        assertThat(ProjectionCheck.checked(type, "P")).contains(handover);
        assertThat(ProjectionCheck.checked(type, "Q")).contains(CandidateProjection.trans(type, "Q"));
        assertThat(ProjectionCheck.checked(type, "R")).contains(LocalType.END);
        assertThat(ProjectionCheck.holds(type, "P", local("!Q{_delegate.end}"))).isFalse();
        assertThat(ProjectionCheck.holds(
                        type,
                        "P",
                        new LocalType.Send(
                                "Q",
                                List.of(new LocalType.Branch(
                                        Label.of("_delegate"), new ValType.Chan(8, "R"), LocalType.END)))))
                .isFalse();
    }

    @Test
    void the_candidate_is_confirmed_exactly_where_bystanders_see_no_difference() {
        int confirmed = 0;
        int refused = 0;
        for (long seed = 1; seed <= 1_000; seed++) {
            GlobalType type = ProtocolGenerator.generate(GeneratorOptions.VALID, seed);
            for (String role : type.roles()) {
                boolean alike =
                        Structure.first(type, node -> differs(node, role)).isEmpty();
                assertThat(ProjectionCheck.checked(type, role).isPresent())
                        .as("seed %d, role %s of %s", seed, role, type)
                        .isEqualTo(alike);
                if (alike) {
                    assertThat(ProjectionCheck.checked(type, role))
                            .as("seed %d, role %s of %s", seed, role, type)
                            .contains(Projection.project(type, role));
                }
                confirmed += alike ? 1 : 0;
                refused += alike ? 0 : 1;
            }
        }
        assertThat(List.of(confirmed, refused)).allMatch(count -> count > 200);
    }

    private static boolean differs(GlobalType node, String role) {
        try {
            return node instanceof GlobalType.Comm comm
                    && !comm.sender().equals(role)
                    && !comm.receiver().equals(role)
                    && comm.branches().stream()
                                    .map(branch -> Projection.project(branch.continuation(), role))
                                    .distinct()
                                    .count()
                            > 1;
        } catch (ProblemException e) {
            e.only(ProjectionError.class);
            return true;
        }
    }

    @Test
    void ten_thousand_messages() {
        GlobalType type = GlobalType.END;
        for (int i = 0; i < 10_000; i++) {
            type = GlobalType.comm("A", "B", "m", type);
        }
        assertThat(ProjectionCheck.checked(type, "B").isPresent()).isTrue();
        assertThat(ProjectionCheck.holds(type, "B", CandidateProjection.trans(type, "A")))
                .isFalse();
    }
}
