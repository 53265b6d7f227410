package dev.paritas.choreography.step;

import static dev.paritas.choreography.Notes.global;
import static dev.paritas.choreography.Notes.local;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.step.LocalAction.Direction;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of spec 11 §11, by example and taken literally. */
class StepsTest {
    private static GlobalAction action(String text) {
        String[] parts = text.split("[→:]");
        return new GlobalAction(parts[0], parts[1], Label.of(parts[2]));
    }

    private static LocalAction side(String text) {
        Direction direction = text.startsWith("!") ? Direction.SEND : Direction.RECV;
        String[] parts = text.substring(1).split(":");
        return new LocalAction(direction, parts[0], Label.of(parts[1]));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A→B{x.end, y.C→D{z.end}}         | A→B:y | true  | C→D{z.end}
            A→B{x.end}                       | A→B:q | false |
            A→B{x.C→D{m.end}}                | C→D:m | true  | A→B{x.end}
            A→B{x.A→C{m.end}}                | A→C:m | true  | A→B{x.end}
            A→B{x.B→C{m.end}}                | B→C:m | false |
            A→B{x.C→B{m.end}}                | C→B:m | false |
            A→B{x.C→D{m.end}, y.end}         | C→D:m | true  |
            A→B{x.C→D{m.end}, y.C→D{m.E→F{n.end}}} | C→D:m | true | A→B{x.end, y.E→F{n.end}}
            μt.A→B{x.t}                      | A→B:x | true  | μt.A→B{x.t}
            μt.A→B{x.t}                      | C→D:m | false |
            μt.A→B{x.t, y.C→D{m.end}}        | C→D:m | true  |
            A→B{}                            | C→D:m | false |
            end                              | A→B:x | false |
            t                                | A→B:x | false |
            """)
    void an_action_may_overtake_what_does_not_concern_it(String type, String action, boolean can, String after) {
        assertThat(GlobalSteps.canStep(global(type), action(action))).isEqualTo(can);
        assertThat(GlobalSteps.step(global(type), action(action)))
                .isEqualTo(Optional.ofNullable(after).map(text -> global(text)));
    }

    @Test
    void labels_count_with_their_sorts() {
        GlobalType type = global("A→B{x(nat).end}");
        assertThat(GlobalSteps.canStep(type, action("A→B:x"))).isFalse();
        assertThat(GlobalSteps.canStep(type, new GlobalAction("A", "B", new Label("x", PayloadSort.NAT))))
                .isTrue();
        assertThat(type.consume("A", "B", "x")).isPresent();
        assertThat(Reduction.consumeWithProof(type, action("A→B:x"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            !B{x.end, y.?C{z.end}}     | !B:y | true  | ?C{z.end}
            !B{x.!C{m.end}}            | !C:m | true  | !B{x.end}
            !B{x.!C{m.end}, y.end}     | !C:m | true  |
            !B{x.!B{m.end}}            | !B:m | false |
            !B{x.?C{m.end}}            | ?C:m | false |
            ?B{x.?C{m.end}}            | ?C:m | false |
            ?B{x.!C{m.end}}            | !C:m | false |
            ?B{x.end}                  | ?B:x | true  | end
            ?B{x.end}                  | !B:x | false |
            μt.!B{x.t}                 | !B:x | true  | μt.!B{x.t}
            μt.!B{x.t}                 | !C:m | false |
            """)
    void a_send_lets_sends_to_others_pass_and_a_receive_nothing(String type, String action, boolean can, String after) {
        assertThat(LocalSteps.canStep(local(type), side(action))).isEqualTo(can);
        assertThat(LocalSteps.step(local(type), side(action)))
                .isEqualTo(Optional.ofNullable(after).map(text -> local(text)));
    }

    @Test
    void actions_are_rendered_and_turned_round() {
        LocalAction hello = side("!B:hello");
        assertThat(hello).hasToString("!B{hello}");
        assertThat(hello.dual()).hasToString("?B{hello}");
        assertThat(hello.dual().dual()).isEqualTo(hello);
    }

    @Test
    void no_fuel_means_no_step_and_each_level_costs_one() {
        GlobalType type = global("A→B{x.μt.C→D{m.end}}");
        for (int fuel = 0; fuel < 5; fuel++) {
            assertThat(GlobalSteps.canStep(type, action("C→D:m"), fuel)).isEqualTo(fuel >= 3);
            assertThat(GlobalSteps.step(type, action("C→D:m"), fuel).isPresent())
                    .isEqualTo(fuel >= 3);
        }
    }

