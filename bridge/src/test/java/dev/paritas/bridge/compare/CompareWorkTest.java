package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.testsupport.AllocatedBytes;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a comparison costs: memory grows with the run, not with its square, and a small request is refused before it is large work. */
class CompareWorkTest {
    private static final long MEGABYTE = 1_000_000;

    /** Three roles that hand a token round, without end. */
    private static CaseInput ring(long rounds) {
        return CaseInput.of(
                ChoreographyJson.of(new GlobalType.Mu(
                        "loop",
                        GlobalType.comm(
                                "A",
                                "B",
                                "token",
                                GlobalType.comm(
                                        "B",
                                        "C",
                                        "token",
                                        GlobalType.comm("C", "A", "token", new GlobalType.Var("loop")))))),
                rounds);
    }

    /** Loops inside each other, each of which the innermost may take again: the text of a type doubles with each. */
    private static CaseInput nested(int loops) {
        GlobalType type = new GlobalType.Comm(
                "A",
                "B",
                IntStream.range(0, loops)
                        .mapToObj(i -> new GlobalType.Branch(Label.of("l" + i), new GlobalType.Var("X" + i)))
                        .toList());
        for (int i = loops - 1; i >= 0; i--) {
            type = new GlobalType.Mu("X" + i, GlobalType.comm("A", "B", "a", type));
        }
        return CaseInput.of(ChoreographyJson.of(type), 10_000);
    }

    private static Verdict verdict(CaseInput input) {
        return PairRun.of(input, new MachineSide(RunDetail.STEPS), new DialectSide())
                .verdict();
    }

    private static long cost(long rounds) {
        return AllocatedBytes.of(() -> assertThat(verdict(ring(rounds))).isInstanceOf(Verdict.Agree.class));
    }

    @Test
    void twice_the_rounds_of_an_endless_run_cost_twice_as_much() {
        cost(500);
        long two = cost(2_000);
        long four = cost(4_000);
        long eight = cost(8_000);
        assertThat(List.of((double) four / two, (double) eight / four))
                .as("%d, %d and %d bytes", two, four, eight)
                .allSatisfy(ratio -> assertThat(ratio).isBetween(1.5, 2.5));
        assertThat(eight).isLessThan(1_000 * MEGABYTE);
    }

    @Test
    void a_small_request_whose_types_would_be_long_is_declined_by_the_name_of_the_limit() {
        assertThat(verdict(nested(3))).isNotInstanceOf(Verdict.Declined.class);
        long cost = AllocatedBytes.of(() -> assertThat(verdict(nested(24)))
                .isInstanceOfSatisfying(
                        Verdict.Declined.class,
                        declined -> assertThat(declined.reason()).contains("type_text")));
        assertThat(cost).isLessThan(1_000 * MEGABYTE);
    }
}
