package dev.paritas.bridge.compare;

import dev.paritas.bridge.implementation.Identity;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comparison for people and for machines; everything in it was decided before.
 *
 * @param extent what was compared, for people
 * @param sides who was compared with whom, where that is known
 * @param recorded the difference that a reproducer folder recorded, when it could not be shown again
 * @param notes further lines
 * @param replay the command that replays a divergence
 */
public record ComparisonText(
        Comparison comparison,
        String extent,
        Optional<Sides> sides,
        Optional<DivergenceReport> recorded,
        List<String> notes,
        Optional<String> replay) {
    private static final int FURTHER = 20;

    public static ComparisonText of(Comparison comparison) {
        return of(comparison, extent(comparison.coverage()));
    }

    public static ComparisonText of(Comparison comparison, String extent) {
        return new ComparisonText(comparison, extent, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    public ComparisonText between(Sides known) {
        return new ComparisonText(comparison, extent, Optional.of(known), recorded, notes, replay);
    }

    public ComparisonText withReplay(Optional<String> command) {
        return new ComparisonText(comparison, extent, sides, recorded, notes, command);
    }

    public ComparisonText withNotes(List<String> lines) {
        return new ComparisonText(comparison, extent, sides, recorded, lines, replay);
    }

    public ComparisonText withRecorded(DivergenceReport report) {
        return new ComparisonText(comparison, extent, sides, Optional.of(report), notes, replay);
    }

    private static String extent(Coverage coverage) {
        return Stream.of(Coverage.EVENTS, Coverage.STEPS)
                .flatMap(name -> coverage.part(name).stream())
                .map(part -> part.left() + " and " + part.right() + " " + part.name())
                .collect(Collectors.joining(", "));
    }

    /** {@return lines for people of the usual width, the verdict first} */
    public List<String> human() {
        return human(DivergenceReport::lines);
    }

    /**
     * {@return lines for people, the verdict first}
     *
     * @param width characters that a line has room for, at least 1
     */
    public List<String> human(int width) {
        return human(report -> report.lines(width));
    }

    /** {@return lines for people, the verdict first, with every element of a difference as JSON} */
    public List<String> raw() {
        return human(DivergenceReport::rawLines);
    }

    private List<String> human(Function<DivergenceReport, List<String>> shown) {
        List<String> lines = new ArrayList<>();
        String word = comparison.verdict().word();
        lines.add(extent.isEmpty() ? word : word + ": " + extent);
        switch (comparison.verdict()) {
            case Verdict.Agree() -> {}
            case Verdict.Diverge(DivergenceReport report) -> {
                lines.addAll(shown.apply(report));
                further(lines, report);
            }
            case Verdict.Declined(String reason, var ignored) -> lines.add(reason);
            case Verdict.Broken(String stage, var ignored, List<String> stderr) -> {
                lines.add(stage);
                stderr.forEach(line -> lines.add("  | " + line));
            }
        }
        recorded.ifPresent(report -> {
            lines.add("recorded then:");
            lines.addAll(shown.apply(report));
        });
        lines.addAll(notes);
        sides.ifPresent(known -> lines.add(known.line()));
        ComparisonMode mode = comparison.mode();
        if (mode != null && mode != ComparisonMode.EXACT) {
            lines.add("mode " + mode.word() + ": " + mode.says());
        }
        lines.addAll(comparison.coverage().lines());
        comparison.ledger().entries().forEach(entry -> lines.add("normalised " + entry.count() + " x " + entry.rule()));
        replay.ifPresent(command -> lines.add("replay: " + command));
        return List.copyOf(lines);
    }

    private void further(List<String> lines, DivergenceReport first) {
        List<DivergenceReport> others = comparison.findings().stream()
                .filter(finding -> finding != first)
                .toList();
        others.stream().limit(FURTHER).forEach(finding -> lines.add("also: " + finding.headline()));
        if (others.size() > FURTHER) {
            lines.add("also: " + (others.size() - FURTHER) + " more");
        }
    }

    /** {@return one compact JSON document} */
    public String document() {
        return tree().compactText();
    }

    /** {@return the document as a part of another} */
    public JsonValue tree() {
        SortedMap<String, JsonValue> members = new TreeMap<>(CodePointOrder.INSTANCE);
        Verdict verdict = comparison.verdict();
        members.put("verdict", new JsonValue.Text(verdict.word()));
        members.put("findings", StructuralDifference.array(DivergenceReport.CODEC, comparison.findings()));
        members.put(
                "normalizations",
                StructuralDifference.array(
                        NormalizationLedger.Entry.CODEC, comparison.ledger().entries()));
        members.put(
                "coverage",
                StructuralDifference.array(
                        Coverage.Part.CODEC, comparison.coverage().parts()));
        ComparisonMode mode = comparison.mode();
        if (mode != null) {
            members.put("mode", ComparisonMode.CODEC.toTree(mode));
        }
        sides.ifPresent(known -> {
            members.put("sides", StructuralDifference.array(Identity.CODEC, List.of(known.left(), known.right())));
            members.put("evidence", Evidence.CODEC.toTree(known.evidence()));
        });
        replay.ifPresent(command -> members.put("replay", new JsonValue.Text(command)));
        recorded.ifPresent(report -> members.put("recorded", DivergenceReport.CODEC.toTree(report)));
        if (!notes.isEmpty()) {
            members.put("notes", texts(notes));
        }
        switch (verdict) {
            case Verdict.Agree() -> {}
            case Verdict.Diverge(DivergenceReport report) ->
                members.put("divergence", DivergenceReport.CODEC.toTree(report));
            case Verdict.Declined(String reason, Verdict.Whose whose) -> {
                members.put("reason", new JsonValue.Text(reason));
                members.put("side", new JsonValue.Text(whose.word()));
            }
            case Verdict.Broken(String stage, Verdict.Whose whose, List<String> stderr) -> {
                members.put("reason", new JsonValue.Text(stage));
                members.put("side", new JsonValue.Text(whose.word()));
                members.put("stderr_tail", texts(stderr));
            }
        }
        return new JsonValue.Obj(members);
    }

    private static JsonValue texts(List<String> lines) {
        return new JsonValue.Array(
                lines.stream().<JsonValue>map(JsonValue.Text::new).toList());
    }
}
