package dev.paritas.choreography.check;

import static dev.paritas.choreography.Notes.local;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.semanticobjects.value.ValType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules and examples of spec 11 §8. */
class SyncSubtypingTest {
    private static String why(LocalType sub, LocalType sup) {
        return SyncSubtyping.check(sub, sup).map(SyncSubtypingError::sentence).orElse("ok");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            !B{a.end, b.end}        | !B{a.end}               | ok
            !B{a.end}               | !B{b.end}               | missing required label 'b' in subtype
            ?A{a.end}               | ?A{a.end, b.end}        | ok
            ?A{a.end, b.end}        | ?A{a.end}               | extra label 'b' not allowed in subtype (recv must be contravariant)
            μt.!B{m.t}              | μs.!B{m.s}              | ok
            μt.end                  | end                     | incompatible types: cannot compare Mu { var: "t", body: End } with End
            end                     | end                     | ok
            t                       | t                       | ok
            t                       | s                       | type variable mismatch: expected s, found t
            μt.s                    | μs.t                    | type variable mismatch: expected t, found s
            μt.μu.!B{m.t}           | μs.μv.!B{m.v}           | continuation for label 'm' is not a subtype
            !B{a.end}               | !C{a.end}               | partner mismatch: expected C, found B
            !B{a.end}               | ?B{a.end}               | direction mismatch: expected recv, found send
            ?B{a.end}               | !C{a.end}               | direction mismatch: expected send, found recv
            !B{a(nat).end}          | !B{a.end}               | label sort mismatch for 'a': expected Unit, found Nat
            ?B{a.end}               | ?B{a(nat).end}          | label sort mismatch for 'a': expected Nat, found Unit
            !B{a.!C{b.end}}         | !B{a.!C{c.end}}         | continuation for label 'a' is not a subtype
            !B{a.!C{b(nat).end}}    | !B{a.!C{b.end}}         | continuation for label 'a' is not a subtype
            μt.!B{a.?C{b.t}}        | μt.!B{a.?D{b.t}}        | continuation for label 'a' is not a subtype
            μt.!B{a.t}              | μt.!C{a.t}              | partner mismatch: expected C, found B
            !B{}                    | ?A{}                    | direction mismatch: expected recv, found send
            !B{a.end}               | !B{}                    | ok
            ?B{}                    | ?B{a.end}               | ok
            end                     | !B{a.end}               | incompatible types: cannot compare End with Send { partner: "B", branches: [(Label { name: "a", sort: Unit }, None, End)] }
            """)
    void the_rules_hold_in_order(String sub, String sup, String verdict) {
        assertThat(why(local(sub), local(sup))).isEqualTo(verdict);
    }

    @Test
    void the_first_branch_of_the_supertype_that_fails_is_told() {
        assertThat(why(local("!B{a.end, b.end}"), local("!B{z.end, a(nat).end}")))
                .isEqualTo("missing required label 'z' in subtype");
        assertThat(why(local("?B{x.end, a.!C{n.end}, y.end}"), local("?B{a.end}")))
                .isEqualTo("extra label 'x' not allowed in subtype (recv must be contravariant)");
        assertThat(why(local("?B{a(nat).end, b.!C{n.end}}"), local("?B{c.end, b.end, a.end}")))
                .isEqualTo("continuation for label 'b' is not a subtype");
    }

    @Test
    void the_last_of_equal_labels_counts_unless_both_types_are_equal() {
        LocalType twice = local("!B{x.end, x.!C{q.end}}");
        assertThat(why(twice, twice)).isEqualTo("ok");
        assertThat(why(twice, local("!B{x.!C{q.end}}"))).isEqualTo("ok");
        assertThat(why(twice, local("!B{x.end}"))).isEqualTo("continuation for label 'x' is not a subtype");
        assertThat(why(local("!B{m." + twice + "}"), local("!B{m." + twice + "}")))
                .isEqualTo("ok");
    }

    @Test
    void sorts_and_annotations_are_told_with_the_supertype_s_first() {
        assertThat(why(vector("v", new PayloadSort.Vector(3)), vector("v", PayloadSort.UNIT)))
                .isEqualTo("label sort mismatch for 'v': expected Unit, found Vector(3)");
        assertThat(why(annotated(new ValType.Nat()), annotated(new ValType.Chan(1, "A"))))
                .isEqualTo(
                        "payload annotation mismatch for 'm': expected Some(Chan { sid: 1, role: \"A\" }), found Some(Nat)");
        assertThat(why(annotated(new ValType.Nat()), local("!B{m.end}")))
                .isEqualTo("payload annotation mismatch for 'm': expected None, found Some(Nat)");
    }

    @Test
    void an_assumption_ends_with_its_binders() {
        assertThat(why(local("!B{a.μt.!C{m.t}, b.t}"), local("!B{a.μs.!C{m.s}, b.s}")))
                .isEqualTo("continuation for label 'b' is not a subtype");
    }

    @Test
    void deep_types_need_no_deep_stack() {
        LocalType sub = LocalType.END;
        LocalType sup = LocalType.send("B", "z", LocalType.END);
        for (int i = 0; i < 50_000; i++) {
            sub = new LocalType.Mu("t", LocalType.send("B", "m", sub));
            sup = new LocalType.Mu("s", LocalType.send("B", "m", sup));
        }
        assertThat(why(sub, sub)).isEqualTo("ok");
        LocalType chain = LocalType.END;
        LocalType other = LocalType.send("B", "z", LocalType.END);
        for (int i = 0; i < 50_000; i++) {
            chain = LocalType.send("B", "m", chain);
            other = LocalType.send("B", "m", other);
        }
        assertThat(why(chain, other)).isEqualTo("continuation for label 'm' is not a subtype");
        // The second pair of binders of the same names is taken for granted, whatever is below.
        assertThat(why(sub, sup)).isEqualTo("ok");
    }

    private static LocalType vector(String label, PayloadSort sort) {
        return new LocalType.Send("B", List.of(new LocalType.Branch(new Label(label, sort), LocalType.END)));
    }

    private static LocalType annotated(ValType annotation) {
        return new LocalType.Send("B", List.of(new LocalType.Branch(Label.of("m"), annotation, LocalType.END)));
    }
}
