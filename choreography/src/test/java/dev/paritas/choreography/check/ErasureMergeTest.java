package dev.paritas.choreography.check;

import static dev.paritas.choreography.Notes.local;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.projection.Merge;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.value.ValType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The merge of the erasure proofs (spec 11 §6). */
class ErasureMergeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            end            | end            | end
            t              | t              | t
            μt.?A{m.t}     | μt.?A{n.t}     | μt.?A{m.t, n.t}
            ?A{x.end}      | ?A{y.end}      | ?A{x.end, y.end}
            ?A{z.end}      | ?A{z.end}      | ?A{z.end, z.end}
            ?A{z.end, b.end} | ?A{c.end, z.end} | ?A{z.end, b.end, c.end, z.end}
            ?A{x.?B{p.end}} | ?A{x.?B{q.end}} | ?A{x.?B{p.end, q.end}, x.?B{q.end}}
            ?A{x.end}      | ?A{x(nat).end} | ?A{x.end, x(nat).end}
            ?A{}           | ?A{x.!B{m.end}} | ?A{x.!B{m.end}}
            !A{}           | !A{}           | !A{}
            """)
    void merges(String left, String right, String merged) {
        assertThat(ErasureMerge.merge(local(left), local(right))).contains(local(merged));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            end            | ?A{m.end}
            ?A{m.end}      | end
            t              | s
            μt.end         | μs.end
            μt.end         | end
            ?A{m.end}      | ?B{m.end}
            ?A{m.end}      | !A{m.end}
            ?A{m.end}      | ?A{m.t}
            !A{m.end}      | !A{m.end}
            !A{m.end}      | !A{}
            !A{}           | !A{m.end}
            !A{}           | !B{}
            """)
    void merges_not(String left, String right) {
        assertThat(ErasureMerge.merge(local(left), local(right))).isEmpty();
    }

    @Test
    void annotations_of_shared_labels_must_be_equal() {
        LocalType annotated = new LocalType.Recv(
                "A", List.of(new LocalType.Branch(Label.of("m"), new ValType.Chan(1, "B"), LocalType.END)));

        assertThat(ErasureMerge.merge(annotated, local("?A{m.end}"))).isEmpty();
        assertThat(ErasureMerge.merge(annotated, annotated)).isPresent();
    }

    @Test
    void many_are_folded_from_the_right() {
        List<LocalType> three = List.of(local("?A{x.end}"), local("?A{y.end}"), local("?A{x.end}"));

        assertThat(ErasureMerge.mergeAll(three)).contains(local("?A{x.end, y.end, x.end}"));
        assertThat(ErasureMerge.mergeAll(List.of(local("!A{m.end}")))).contains(local("!A{m.end}"));
        assertThat(ErasureMerge.mergeAll(List.of(local("?A{x.end}"), local("end"), local("end"))))
                .isEmpty();
        assertThat(ErasureMerge.mergeAll(List.of())).isEmpty();
    }

    @Test
    void it_is_another_merge_than_that_of_the_projection() {
        assertThat(Merge.merge(local("!A{m.end}"), local("!A{m.end}"))).isEqualTo(local("!A{m.end}"));
        assertThat(Merge.merge(local("?A{z.end}"), local("?A{z.end}"))).isEqualTo(local("?A{z.end}"));
    }

    @Test
    void ten_thousand_receives() {
        LocalType left = local("?Z{a.end}");
        LocalType right = local("?Z{b.end}");
        for (int i = 0; i < 10_000; i++) {
            left = LocalType.recv("A", "m", left);
            right = LocalType.recv("A", "m", right);
        }
        assertThat(ErasureMerge.merge(left, right)).isPresent();
    }
}
