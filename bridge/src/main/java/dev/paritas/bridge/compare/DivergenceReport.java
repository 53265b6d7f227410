package dev.paritas.bridge.compare;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first place where two sides part.
 *
 * @param kind what was compared: {@code trace}, {@code session_statuses}, {@code step}, {@code outcome}, …
 * @param known the known class of the divergence, null when nothing explains it
 * @param index how many leading elements are equal
 * @param commonTail the last of those, at most {@link #CONTEXT}
 * @param leftNext the left side's elements from {@code index} on, at most {@link #CONTEXT}
 * @param rightNext the same of the right side
 * @param pointer JSON pointer of the first difference inside the two next elements
 * @param explanation plain sentences
 */
public record DivergenceReport(
        String kind,
        @Nullable DivergenceClass known,
        long index,
        List<JsonValue> commonTail,
        List<JsonValue> leftNext,
        List<JsonValue> rightNext,
        String pointer,
        String explanation) {
    /** So many characters has a line where nobody says how many fit. */
    public static final int USUAL_WIDTH = 100;

    /** The kind of a difference between events. */
    static final String TRACE = "trace";

    /** So many elements are shown on each side of the split. */
    public static final int CONTEXT = 4;

    public static final Codec<DivergenceReport> CODEC = ObjectCodec.of(
            "DivergenceReport",
            field("kind", Codec.STRING, DivergenceReport::kind),
            nullable("class", DivergenceClass.CODEC, DivergenceReport::known),
            field("index", Codec.U64, DivergenceReport::index),
            field("common_tail", Codec.listOf(JsonValue.CODEC), DivergenceReport::commonTail),
            field("left_next", Codec.listOf(JsonValue.CODEC), DivergenceReport::leftNext),
            field("right_next", Codec.listOf(JsonValue.CODEC), DivergenceReport::rightNext),
            field("pointer", Codec.STRING, DivergenceReport::pointer),
            field("explanation", Codec.STRING, DivergenceReport::explanation),
            DivergenceReport::new);

    public DivergenceReport {
        commonTail = List.copyOf(commonTail);
        leftNext = List.copyOf(leftNext);
        rightNext = List.copyOf(rightNext);
    }

    /**
     * {@return the report of one place in a document or list}
     *
     * @param sentence what differs; the explanation of {@code known} is added
     */
    public static DivergenceReport at(
            String kind, @Nullable DivergenceClass known, long index, JsonDifference place, String sentence) {
        return new DivergenceReport(
                kind,
                known,
                index,
                List.of(),
                place.left() == null ? List.of() : List.of(place.left()),
                place.right() == null ? List.of() : List.of(place.right()),
                place.pointer(),
                explain(known, sentence));
    }

    /** {@return a difference behind a covered one, in what {@code whose} did} */
    static DivergenceReport behind(DivergenceReport report, String whose) {
        return new DivergenceReport(
                report.kind(),
                null,
                report.index(),
                report.commonTail(),
                report.leftNext(),
                report.rightNext(),
                report.pointer(),
                "behind the known difference, ticks left out, " + whose + ": " + report.explanation());
    }

    /** {@return the same difference, found in one strand of the events} */
    DivergenceReport within(String strand) {
        return new DivergenceReport(
                kind, known, index, commonTail, leftNext, rightNext, pointer, strand + ": " + explanation);
    }

    /** {@return {@code what}, and what is known of it} */
    static String explain(@Nullable DivergenceClass known, String what) {
        return known == null
                ? what + "; no known divergence explains it"
                : what + "; known divergence (" + known.source() + "): " + known.explanation();
    }

    /** {@return the class's word, {@code unexplained} without one} */
    public String classWord() {
        return Optional.ofNullable(known).map(DivergenceClass::word).orElse("unexplained");
    }

    /** {@return the report for people, one fact per line of {@link #USUAL_WIDTH}} */
    public List<String> lines() {
        return lines(USUAL_WIDTH);
    }

    /**
     * {@return the report for people: events in words and side by side, everything else as JSON}
     *
     * @param width characters that a line has room for, at least 1
     */
    public List<String> lines(int width) {
        return TraceColumns.of(this, width)
                .map(columns -> {
                    List<String> lines = new ArrayList<>(columns);
                    lines.addFirst("first difference: " + headline());
                    lines.add(explanation);
                    return List.copyOf(lines);
                })
                .orElseGet(this::rawLines);
    }

    /** {@return the report for people, with every element as JSON} */
    public List<String> rawLines() {
        List<String> lines = new ArrayList<>();
        lines.add("first difference: " + headline());
        long hidden = index - commonTail.size();
        if (hidden > 0) {
            lines.add("  = " + hidden + " equal before");
        }
        commonTail.forEach(element -> lines.add("  = " + element.compactText()));
        show(lines, "  < ", leftNext);
        show(lines, "  > ", rightNext);
        lines.add(explanation);
        return List.copyOf(lines);
    }

    /** {@return what differs, where, and the class, in a few words} */
    public String headline() {
        return kind + " " + index + (pointer.isEmpty() ? "" : " at " + pointer) + " (" + classWord() + ")";
    }

    private static void show(List<String> lines, String mark, List<JsonValue> next) {
        if (next.isEmpty()) {
            lines.add(mark + "(ends here)");
        }
        next.forEach(element -> lines.add(mark + element.compactText()));
    }
}
