package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.WordCodec;
import java.util.Locale;

/** What of two runs must be equal (docs/comparison.md, modes). No mode hides a message that is lost, doubled or relabelled. */
public enum ComparisonMode {
    /** Everything: one order of events with their ticks, session statuses, rounds and step states. */
    EXACT("everything counts, ticks and step states included"),
    /** One order of events; when they happen does not count. */
    ORDER("one order of all events; ticks, rounds and step states are the scheduler's and left out"),
    /** The order of each session's events; how sessions interleave does not count. */
    SESSION("the order inside each session; how sessions interleave, ticks, rounds and step states are left out"),
    /** The order of each role's own events; messages match first in, first out, and independent roles interleave freely. */
    ROLE("the order of each role's own events; how roles interleave, ticks, rounds and step states are left out");

    public static final WordCodec<ComparisonMode> CODEC = WordCodec.snakeCase(ComparisonMode.class);

    private final String says;

    ComparisonMode(String says) {
        this.says = says;
    }

    /** {@return the word on the command line and in documents} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return what counts and what is left out, in words} */
    public String says() {
        return says;
    }

    /**
     * {@return the mode in which an implementation is compared when nobody says which} A foreign one, which does not say
     * who it is and tells nothing of its steps, has a scheduler of its own; all others speak of the same machine.
     *
     * @param answerer who answers on a side
     * @param outcome what it made of the case
     */
    public static ComparisonMode of(Answerer answerer, SideOutcome outcome) {
        boolean foreign = answerer.identity().implementation().isUnknown()
                && outcome instanceof SideOutcome.Ran ran
                && !ran.output().tellsSteps();
        return foreign ? ROLE : EXACT;
    }
}
