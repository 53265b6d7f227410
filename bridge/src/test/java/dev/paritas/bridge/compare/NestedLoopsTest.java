package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.testsupport.AllocatedBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NestedLoopsTest {
    private static final long SEED = 20_261_129;
    private static final int LOOPS = 60;
    private static final long MOST_BYTES = 4_000_000;

    /** Loops {@code X0..X59} inside each other, each behind an {@code a}; the innermost jumps to any of them by {@code l0..}. */
    private static LocalType nest() {
        LocalType type = new LocalType.Send(
                "B",
                IntStream.range(0, LOOPS)
                        .mapToObj(i -> new LocalType.Branch(Label.of("l" + i), new LocalType.Var("X" + i)))
                        .toList());
        for (int i = LOOPS - 1; i >= 0; i--) {
            type = new LocalType.Mu("X" + i, LocalType.send("B", "a", type));
        }
        return type;
    }

    /** Down to the innermost loop, and a hundred times around it. */
    private static List<TraceEvent> events() {
        List<TraceEvent> events = new ArrayList<>();
        for (int i = 0; i < LOOPS; i++) {
            events.add(sent("a"));
        }
        for (int i = 0; i < 100; i++) {
            events.add(sent("l" + (LOOPS - 1)));
            events.add(sent("a"));
        }
        return events;
    }

    private static TraceEvent sent(String label) {
        return TraceEvent.sent(1, 0, "A", "B", label);
    }

    private static Optional<RoleTypes> follow(Iterable<TraceEvent> events) {
        Optional<RoleTypes> here = Optional.of(RoleTypes.start(nest()));
        for (TraceEvent event : events) {
            here = here.flatMap(types -> types.after(event));
        }
        return here;
    }

    @Test
    void a_role_is_followed_through_sixty_nested_loops_in_little_memory() {
        assertThat(AllocatedBytes.of(() -> assertThat(follow(events())).isPresent()))
                .isLessThan(MOST_BYTES);
    }

    @Test
    void a_jump_to_the_outermost_of_sixty_loops_leaves_the_monitor_in_the_innermost() {
        List<TraceEvent> events = events();
        events.add(sent("l0"));
        events.add(sent("a"));
        RoleTypes here = follow(events).orElseThrow();
        assertThat(here.code().type().headLabels()).containsExactly("a");
        assertThat(here.monitor().headLabels()).hasSize(LOOPS).startsWith("l0");
        assertThat(here.illTyped(TraceEvent.faulted(1, "0", "expected"))).isTrue();
        assertThat(here.after(sent("a"))).isEmpty();
    }

    @Test
    void the_type_that_the_dialects_monitor_sees_is_found_through_sixty_nested_loops_in_little_memory() {
        List<TraceEvent> events = events();
        events.add(sent("l0"));
        assertThat(AllocatedBytes.of(() -> assertThat(RoleTypes.openedOnce(nest(), events))
                        .hasValueSatisfying(
                                head -> assertThat(head.headLabels()).containsExactly("a"))))
                .isLessThan(MOST_BYTES);
        assertThat(RoleTypes.openedOnce(nest(), List.of(sent("b")))).isEmpty();
    }

    @Test
    void places_have_the_heads_of_the_substituted_types() {
        Random random = new Random(SEED);
        int loops = 0;
        int choices = 0;
        for (int n = 0; n < 3000; n++) {
            LocalType root = random(random, 5, List.of());
            LocalType tree = root;
            TypePosition place = TypePosition.of(root);
            for (int step = 0; step < 8; step++) {
                if (tree instanceof LocalType.Choice choice) {
                    int taken = random.nextInt(choice.branches().size());
                    LocalType.Branch branch =
                            ((LocalType.Choice) place.type()).branches().get(taken);
                    tree = tree.child(taken);
                    place = place.behind(branch);
                    choices++;
                } else if (random.nextBoolean()) {
                    tree = tree.unfold();
                    place = place.opened();
                } else {
                    tree = tree.fullUnfold();
                    place = place.openedFully();
                    loops++;
                }
                assertThat(heads(place.type()))
                        .as("seed %d, type %d: %s, step %d", SEED, n, root, step)
                        .isEqualTo(heads(tree));
            }
        }
        assertThat(loops).isGreaterThan(1000);
        assertThat(choices).isGreaterThan(1000);
    }

    /** Names of binders are left out: substitution may rename them. */
    private static String heads(LocalType type) {
        return switch (type) {
            case LocalType.Mu _ -> "mu";
            case LocalType.Choice choice -> choice.partner() + choice.headLabels();
            case LocalType.End _, LocalType.Var _ -> type.toString();
        };
    }

    /** Closed types with shadowed names, and loops of nothing but loops. */
    private static LocalType random(Random random, int depth, List<String> bound) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return bound.isEmpty() || random.nextInt(4) == 0
                    ? LocalType.END
                    : new LocalType.Var(bound.get(random.nextInt(bound.size())));
        }
        if (random.nextInt(3) > 0) {
            String var = random.nextBoolean() ? "x" : "y";
            List<String> inside = new ArrayList<>(bound);
            inside.add(var);
            return new LocalType.Mu(var, random(random, depth - 1, inside));
        }
        String partner = "P" + depth;
        return new LocalType.Recv(
                partner,
                List.of(
                        new LocalType.Branch(Label.of("a" + depth), random(random, depth - 1, bound)),
                        new LocalType.Branch(Label.of("b" + depth), random(random, depth - 1, bound))));
    }
}
