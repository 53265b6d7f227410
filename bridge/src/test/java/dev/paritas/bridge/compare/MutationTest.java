package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.testsupport.Checkout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever one side says otherwise turns the verdict, unless a normalisation or the coverage names it. */
class MutationTest {
    private static final long SEED = 9_000_000;
    private static final long STEPS = 32;

    /** Places that a rule of the ledger may hide, and the rule. */
    private static final Map<Pattern, NormalizationRule> HIDDEN = Map.of(
            Pattern.compile("/step_states/\\d+/(pre|post)_state/coroutines/\\d+/pc"), NormalizationRule.COROUTINE_PC,
            Pattern.compile("/step_states/\\d+/selected_pc"), NormalizationRule.SELECTED_PC,
            Pattern.compile("/step_states/\\d+/(pre|post)_state/coroutines/\\d+/status"),
                    NormalizationRule.COROUTINE_STATUS,
            Pattern.compile("/step_states/\\d+/event/tick"), NormalizationRule.EVENT_TICK,
            Pattern.compile("/step_states/\\d+/event/reason"), NormalizationRule.EVENT_REASON,
            Pattern.compile("/step_states/\\d+/selected_type"), NormalizationRule.LOOP_TYPE,
            Pattern.compile("/step_states/\\d+/(pre|post)_state/sessions/\\d+"), NormalizationRule.SLICE_SESSION_ORDER);

    /** Members of a run that the coverage names as not compared. */
    private static final Map<String, String> NOT_COMPARED = Map.of(
            "effect_trace", "effects",
            "effect_exchanges", "exchanges",
            "output_condition_trace", "output conditions",
            "semantic_objects", "semantic objects");

    /** One change and what became of it; the seed makes it again. */
    private record Tried(long seed, String side, String kind, String pointer, Optional<String> fate) {}

    /** A pair with the JSON forms of its two runs, which are changed thousands of times. */
    private record Subject(PairRun pair, Mutation.Changeable left, Mutation.Changeable right) {
        static Subject of(PairRun pair) {
            return new Subject(pair, tree(pair.machine()), tree(pair.lean()));
        }

        private static Mutation.Changeable tree(SideOutcome outcome) {
            return Mutation.Changeable.of(RunOutput.CODEC.toTree(((SideOutcome.Ran) outcome).output()));
        }

        SideOutcome.Ran side(boolean left) {
            return (SideOutcome.Ran) (left ? pair.machine() : pair.lean());
        }

        Mutation.Changeable document(boolean left) {
            return left ? this.left : right;
        }
    }

    private static List<Subject> pairs() {
        List<Subject> pairs = new ArrayList<>();
        int covered = 0;
        for (CorpusCase item : Corpus.read(Checkout.CORPUS).cases()) {
            CaseInput input = item.input().within(Math.min(STEPS, item.input().maxSteps()));
            PairRun pair = PairRun.of(input, new MachineSide(RunDetail.OBJECTS), new DialectSide());
            assertThat(pair.unexplained()).as(item.id()).isFalse();
            boolean ran = pair.machine() instanceof SideOutcome.Ran && pair.lean() instanceof SideOutcome.Ran;
            boolean differs = pair.verdict() instanceof Verdict.Diverge;
            if (ran && (differs || pairs.size() - covered < 40)) {
                pairs.add(Subject.of(pair));
                covered += differs ? 1 : 0;
            }
        }
        assertThat(covered).as("pairs that part in a known way").isPositive();
        return pairs;
    }

    @Test
    void a_thousand_changes_turn_the_verdict() {
        holds(1_000);
    }

    @Test
    @Tag("slow")
    void fifty_thousand_changes_turn_the_verdict() {
        holds(50_000);
    }

    private static void holds(int changes) {
        List<Subject> pairs = pairs();
        List<Tried> tried = LongStream.range(SEED, SEED + changes)
                .parallel()
                .mapToObj(seed -> attempt(pairs, seed))
                .toList();
        Map<String, Integer> counts = new TreeMap<>();
        tried.forEach(one -> counts.merge(one.fate().orElse("SURVIVED"), 1, Integer::sum));
        System.out.println(changes + " changes, seeds from " + SEED + ": " + counts);
        List<String> survivors = tried.stream()
                .filter(one -> one.fate().isEmpty())
                .map(one -> "seed " + one.seed() + " " + one.side() + " " + one.kind() + " " + one.pointer())
                .toList();
        assertThat(survivors).as("seeds from %s", SEED).isEmpty();
        assertThat(counts.getOrDefault("turned", 0)).isGreaterThan(changes / 5);
    }