    @Test
    void endless_loops_with_many_branches_are_searched_once() {
        GlobalType loop = global("μt.A→B{a.t, b.t, c.A→B{d.t, e.t}}");
        assertThat(GlobalSteps.canStep(loop, action("C→D:m"))).isFalse();
        assertThat(GlobalSteps.step(loop, action("C→D:m"))).isEmpty();
        GlobalType deep = GlobalType.comm("C", "D", "m", GlobalType.END);
        for (int i = 0; i < 9_000; i++) {
            deep = GlobalType.comm("A", "B", "x", deep);
        }
        assertThat(GlobalSteps.step(deep, action("C→D:m"))).isPresent();
        assertThat(GlobalSteps.step(GlobalType.comm("A", "B", "x", deep), action("C→D:m"), 9_001))
                .isEmpty();
    }

    @Test
    void every_head_can_be_stepped_in_every_state_that_is_reached() {
        int heads = 0;
        for (long seed = 0; seed < 300; seed++) {
            for (GlobalType state : reached(ProtocolGenerator.generate(GeneratorOptions.ANY, seed), 40)) {
                if (state.fullUnfold() instanceof GlobalType.Comm comm) {
                    for (GlobalType.Branch branch : comm.branches()) {
                        GlobalAction head = new GlobalAction(comm.sender(), comm.receiver(), branch.label());
                        assertThat(GlobalSteps.canStep(state, head))
                                .as("seed %d", seed)
                                .isTrue();
                        assertThat(GlobalSteps.step(state, head))
                                .as("seed %d", seed)
                                .isPresent();
                        heads++;
                    }
                }
            }
        }
        assertThat(heads).isGreaterThan(1_000);
    }

    private static List<GlobalType> reached(GlobalType root, int most) {
        Set<GlobalType> seen = new LinkedHashSet<>(List.of(root));
        List<GlobalType> order = new ArrayList<>(List.of(root));
        for (int i = 0; i < order.size() && order.size() < most; i++) {
            if (order.get(i).fullUnfold() instanceof GlobalType.Comm comm) {
                for (GlobalType.Branch branch : comm.branches()) {
                    if (seen.add(branch.continuation())) {
                        order.add(branch.continuation());
                    }
                }
            }
        }
        return order;
    }

    @Test
    void generated_types_step_as_the_rules_say_literally() {
        int stepped = 0;
        int refused = 0;
        for (long seed = 0; seed < 400; seed++) {
            GlobalType type = ProtocolGenerator.generate(GeneratorOptions.ANY, seed);
            for (GlobalAction action : actions(type)) {
                for (int fuel : new int[] {0, 1, 2, 5}) {
                    Optional<GlobalType> literal = literal(type, action, fuel);
                    assertThat(GlobalSteps.step(type, action, fuel))
                            .as("seed %d, %s, fuel %d: %s", seed, action, fuel, type)
                            .isEqualTo(literal);
                    assertThat(GlobalSteps.canStep(type, action, fuel))
                            .as("seed %d, %s, fuel %d: %s", seed, action, fuel, type)
                            .isEqualTo(can(type, action, fuel));
                    stepped += literal.isPresent() ? 1 : 0;
                    refused += literal.isEmpty() ? 1 : 0;
                }
            }
        }
        assertThat(stepped).isGreaterThan(500);
        assertThat(refused).isGreaterThan(500);
    }

    private static Set<GlobalAction> actions(GlobalType type) {
        Set<GlobalAction> actions = new LinkedHashSet<>();
        for (GlobalType state : reached(type, 12)) {
            if (state.fullUnfold() instanceof GlobalType.Comm comm) {
                comm.branches()
                        .forEach(branch ->
                                actions.add(new GlobalAction(comm.sender(), comm.receiver(), branch.label())));
            }
        }
        return actions;
    }

