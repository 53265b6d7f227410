package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.IdMapCodec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.RefinementSlice;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Compares the machine's rounds that picked a coroutine, one to one, with the step states of the reference dialect (spec
 * 22 §15.3). A rule is applied only where it is needed: first the raw members are compared, and each rule that then makes
 * them equal is counted. The per-step differences of the type counts follow from the counts, which are compared
 * themselves.
 */
final class StepComparator {
    /** Every rule but the one for several sessions, whose order the fixtures do not change. */
    public static final Set<NormalizationRule> SINGLE_SESSION = Set.copyOf(EnumSet.of(
            NormalizationRule.COROUTINE_PC,
            NormalizationRule.SELECTED_PC,
            NormalizationRule.COROUTINE_STATUS,
            NormalizationRule.EVENT_TICK,
            NormalizationRule.EVENT_REASON,
            NormalizationRule.TYPE_LINES,
            NormalizationRule.LOOP_TYPE));

    /** The rules for any number of sessions. */
    public static final Set<NormalizationRule> ALL =
            Set.copyOf(EnumSet.range(NormalizationRule.COROUTINE_PC, NormalizationRule.SLICE_SESSION_ORDER));

    private final Set<NormalizationRule> rules;
    private final int limit;
    private final NormalizationLedger.Counter counter = new NormalizationLedger.Counter();
    private final List<StepDifference> differences = new ArrayList<>();

    private StepComparator(Set<NormalizationRule> rules, int limit) {
        this.rules = rules;
        this.limit = limit;
    }

    /**
     * Compares two lists of steps.
     *
     * @param rules what may be normalised
     * @param limit most differences reported
     */
    public static StepComparison compare(
            List<StepState> machine, List<StepState> lean, Set<NormalizationRule> rules, int limit) {
        StepComparator comparator = new StepComparator(rules, limit);
        int common = Math.min(machine.size(), lean.size());
        for (int i = 0; i < common && comparator.differences.size() < limit; i++) {
            if (!machine.get(i).equals(lean.get(i))) {
                comparator.step(i, machine.get(i), lean.get(i));
            }
        }
        return new StepComparison(
                common, machine.size(), lean.size(), comparator.differences, comparator.counter.ledger());
    }

    private void step(int index, StepState left, StepState right) {
        member(index, "step_index", Codec.U64, left.stepIndex(), right.stepIndex());
        slice(index, "pre_state", left.preState(), right.preState());
        slice(index, "post_state", left.postState(), right.postState());
        member(index, "selected_coro", Codec.U64, left.selectedCoro(), right.selectedCoro());
        if (!Objects.equals(left.selectedPc(), right.selectedPc()) && !normalised(NormalizationRule.SELECTED_PC)) {
            member(index, "selected_pc", Codec.U64, left.selectedPc(), right.selectedPc());
        }
        type(index, left.selectedType(), right.selectedType());
        member(index, "exec_status", Codec.STRING, left.execStatus(), right.execStatus());
        member(
                index,
                "session_type_counts",
                IdMapCodec.of(Codec.U64),
                left.sessionTypeCounts(),
                right.sessionTypeCounts());
        member(
                index,
                "buffered_message_counts",
                IdMapCodec.of(Codec.U64),
                left.bufferedMessageCounts(),
                right.bufferedMessageCounts());
        member(index, "ready_queue", Codec.listOf(Codec.U64), left.readyQueue(), right.readyQueue());
        member(index, "blocked", IdMapCodec.of(Codec.STRING), left.blocked(), right.blocked());
        event(index, left.event(), right.event());
    }

    private void slice(int index, String member, @Nullable RefinementSlice left, @Nullable RefinementSlice right) {
        RefinementSlice a = left;
        RefinementSlice b = right;
        for (Map.Entry<NormalizationRule, UnaryOperator<RefinementSlice>> step : SLICE_RULES) {
            if (a == null || b == null || a.equals(b) || !rules.contains(step.getKey())) {
                continue;
            }
            RefinementSlice x = step.getValue().apply(a);
            RefinementSlice y = step.getValue().apply(b);
            // A rule that brings nothing closer hides nothing, and is not counted.
            if (x.equals(y) || distance(x, y) < distance(a, b)) {
                counter.add(step.getKey(), 1);
                a = x;
                b = y;
            }
        }
        member(index, member, RefinementSlice.CODEC, a, b);
    }

    private static final List<Map.Entry<NormalizationRule, UnaryOperator<RefinementSlice>>> SLICE_RULES = List.of(
            Map.entry(NormalizationRule.COROUTINE_PC, CanonicalSlice::withoutCounters),
            Map.entry(NormalizationRule.COROUTINE_STATUS, CanonicalSlice::withScheduledStatus),
            Map.entry(NormalizationRule.SLICE_SESSION_ORDER, CanonicalSlice::withSortedSessions));

    private static int distance(RefinementSlice left, RefinementSlice right) {
        if (left.equals(right)) {
            return 0;
        }
        return StructuralDifference.all(
                        RefinementSlice.CODEC.toTree(left), RefinementSlice.CODEC.toTree(right), Integer.MAX_VALUE)
                .size();
    }

    private void type(int index, @Nullable String left, @Nullable String right) {
        if (Objects.equals(left, right)) {
            return;
        }
        if (left != null && right != null) {
            if (TypeText.sameButForLines(left, right) && normalised(NormalizationRule.TYPE_LINES)) {
                return;
            }
            if ((TypeText.inLoop(left) || TypeText.inLoop(right)) && normalised(NormalizationRule.LOOP_TYPE)) {
                return;
            }
        }
        member(index, "selected_type", Codec.STRING, left, right);
    }

    private void event(int index, @Nullable TraceEvent left, @Nullable TraceEvent right) {
        TraceEvent a = left;
        TraceEvent b = right;
        if (a != null && b != null && a.tick() != b.tick() && normalised(NormalizationRule.EVENT_TICK)) {
            a = EventParts.withTick(a, 0);
            b = EventParts.withTick(b, 0);
        }
        if (a != null
                && b != null
                && !Objects.equals(a.reason(), b.reason())
                && normalised(NormalizationRule.EVENT_REASON)) {
            a = EventParts.withoutReason(a);
            b = EventParts.withoutReason(b);
        }
        member(index, "event", TraceEvent.CODEC, a, b);
    }

    private boolean normalised(NormalizationRule rule) {
        if (!rules.contains(rule)) {
            return false;
        }
        counter.add(rule, 1);
        return true;
    }

    private <T> void member(int index, String member, Codec<T> codec, @Nullable T left, @Nullable T right) {
        if (Objects.equals(left, right) || differences.size() >= limit) {
            return;
        }
        Optional<JsonDifference> first = StructuralDifference.first(tree(codec, left), tree(codec, right));
        first.ifPresent(difference ->
                differences.add(new StepDifference(index, member, difference.under("/" + index + "/" + member))));
    }

    private static <T> JsonValue tree(Codec<T> codec, @Nullable T value) {
        return value == null ? JsonValue.NULL : codec.toTree(value);
    }
}
