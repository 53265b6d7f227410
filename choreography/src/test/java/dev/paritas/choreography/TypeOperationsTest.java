package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.choreography.type.TypeError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations and predicates of spec 10 §1-§3. */
class TypeOperationsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            μy.μy_0.x                | x | y | μy_1.μy_0.y
            μy.A→B{m.A→B{p.x, q.y}}  | x | y | μy_0.A→B{m.A→B{p.y, q.y_0}}
            μx.A→B{m.x}              | x | y | μx.A→B{m.x}
            A→B{m.x, n.z}            | x | y | A→B{m.y, n.z}
            μy.μy.x                  | x | y | μy_0.μy_0.y
            """)
    void substitution_avoids_capture_with_the_first_free_name(String type, String var, String by, String result) {
        assertThat(Notes.global(type).substitute(var, Notes.global(by))).isEqualTo(Notes.global(result));
    }

    @Test
    void substitution_shares_what_it_does_not_change() {
        GlobalType type = Notes.global("A→B{m.A→B{p.x}, n.μt.A→B{q.t}}");

        assertThat(type.substitute("elsewhere", GlobalType.END)).isSameAs(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            μt.A→B{x.μt.A→B{y.t}, z.t} | t
            μt.A→B{z.t, x.μt.A→B{y.t}} |
            A→B{x.v, y.u, z.v}         | v u
            """)
    void leaving_an_inner_binder_opens_the_name_again_for_free_variables(String type, String free) {
        List<String> expected = free == null ? List.of() : List.of(free.split(" "));

        assertThat(Notes.global(type).freeVars()).isEqualTo(expected);
    }

    @Test
    void shadowing_does_not_disturb_lexical_scoping() {
        assertThat(Notes.global("μt.A→B{x.μt.A→B{y.t}, z.t}").allVarsBound()).isTrue();
        assertThat(Notes.global("A→B{x.μt.A→B{y.t}, z.t}").allVarsBound()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "μt.t, μt.t",
        "μa.μb.!B{m.b}, '!B{m.μb.!B{m.b}}'",
        "?A{x.end}, ?A{x.end}",
        "μa.!B{m.a}, !B{m.μa.!B{m.a}}"
    })
    void full_unfolding_counts_its_binders_once(String type, String result) {
        assertThat(Notes.local(type).fullUnfold()).isEqualTo(Notes.local(result));
    }

    @Test
    void full_unfolding_may_stay_a_binder() {
        LocalType unfolded = Notes.local("μa.μb.a").fullUnfold();

        assertThat(unfolded).isInstanceOf(LocalType.Mu.class);
        assertThat(unfolded.reachesCommunication()).isFalse();
    }

    @Test
    void a_send_without_branches_reaches_no_communication() {
        assertThat(new LocalType.Send("B", List.of()).reachesCommunication()).isFalse();
        assertThat(Notes.local("μt.!B{m.t}").regularPracticalFragment()).isTrue();
    }

    @Test
    void depth_counts_choices_and_binders() {
        assertThat(Notes.global("μt.A→B{m.t}").depth()).isEqualTo(2);
        assertThat(Notes.local("!B{m.end, n.?A{x.end}}").depth()).isEqualTo(2);
        assertThat(GlobalType.END.depth()).isZero();
        assertThat(new GlobalType.Comm("A", "B", List.of()).depth()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "A→B{m.end}, true",
        "A→A{m.end}, false",
        "A→B{m.u}, false",
        "'A→B{m.end, m(nat).end}', false",
        "A→B{}, false",
        "μa.μb.A→B{m.a}, false",
        "μt.t, false",
        "μt.end, true",
        "μt.A→B{m.t}, true"
    })
    void a_global_type_is_well_formed_by_five_tests(String type, boolean expected) {
        assertThat(Notes.global(type).wellFormed()).isEqualTo(expected);
        assertThat(Notes.global(type).validate().ok()).isEqualTo(expected);
    }

    @Test
    void diagnostics_come_in_a_fixed_order() {
        assertThat(Notes.global("A→A{m.u}").validate().errors())
                .containsExactly(new TypeError.UnboundVariable("u"), new TypeError.SelfCommunication("A"));
        assertThat(Notes.global("A→A{m.u}").validate().message())
                .isEqualTo("multiple validation errors: unbound type variable 'u', self-communication: role 'A' cannot"
                        + " send to itself");
        assertThat(Notes.global("μt.t").validate().message())
                .isEqualTo("unguarded recursion: μ-binder must be followed by communication");
        assertThat(Notes.local("!A{m.end, n.end, n.end, m.end}").validate().message())
                .isEqualTo("duplicate label name 'n' in branches");
    }

    @Test
    void roles_are_sorted_by_code_point() {
        GlobalType type = GlobalType.comm("\uD83D\uDE00", "\uFF5E", "m", Notes.global("μt.B→A{x.t}"));

        assertThat(type.roles()).containsExactly("A", "B", "\uFF5E", "\uD83D\uDE00");
        assertThat(type.mentionsRole("B")).isTrue();
        assertThat(type.mentionsRole("C")).isFalse();
    }

    @Test
    void head_labels_look_through_binders_and_all_labels_are_sorted() {
        GlobalType type = Notes.global("μt.A→B{z.A→B{k.t}, b.end}");

        assertThat(type.headLabels()).containsExactly("z", "b");
        assertThat(type.allLabels()).containsExactly("b", "k", "z");
        assertThat(GlobalType.END.headLabels()).isEmpty();
    }

    @Test
    void the_dual_swaps_directions_only() {
        LocalType type = Notes.local("μt.!B{x(nat).?A{y.t}, z.end}");

        assertThat(type.dual()).isEqualTo(Notes.local("μt.?B{x(nat).!A{y.t}, z.end}"));
        assertThat(type.dual().dual()).isEqualTo(type);
        assertThat(type.isDual(type.dual())).isTrue();
        assertThat(type.isDual(type)).isFalse();
    }

    /** {@code LocalType.dual_dual}: the dual of the dual is the type. {@code dual_injective}: no two types share a dual. */
    @Test
    void the_dual_of_the_dual_is_the_type_and_no_two_types_share_a_dual() {
        Map<LocalType, LocalType> typeOfDual = new HashMap<>();
        for (long seed = 1; seed <= 20; seed++) {
            for (LocalType type : SmallTypes.pool(seed, 100)) {
                assertThat(type.dual().dual()).as("seed %d", seed).isEqualTo(type);
                LocalType known = typeOfDual.putIfAbsent(type.dual(), type);
                assertThat(known == null || known.equals(type))
                        .as("seed %d: %s and %s", seed, known, type)
                        .isTrue();
            }
        }
        assertThat(typeOfDual).hasSizeGreaterThan(500);
    }

    @ParameterizedTest
    @CsvSource({"t, false", "s, true", "μs.t, false", "μt.t, true", "!B{m.t}, true", "end, true"})
    void a_variable_is_guarded_unless_only_binders_lead_to_it(String type, boolean guarded) {
        assertThat(Notes.local(type).isVarGuarded("t")).isEqualTo(guarded);
    }

    @Test
    void consuming_follows_the_first_branch_of_that_name() {
        GlobalType loop = Notes.global("μt.A→B{m.B→A{n.t}, m.end}");

        assertThat(loop.consume("A", "B", "m")).contains(Notes.global("B→A{n.μt.A→B{m.B→A{n.t}, m.end}}"));
        assertThat(loop.consume("B", "A", "n")).isEmpty();
        assertThat(loop.consume("A", "B", "other")).isEmpty();
        assertThat(Notes.global("μt.t").consume("A", "B", "m")).isEmpty();
    }

    @Test
    void labels_compare_by_name_and_sort_and_read_with_their_sort() {
        Label label = new Label("d", new PayloadSort.Prod(PayloadSort.NAT, PayloadSort.BOOL));

        assertThat(label).isNotEqualTo(Label.of("d"));
        assertThat(label).hasToString("d((Nat × Bool))");
        assertThat(new Label("v", new PayloadSort.Vector(-1))).hasToString("v(Vector(18446744073709551615))");
        assertThat(Label.of("d")).hasToString("d");
    }

    @Test
    void debug_text_follows_the_reference() {
        LocalType type = Notes.local("μt.!B{m(nat).t}");

        assertThat(type.debugText())
                .isEqualTo("Mu { var: \"t\", body: Send { partner: \"B\", branches: [(Label { name: \"m\", sort: Nat },"
                        + " None, Var(\"t\"))] } }");
        assertThat(LocalType.END.debugText()).isEqualTo("End");
    }
}
