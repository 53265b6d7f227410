package dev.paritas.bridge.check;

import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.semanticobjects.object.SemanticObjects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code --types}: the shapes that our codecs put on the wire against the published tables (spec 50 §3). */
final class ShapeChecks {
    private static final String LEAN_CORE = "Runtime/ProtocolMachine/Model/SemanticObjects/Core.lean";

    private ShapeChecks() {}

    static void run(LaneContext context) {
        context.run(
                Check.independent("types/published", "shapes of the semantic objects against the published table"),
                () -> compare(PublishedShapes.load()));
        Path lean = context.environment().lean().resolve(LEAN_CORE);
        // Optional until this program reads Lean: a checkout cannot make it run, so its absence is told and is no
        // blockade.
        context.skip(
                Check.independent("types/lean", "shapes of the semantic objects against the Lean sources"),
                SkipCause.SOURCES,
                context.environment().has(lean)
                        ? "Lean sources are present, and this release reads the published table instead of them"
                        : "there are no Lean sources at "
                                + context.environment().relative(lean));
    }

    private static Findings compare(PublishedShapes published) {
        ShapeDocument java = ShapeExtraction.of("java", List.of(SemanticObjects.CODEC.shape()));
        List<ShapePair> pairs = published.pairs();
        List<Mismatch> open = new ArrayList<>();
        List<Mismatch> known = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> deviations = new HashSet<>();
        for (ShapeDifference difference : ShapeComparison.compare(published.lean(), java, pairs)) {
            Mismatch mismatch =
                    new Mismatch(difference.key(), difference.lean(), difference.java(), PublishedShapes.RESOURCE);
            seen.add(difference.key());
            published
                    .representation(difference.key())
                    .ifPresentOrElse(
                            note -> {
                                known.add(mismatch);
                                deviations.add(note.id());
                            },
                            () -> open.add(mismatch));
        }
        published.representations().stream()
                .filter(note -> !seen.contains(note.key()))
                .forEach(note -> open.add(new Mismatch(
                        "stale:" + note.id(), note.key(), "no such difference", PublishedShapes.RESOURCE)));
        return new Findings(pairs.size(), open, known, deviations);
    }
}
