package dev.paritas.choreography.step;

import static dev.paritas.choreography.Notes.local;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.LocalType;
import org.junit.jupiter.api.Test;

/** The rules of spec 11 §12. */
class BoundedRecursionTest {
    private static final LocalType LOOP = local("μX.!B{go.?B{ok.X}, stop.end}");

    @Test
    void fuel_counts_binders_and_keeps_choices_and_variables() {
        assertThat(BoundedRecursion.fuel(LOOP, 0)).isEqualTo(local("end"));
        assertThat(BoundedRecursion.fuel(LOOP, 1)).isEqualTo(local("μX.end"));
        assertThat(BoundedRecursion.fuel(LOOP, 2)).isEqualTo(LOOP);
        assertThat(BoundedRecursion.fuel(local("!B{m.μX.!C{n.μY.!D{o.X}}}"), 2))
                .isEqualTo(local("!B{m.μX.!C{n.μY.end}}"));
    }

    @Test
    void yielding_after_choices_does_not_count_binders() {
        assertThat(BoundedRecursion.yieldAfter(LOOP, 0)).isEqualTo(LOOP);
        assertThat(BoundedRecursion.yieldAfter(LOOP, 1)).isEqualTo(local("μX.end"));
        assertThat(BoundedRecursion.yieldAfter(LOOP, 2)).isEqualTo(local("μX.!B{go.end, stop.end}"));
        assertThat(BoundedRecursion.yieldAfter(LOOP, 3)).isEqualTo(LOOP);
        assertThat(BoundedRecursion.yieldAfter(local("!B{x.end}"), 1)).isEqualTo(local("end"));
    }

    @Test
    void yielding_at_a_label_cuts_behind_its_second_branch_on_each_path() {
        assertThat(BoundedRecursion.yieldWhen(
                        local("!B{a.!B{a.!B{c.end}, b.!B{a.?C{d.end}}}, b.!B{a.!C{e.end}}}"), "a"))
                .isEqualTo(local("!B{a.!B{a.end, b.!B{a.end}}, b.!B{a.!C{e.end}}}"));
        assertThat(BoundedRecursion.yieldWhen(LOOP, "go")).isEqualTo(LOOP);
    }

    @Test
    void bounded_unfolding_pays_for_binders_and_variables() {
        assertThat(BoundedRecursion.unfoldBounded(LOOP, 0)).isEqualTo(local("end"));
        assertThat(BoundedRecursion.unfoldBounded(LOOP, 1)).isEqualTo(local("end"));
        assertThat(BoundedRecursion.unfoldBounded(LOOP, 2)).isEqualTo(local("!B{go.?B{ok.end}, stop.end}"));
        assertThat(BoundedRecursion.unfoldBounded(LOOP, 3))
                .isEqualTo(local("!B{go.?B{ok.!B{go.?B{ok.end}, stop.end}}, stop.end}"));
        assertThat(BoundedRecursion.unfoldBounded(local("!B{m.t}"), 9)).isEqualTo(local("!B{m.end}"));
        assertThat(BoundedRecursion.unfoldBounded(local("μX.!A{m.μX.!B{n.X}}"), 4))
                .isEqualTo(local("!A{m.!B{n.!B{n.end}}}"));
        assertThat(BoundedRecursion.unfoldBounded(local("μX.X"), 1_000_000)).isEqualTo(local("end"));
    }

    @Test
    void long_unfoldings_need_no_deep_stack() {
        LocalType loop = local("μX.!B{go.X}");
        assertThat(BoundedRecursion.unfoldBounded(loop, 100_001).depth()).isEqualTo(100_000);
    }
}
