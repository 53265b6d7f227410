package dev.paritas.choreography.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PathsTest {
    private static final GlobalType STREAM = loop("X", choice("A", "B", "more", variable("X"), "done", GlobalType.END));

    private static GlobalType choice(String from, String to, Object... branches) {
        List<GlobalType.Branch> all = new ArrayList<>();
        for (int i = 0; i < branches.length; i += 2) {
            all.add(new GlobalType.Branch(Label.of((String) branches[i]), (GlobalType) branches[i + 1]));
        }
        return new GlobalType.Comm(from, to, all);
    }

    private static GlobalType loop(String name, GlobalType body) {
        return new GlobalType.Mu(name, body);
    }

    private static GlobalType variable(String name) {
        return new GlobalType.Var(name);
    }

    private static List<String> words(List<ProtocolPath> paths) {
        return paths.stream().map(ProtocolPath::words).toList();
    }

    @Test
    void takesALoopAgainAsOftenAsIsAskedFor() {
        Paths paths = Paths.of(STREAM);

        assertThat(words(paths.all(0, 10).paths())).containsExactlyInAnyOrder("A:more", "A:done");
        assertThat(words(paths.all(1, 10).paths())).containsExactlyInAnyOrder("A:more,A:done", "A:done");
        assertThat(words(paths.all(2, 10).paths()))
                .containsExactlyInAnyOrder("A:more,A:more,A:done", "A:more,A:done", "A:done");
        assertThat(paths.branches()).isEqualTo(2);
        assertThat(paths.missing(paths.all(1, 10).paths())).isEmpty();
    }

    @Test
    void putsTheTakenBranchFirstAndKeepsTheOthers() {
        GlobalType taken =
                Paths.of(STREAM).taking(Map.of("A", List.of("more", "done"))).type();

        assertThat(taken)
                .isEqualTo(choice(
                        "A",
                        "B",
                        "more",
                        choice("A", "B", "done", GlobalType.END, "more", STREAM),
                        "done",
                        GlobalType.END));
        assertThat(Paths.of(STREAM).taking(Map.of("A", List.of("more"))).type()).isEqualTo(STREAM);
    }

    @Test
    void keepsAnEndlessBranchThatNoOtherPathTakes() {
        GlobalType endless = loop("Y", choice("A", "B", "tick", variable("Y")));
        GlobalType type = choice("A", "B", "stop", GlobalType.END, "watch", endless);
        List<ProtocolPath> paths = Paths.of(type).all(3, 10).paths();

        assertThat(words(paths)).containsExactly("A:stop", "A:watch");
        assertThat(paths).extracting(ProtocolPath::ends).containsExactly(true, false);
        assertThat(words(Paths.of(endless).all(1, 10).paths())).containsExactly("");
    }

    @Test
    void tellsPlacesApartThatLookTheSame() {
        GlobalType same = choice("A", "B", "x", GlobalType.END, "y", GlobalType.END);
        Paths paths = Paths.of(choice("B", "A", "l", same, "r", same));
        List<ProtocolPath> left = paths.all(0, 10).paths().stream()
                .filter(path -> path.words().startsWith("B:l"))
                .toList();

        assertThat(paths.branches()).isEqualTo(6);
        assertThat(paths.missing(left)).containsExactly("B -> A: r", "A -> B: x", "A -> B: y");
    }

    @Test
    void putsAChoiceFirstWhereTheChooserCannotTellTheBranchesApart() {
        // V2 is not told what V1 chose, so it votes once for both branches.
        GlobalType votes = choice(
                "V1",
                "C",
                "yes",
                choice("V2", "C", "yes", GlobalType.END, "no", GlobalType.END),
                "no",
                choice("V2", "C", "yes", GlobalType.END, "no", GlobalType.END));
        Paths.All all = Paths.of(votes).all(1, 10);

        assertThat(words(all.paths())).containsExactly("V1:yes,V2:yes", "V1:yes,V2:no", "V1:no,V2:yes", "V1:no,V2:no");
        assertThat(all.refused()).isEmpty();
        for (ProtocolPath path : all.paths()) {
            assertThat(Projection.project(path.type(), "V2").headLabels().getFirst())
                    .as(path.words())
                    .isEqualTo(path.choices().getLast().label());
        }
    }

    @Test
    void closesLoopsAroundABranchInOrder() {
        // The inner loop binds the outer one's name again; the branch not taken goes back to the outer one.
        GlobalType type = loop(
                "X",
                choice(
                        "A",
                        "B",
                        "in",
                        loop("Y", choice("B", "A", "again", variable("Y"), "out", variable("X"))),
                        "end",
                        GlobalType.END));
        for (ProtocolPath path : Paths.of(type).all(2, 1_000).paths()) {
            assertThat(path.type().wellFormed()).as(path.words()).isTrue();
            assertThat(path.type().freeVars()).as(path.words()).isEmpty();
        }
    }

    @Test
    void refusesWhatNoRoleCanChoose() {
        Paths paths = Paths.of(STREAM);

        assertThatThrownBy(() -> paths.taking(Map.of("A", List.of("mroe"))))
                .hasMessage("A does not choose 'mroe' there, but more or done");
        assertThatThrownBy(() -> paths.taking(Map.of("A", List.of("done", "more"))))
                .hasMessage("A has no choice left in which it could take 'more'");
        // A goes round by its first branch for ever, and B never chooses.
        assertThatThrownBy(() -> paths.taking(Map.of("B", List.of("more"))))
                .hasMessage("B has no choice left in which it could take 'more'");
        assertThatThrownBy(() -> Paths.of(variable("X"))).hasMessage("the protocol is not well-formed");
    }

    @Test
    void boundsTheNumberAndTheLengthOfPaths() {
        GlobalType many = GlobalType.END;
        for (int i = 0; i < 12; i++) {
            many = choice("A", "B", "l", many, "r", many);
        }
        GlobalType wide = many;
        assertThatThrownBy(() -> Paths.of(wide).all(1, 1_000))
                .hasMessage("there are more than 1000 paths when loops are taken up to 1 time again");
        assertThat(Paths.of(wide).all(1, 4_096).paths()).hasSize(4_096);

        // Each binder doubles what is written out.
        GlobalType deep = choice("A", "B", "s", GlobalType.END, "t", variable("X0"));
        for (int i = 30; i >= 0; i--) {
            deep = loop(
                    "X" + i,
                    choice("A", "B", "a", deep, "b", variable("X" + i), "c", variable("X" + Math.max(0, i - 1))));
        }
        GlobalType doubling = deep;
        assertThatThrownBy(() -> Paths.of(doubling)
                        .taking(Map.of(
                                "A",
                                List.of(
                                        "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a",
                                        "a", "a", "a", "a", "a", "a", "a", "a", "b"))))
                .hasMessageContaining("has more than 100000 parts");
    }

    @Test
    void goesTheSameWayAtRandomFromTheSameSeed() {
        for (long seed = 0; seed < 100; seed++) {
            ProtocolPath one = Paths.of(STREAM).random(new SplittableRandom(seed), 20);
            ProtocolPath other = Paths.of(STREAM).random(new SplittableRandom(seed), 20);
            assertThat(one.words()).as("seed " + seed).isEqualTo(other.words());
            assertThat(one.type()).isEqualTo(other.type());
        }
        assertThat(new SplittableRandom(1)
                        .longs(50)
                        .mapToObj(seed -> Paths.of(STREAM)
                                .random(new SplittableRandom(seed), 20)
                                .words())
                        .distinct())
                .hasSizeGreaterThan(3);
    }
}