    private static boolean can(GlobalType type, GlobalAction a, int fuel) {
        return fuel > 0
                && switch (type) {
                    case GlobalType.End _, GlobalType.Var _, GlobalType.Delegate _ -> false;
                    case GlobalType.Mu mu -> can(mu.unfold(), a, fuel - 1);
                    case GlobalType.Comm comm ->
                        head(comm, a).isPresent()
                                || passes(comm, a)
                                        && comm.branches().stream()
                                                .anyMatch(branch -> can(branch.continuation(), a, fuel - 1));
                };
    }

    private static Optional<GlobalType> literal(GlobalType type, GlobalAction a, int fuel) {
        if (fuel == 0) {
            return Optional.empty();
        }
        switch (type) {
            case GlobalType.End _, GlobalType.Var _, GlobalType.Delegate _ -> {
                return Optional.empty();
            }
            case GlobalType.Mu mu -> {
                return literal(mu.unfold(), a, fuel - 1);
            }
            case GlobalType.Comm comm -> {
                Optional<GlobalType> head = head(comm, a);
                if (head.isPresent()) {
                    return head;
                }
                if (!passes(comm, a)
                        || comm.branches().stream().noneMatch(branch -> can(branch.continuation(), a, fuel - 1))) {
                    return Optional.empty();
                }
                List<GlobalType.Branch> after = new ArrayList<>();
                for (GlobalType.Branch branch : comm.branches()) {
                    Optional<GlobalType> next = literal(branch.continuation(), a, fuel - 1);
                    if (next.isEmpty()) {
                        return Optional.empty();
                    }
                    after.add(new GlobalType.Branch(branch.label(), next.get()));
                }
                return Optional.of(new GlobalType.Comm(comm.sender(), comm.receiver(), after));
            }
        }
    }

    private static Optional<GlobalType> head(GlobalType.Comm comm, GlobalAction a) {
        boolean parties = comm.sender().equals(a.sender()) && comm.receiver().equals(a.receiver());
        return comm.branches().stream()
                .filter(branch -> parties && branch.label().equals(a.label()))
                .findFirst()
                .map(GlobalType.Branch::continuation);
    }

    private static boolean passes(GlobalType.Comm comm, GlobalAction a) {
        return !a.sender().equals(comm.receiver()) && !a.receiver().equals(comm.receiver());
    }

    @Test
    void a_step_of_the_protocol_is_a_step_of_sender_and_receiver() {
        GlobalType type = global("A→B{x.C→D{m.end}}");
        GlobalType after = GlobalSteps.step(type, action("C→D:m")).orElseThrow();
        LocalType sender = CandidateProjection.trans(type, "C");
        assertThat(LocalSteps.step(sender, side("!D:m"))).contains(CandidateProjection.trans(after, "C"));
        LocalType receiver = CandidateProjection.trans(type, "D");
        assertThat(LocalSteps.step(receiver, side("?C:m"))).contains(CandidateProjection.trans(after, "D"));
    }

    @Test
    void reduction_follows_the_head_alone() {
        GlobalType ring = global("μt.A→B{x.B→C{y.t}, z.end}");
        GlobalType inner = global("B→C{y.μt.A→B{x.B→C{y.t}, z.end}}");
        assertThat(Reduction.reduces(ring, inner)).isTrue();
        assertThat(Reduction.reduces(ring, GlobalType.END)).isTrue();
        assertThat(Reduction.reduces(ring, ring)).isFalse();
        assertThat(Reduction.reducesStar(ring, ring)).isTrue();
        assertThat(Reduction.reducesStar(inner, GlobalType.END)).isTrue();
        assertThat(Reduction.reducesStar(ring, global("A→B{x.end}"))).isFalse();
        assertThat(Reduction.reducesStar(global("A→B{m.u}"), global("u"))).isTrue();
        assertThat(Reduction.reduces(global("μt.t"), global("t"))).isFalse();
    }

    @Test
    void consuming_records_what_was_unfolded() {
        GlobalType twice = global("μa.μb.A→B{x.a}");
        Reduction.Consumption consumed =
                Reduction.consumeWithProof(twice, action("A→B:x")).orElseThrow();
        assertThat(consumed.continuation()).isEqualTo(twice);
        assertThat(consumed.unfolded()).containsExactly(twice, twice.unfold());
        assertThat(Reduction.consumeWithProof(twice, action("B→C:x"))).isEmpty();
        assertThat(Reduction.consumeWithProof(global("μt.t"), action("A→B:x"))).isEmpty();
    }
}
