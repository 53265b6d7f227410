package dev.paritas.bridge.compare;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was compared and what was not: nothing is left out without a word (docs/comparison.md, what is compared). */
public record Coverage(List<Part> parts) {
    /** Nothing was compared. */
    public static final Coverage NONE = new Coverage(List.of());

    public static final String EVENTS = "events";
    public static final String STEPS = "steps";

    /**
     * One kind of element.
     *
     * @param name what the elements are, such as {@value Coverage#EVENTS}
     * @param left how many the left side has
     * @param right how many the right side has
     * @param compared how many of them were compared, from the first one on
     * @param note why not all, or what of each was left out; null when everything was compared
     */
    public record Part(
            String name,
            long left,
            long right,
            long compared,
            @Nullable String note) {
        public static final Codec<Part> CODEC = ObjectCodec.of(
                "CoveragePart",
                field("part", Codec.STRING, Part::name),
                field("left", Codec.U64, Part::left),
                field("right", Codec.U64, Part::right),
                field("compared", Codec.U64, Part::compared),
                omittable("note", Codec.STRING, Part::note),
                Part::new);

        /** {@return a part of which every element of the longer side was held against the other side} */
        static Part whole(String name, long left, long right) {
            return new Part(name, left, right, Math.max(left, right), null);
        }

        private long longest() {
            return Math.max(left, right);
        }
    }

    public Coverage {
        parts = List.copyOf(parts);
    }

    /** {@return a comparison of elements of one kind, and of nothing else} */
    public static Coverage of(String name, long left, long right, long compared) {
        return new Coverage(List.of(new Part(name, left, right, compared, null)));
    }

    /** {@return how many elements of that name were compared} */
    public long compared(String name) {
        return part(name).map(Part::compared).orElse(0L);
    }

    /** {@return the part of that name} */
    public Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** {@return what was left out, for people: one line for each reason} */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        Map<String, List<String>> leftOut = new LinkedHashMap<>();
        for (Part part : parts) {
            String note = part.note();
            if (note == null) {
                continue;
            }
            if (part.compared() == 0) {
                leftOut.computeIfAbsent(note, ignored -> new ArrayList<>()).add(part.name());
            } else {
                lines.add(
                        part.compared() >= part.longest()
                                ? part.name() + ": " + note
                                : part.name() + " compared up to element " + part.compared() + " of " + part.longest()
                                        + ": " + note);
            }
        }
        leftOut.forEach((note, names) -> lines.add("not compared: " + String.join(", ", names) + " (" + note + ")"));
        return List.copyOf(lines);
    }
}
