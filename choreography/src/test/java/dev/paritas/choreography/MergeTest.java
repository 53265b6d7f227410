package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.choreography.projection.Merge;
import dev.paritas.choreography.projection.MergeError;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spec 11 §3, its table of worked examples first. */
class MergeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?A{z.end, b.end} | ?A{z.end, b.end} | ?A{z.end, b.end}
            ?A{z.end, b.end} | ?A{b.end, z.end} | ?A{b.end, z.end}
            !A{z.end, b.end} | !A{b.end, z.end} | !A{b.end, z.end}
            ?A{x.end}        | ?A{y.end}        | ?A{x.end, y.end}
            ?A{😀.end}       | ?A{～.end}       | ?A{～.end, 😀.end}
            μt.?A{y.t}       | μt.?A{x.t}       | μt.?A{x.t, y.t}
            ?A{z.?B{q.end}, a.end} | ?A{z.?B{p.end}, a.end} | ?A{a.end, z.?B{p.end, q.end}}
            ?A{x.end, x.?B{y.end}} | ?A{x.end, x.?B{y.end}} | ?A{x.end, x.?B{y.end}}
            """)
    void merges_that_exist(String left, String right, String merged) {
        assertThat(Merge.merge(Notes.local(left), Notes.local(right))).isEqualTo(Notes.local(merged));
        assertThat(Merge.canMerge(Notes.local(left), Notes.local(right))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            !A{b.end}      | !A{b.end, z.end} | SendBranchCountMismatch { left: 1, right: 2 } | send branch count mismatch: 1 labels vs 2 labels
            !B{yes.end}    | !B{no.end}       | SendLabelMismatch { left: "yes", right: "no" } | send branch label mismatch: cannot merge sends with different labels 'yes' vs 'no'
            end            | !A{b.end}        | EndMismatch(Send { partner: "A", branches: [(Label { name: "b", sort: Unit }, None, End)] }) | cannot merge end with non-end type: Send { partner: "A", branches: [(Label { name: "b", sort: Unit }, None, End)] }
            μt.end         | end              | EndMismatch(Mu { var: "t", body: End }) | cannot merge end with non-end type: Mu { var: "t", body: End }
            μt.end         | μs.end           | RecursiveVariableMismatch { expected: "t", found: "s" } | recursive variable mismatch: expected t, found s
            μt.end         | t                | IncompatibleTypes | cannot merge incompatible types
            !A{b.end}      | ?Z{b.end}        | DirectionMismatch | direction mismatch in merge: cannot merge send with recv
            ?A{b(nat).end} | ?A{b.end}        | IncompatibleContinuations { label: "b" } | incompatible continuations for label 'b'
            t              | s                | VariableMismatch { expected: "t", found: "s" } | type variable mismatch: expected t, found s
            !A{b.end}      | !C{b.end}        | PartnerMismatch { expected: "A", found: "C" } | partner mismatch in merge: expected A, found C
            μt.t           | μt.s             | VariableMismatch { expected: "t", found: "s" } | type variable mismatch: expected t, found s
            t              | !A{b.end}        | IncompatibleTypes | cannot merge incompatible types
            ?A{x.!B{p.end}}| ?A{x.!B{q.end}}  | IncompatibleContinuations { label: "x" } | incompatible continuations for label 'x'
            !A{y.t, x.t}   | !A{y.s, x.s}     | IncompatibleContinuations { label: "x" } | incompatible continuations for label 'x'
            """)
    void merges_that_do_not_exist(String left, String right, String debug, String message) {
        ProblemException refused = refusal(Notes.local(left), Notes.local(right));

        assertThat(refused.only(MergeError.class).debugText()).isEqualTo(debug);
        assertThat(refused).hasMessage(message);
    }

    @Test
    void an_equal_pair_gives_the_left_object_itself() {
        LocalType left = Notes.local("μt.?A{z.!B{q.t, p.end}, b.end}");
        LocalType right = Notes.local("μt.?A{z.!B{q.t, p.end}, b.end}");

        assertThat(Merge.merge(left, right)).isSameAs(left);
    }

    @Test
    void a_repeated_receive_keeps_its_last_branch_unless_both_sides_are_equal() {
        LocalType left = Notes.local("?A{x.?B{p.end}, x.end}");

        assertThat(Merge.merge(left, Notes.local("?A{x.end}"))).isEqualTo(Notes.local("?A{x.end}"));
        assertThat(refusal(left, Notes.local("?A{x.?B{p.end}}")).problem())
                .isEqualTo(new MergeError.IncompatibleContinuations("x"));
    }

    @Test
    void annotations_must_be_equal() {
        LocalType none = Notes.local("?A{x.end}");
        LocalType nat =
                new LocalType.Recv("A", List.of(new LocalType.Branch(Label.of("x"), ValType.NAT, LocalType.END)));

        assertThat(refusal(nat, none))
                .hasMessage("payload annotation mismatch for label 'x': left=Some(Nat), right=None");
        assertThat(Merge.merge(nat, nat)).isSameAs(nat);
    }

    @Test
    void the_fold_is_stricter_than_pairwise_mergeability() {
        List<LocalType> types =
                List.of(Notes.local("?B{x.end}"), Notes.local("?B{y.end}"), Notes.local("?B{x.end, y.!D{m.end}}"));

        assertThat(Merge.canMerge(types.get(0), types.get(1))).isTrue();
        assertThat(Merge.canMerge(types.get(0), types.get(2))).isTrue();
        assertThat(catchThrowableOfType(ProblemException.class, () -> Merge.mergeAll(types))
                        .problem())
                .isEqualTo(new MergeError.IncompatibleContinuations("y"));
        assertThat(Merge.mergeAll(types.subList(0, 1))).isSameAs(types.getFirst());
        assertThat(catchThrowableOfType(ProblemException.class, () -> Merge.mergeAll(List.of()))
                        .problem())
                .isEqualTo(new MergeError.IncompatibleTypes());
    }

    /** As {@code mergeAll} is defined: one merge after the other. */
    private static Object foldedOneByOne(List<LocalType> types) {
        try {
            LocalType merged = types.getFirst();
            for (LocalType next : types.subList(1, types.size())) {
                merged = Merge.merge(merged, next);
            }
            return merged;
        } catch (ProblemException e) {
            return e.only(MergeError.class);
        }
    }

    private static Object folded(List<LocalType> types) {
        try {
            return Merge.mergeAll(types);
        } catch (ProblemException e) {
            return e.only(MergeError.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void many_types_merge_and_fail_as_one_after_the_other(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LocalType> pool = SmallTypes.pool(seed, 60);
        int merging = 0;
        int failing = 0;
        for (int i = 0; i < 3_000; i++) {
            // Grown from one type, most lists merge for a while; a last stranger makes many fail late.
            List<LocalType> types = new ArrayList<>(List.of(pool.get(random.nextInt(pool.size()))));
            LocalType merged = types.getFirst();
            while (types.size() < 40) {
                LocalType next = pool.get(random.nextInt(pool.size()));
                LocalType chosen = Merge.canMerge(merged, next) ? next : types.get(random.nextInt(types.size()));
                types.add(chosen);
                merged = Merge.merge(merged, chosen);
            }
            if (random.nextBoolean()) {
                types.set(1 + random.nextInt(39), pool.get(random.nextInt(pool.size())));
            }
            Object expected = foldedOneByOne(types);
            assertThat(folded(types)).as("seed %d, list %d: %s", seed, i, types).isEqualTo(expected);
            if (expected instanceof LocalType) {
                merging++;
            } else {
                failing++;
            }
        }
        assertThat(merging).isGreaterThan(500);
        assertThat(failing).isGreaterThan(500);
    }

    /** One merge after the other would copy the growing node 20,000 times, which takes minutes. */
    @Test
    @Timeout(60)
    void a_choice_of_many_branches_costs_no_square() {
        List<LocalType> types = IntStream.range(0, 20_000)
                .<LocalType>mapToObj(i -> Notes.local("?B{m" + i + ".end}"))
                .toList();
        LocalType.Recv merged = (LocalType.Recv) Merge.mergeAll(types);
        assertThat(merged.branches()).hasSize(20_000);

        List<LocalType> last = new ArrayList<>(types);
        last.add(Notes.local("?B{m7.!C{x.end}}"));
        assertThat(folded(last)).isEqualTo(new MergeError.IncompatibleContinuations("m7"));
    }

    private static ProblemException refusal(LocalType left, LocalType right) {
        return catchThrowableOfType(ProblemException.class, () -> Merge.merge(left, right));
    }
}
