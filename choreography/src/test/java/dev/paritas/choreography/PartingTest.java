package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.projection.Parting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which branches part for a role that is not told of a choice, and where. */
class PartingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A→B{x.B→C{m.end}, y.end}                          | x, y | [] | waits for 'm' from B | has nothing left to do
            A→B{x.end, y.C→B{m.end}}                          | x, y | [] | has nothing left to do | sends 'm' to B
            A→B{x.B→C{m.end}, y.B→C{n.end}, z.A→C{m.end}}     | x, z | [] | waits for 'm' from B | waits for 'm' from A
            A→B{x.C→B{m.end}, y.B→C{n.end}}                   | x, y | [] | sends 'm' to B | waits for 'n' from B
            A→B{x.C→B{m.end}, y.C→B{n.end}}                   | x, y | [] | sends 'm' to B | sends 'n' to B
            A→B{x.B→C{m.C→B{k.end}}, y.B→C{m.C→A{k.end}}}     | x, y | [m] | sends 'k' to B | sends 'k' to A
            A→B{o.A→C{o.end}, p.A→B{x.B→C{m.end}, y.end}}     | x, y | [] | waits for 'm' from B | has nothing left to do
            μX.A→B{x.B→C{m.X}, y.C→B{m.X}}                    | x, y | [] | waits for 'm' from B | sends 'm' to B
            """)
    void the_first_place_is_named(String type, String branches, String behind, String left, String right) {
        assertThat(Parting.of(Notes.global(type), "C")).hasValueSatisfying(parting -> {
            assertThat(parting.left() + ", " + parting.right()).isEqualTo(branches);
            assertThat(parting.behind()).hasToString(behind);
            assertThat(parting.leftDoes()).isEqualTo(left);
            assertThat(parting.rightDoes()).isEqualTo(right);
            assertThat(parting.lines())
                    .hasSize(4)
                    .allSatisfy(line -> assertThat(line).contains("C"));
        });
    }

    @Test
    void a_role_that_can_follow_has_no_such_place() {
        assertThat(Parting.of(Notes.global("A→B{x.B→C{m.end}, y.B→C{n.end}}"), "C"))
                .isEmpty();
        assertThat(Parting.of(Notes.global("A→B{x.B→C{m.end}, y.end}"), "A")).isEmpty();
    }
}
