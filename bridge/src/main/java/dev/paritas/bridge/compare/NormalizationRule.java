package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.WordCodec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a comparison may normalise, each under its name. The comparison of traces knows exactly one rule (spec 22
 * §15.2); the others belong to the comparison of step states (§15.3, §16). Codecs and {@code equals} never normalise.
 */
public enum NormalizationRule {
    SESSION_TICK(
            "semantic-audit tick normalization",
            "Normalize only `tick`, and only per extracted session id",
            "irreducible trusted comparison logic",
            null),
    COROUTINE_PC("step slices", "Every coroutine's pc becomes 0", "known divergence", DivergenceClass.PROGRAM_COUNTER),
    SELECTED_PC("step", "selected_pc is not compared", "known divergence", DivergenceClass.PROGRAM_COUNTER),
    COROUTINE_STATUS(
            "step slices",
            "A status other than done, faulted, speculating follows from the scheduler: blocked, ready, else unchanged",
            "scheduler is the source of truth",
            null),
    EVENT_TICK("step event", "tick is not compared", "clock of the round", null),
    EVENT_REASON("step event", "reason is not compared", "known divergence", DivergenceClass.FAULT_REASON),
    LOOP_TYPE(
            "selected_type",
            "A type with a binder or variable on either side is not compared as text",
            "known divergence",
            DivergenceClass.LOOP_TYPE_TEXT),
    TYPE_LINES("selected_type", "White space is collapsed", "known divergence", DivergenceClass.WRAPPED_TYPE_TEXT),
    SLICE_SESSION_ORDER("step slices", "Sessions are sorted by sid", "known divergence", DivergenceClass.SESSION_ORDER),
    CROSS_TARGET(
            "semantic objects",
            "Handlers have one name, the host owns nothing, and a list has neither order nor repeats",
            "asked for: objects of two back ends",
            null);

    public static final WordCodec<NormalizationRule> CODEC = WordCodec.snakeCase(NormalizationRule.class);

    private final String surface;
    private final String rule;
    private final String classification;
    private final @Nullable DivergenceClass known;

    NormalizationRule(String surface, String rule, String classification, @Nullable DivergenceClass known) {
        this.surface = surface;
        this.rule = rule;
        this.classification = classification;
        this.known = known;
    }

    /** {@return what the rule touches} */
    public String surface() {
        return surface;
    }

    /** {@return what the rule does} */
    public String rule() {
        return rule;
    }

    /** {@return why it is permitted} */
    public String classification() {
        return classification;
    }

    /** {@return the known divergence that the rule hides; empty when it hides none} */
    public Optional<DivergenceClass> known() {
        return Optional.ofNullable(known);
    }
}