    private static Tried attempt(List<Subject> pairs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Subject pair = pairs.get(random.nextInt(pairs.size()));
        boolean left = random.nextBoolean();
        Mutation mutation = Mutation.of(pair.document(left), random);
        return new Tried(
                seed, left ? "left" : "right", mutation.kind(), mutation.pointer(), fate(pair, left, mutation));
    }

    /** {@return what became of the change; empty when nothing noticed it} */
    private static Optional<String> fate(Subject subject, boolean left, Mutation mutation) {
        PairRun pair = subject.pair();
        SideOutcome.Ran side = subject.side(left);
        RunOutput changed;
        try {
            changed = RunOutput.CODEC.fromTree(mutation.document(), ReadPolicy.STRICT);
        } catch (JsonException | IllegalArgumentException e) {
            return Optional.of("refused by the reader");
        }
        if (changed.equals(side.output())) {
            return Optional.of("changed nothing");
        }
        SideOutcome other = new SideOutcome.Ran(changed, side.error());
        Comparison comparison = left
                ? PairRun.compare(pair.input(), other, pair.lean()).comparison()
                : PairRun.compare(pair.input(), pair.machine(), other).comparison();
        if (comparison.unexplained()) {
            return Optional.of("turned");
        }
        boolean equal = mutation.kind().equals("replace")
                && at(mutation.document(), mutation.path())
                        .equals(at(subject.document(!left).value(), mutation.path()));
        return equal ? Optional.of("made the sides equal there") : declared(mutation, comparison);
    }

    private static Optional<JsonValue> at(JsonValue document, List<String> path) {
        Optional<JsonValue> value = Optional.of(document);
        for (String name : path) {
            value = value.flatMap(parent -> switch (parent) {
                case JsonValue.Obj(var members) -> Optional.ofNullable(members.get(name));
                case JsonValue.Array(var elements) -> {
                    int index = Integer.parseInt(name);
                    yield index < elements.size() ? Optional.of(elements.get(index)) : Optional.empty();
                }
                case JsonValue.Null _, JsonValue.Bool _, JsonValue.Text _, JsonValue.Num _ -> Optional.empty();
            });
        }
        return value;
    }

    private static Optional<String> declared(Mutation mutation, Comparison comparison) {
        String part = NOT_COMPARED.get(mutation.path().getFirst());
        if (part != null) {
            return comparison
                    .coverage()
                    .part(part)
                    .filter(told -> told.compared() == 0 && told.note() != null)
                    .map(told -> "coverage: " + told.name() + " are not compared");
        }
        String pointer = mutation.pointer();
        Optional<NormalizationRule> rule = HIDDEN.entrySet().stream()
                .filter(place -> place.getKey().matcher(pointer).matches())
                .map(Map.Entry::getValue)
                .filter(hides -> comparison.ledger().count(hides) > 0)
                .findFirst();
        return rule.map(hides -> "ledger: " + hides).or(() -> behind(mutation, comparison));
    }

    /** What stands behind a known divergence, where the coverage says how far the comparison went. */
    private static Optional<String> behind(Mutation mutation, Comparison comparison) {
        if (!(comparison.verdict() instanceof Verdict.Diverge)) {
            return Optional.empty();
        }
        String member = mutation.path().getFirst();
        int index = mutation.path().size() > 1 && mutation.path().get(1).matches("\\d+")
                ? Integer.parseInt(mutation.path().get(1))
                : 0;
        Coverage coverage = comparison.coverage();
        return switch (member) {
            case "step_states" ->
                index >= coverage.compared(Coverage.STEPS)
                        ? Optional.of("coverage: steps compared up to the known divergence")
                        : Optional.empty();
            case "trace" ->
                mutation.path().getLast().equals("reason") || index >= coverage.compared(Coverage.EVENTS)
                        ? Optional.of("coverage: events compared up to the known divergence")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
