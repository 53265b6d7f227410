package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.CorpusException;
import dev.paritas.bridge.corpus.ParityDocuments;
import dev.paritas.bridge.implementation.ParityBundleKind;
import dev.paritas.bridge.parity.BundleDifference;
import dev.paritas.bridge.parity.PublishedBundles;
import dev.paritas.bridge.parity.SearchComparison;
import dev.paritas.bridge.parity.VectorCase;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.search.bundle.SearchParity;
import dev.paritas.search.bundle.SearchParityBundle;
import dev.paritas.search.engine.GraphDomain;
import dev.paritas.search.engine.RunConfigException;
import dev.paritas.search.object.SearchVectors;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code --search}: the reduced search bundle, and published searches made again (spec 52 §7, §8). */
final class SearchLane {
    private static final int LIMIT = 20;

    private final LaneContext context;

    SearchLane(LaneContext context) {
        this.context = context;
    }

    void run() {
        BundleChecks<SearchParityBundle> checks = checks(context);
        checks.published(PublishedBundles.search());
        checks.corpus(ParityDocuments.SEARCH);
        checks.runner();
        checks.lean();
        corpusVectors();
        publishedVectors();
    }

    /** {@return the machine's bundle, to be compared} */
    static BundleChecks<SearchParityBundle> checks(LaneContext context) {
        return new BundleChecks<>(
                context,
                "search",
                ParityBundleKind.SEARCH,
                SearchParity.runtime(),
                (check, model, machine) -> compare(context, check, model, machine));
    }

    private static LaneContext.Findings compare(
            LaneContext context, String check, SearchParityBundle model, SearchParityBundle machine) {
        SearchComparison comparison = SearchComparison.of(model, machine);
        if (!comparison.covered().isEmpty()) {
            context.usedDeviation(SearchParity.ENVELOPE_DEVIATION);
        }
        return new LaneContext.Findings(
                comparison.compared(), mismatches(check, comparison.open()), mismatches(check, comparison.covered()));
    }

    private static List<Mismatch> mismatches(String check, List<BundleDifference> differences) {
        return differences.stream()
                .map(difference -> new Mismatch(
                        check + ":" + difference.place(),
                        difference.expected(),
                        difference.actual(),
                        difference.place()))
                .toList();
    }

    private void corpusVectors() {
        String id = "search/corpus-vectors";
        Check check = Check.recorded(id, "searches of the corpus, made again");
        Path file = context.environment().corpus().resolve(ParityDocuments.SEARCH_VECTORS);
        if (!Files.isRegularFile(file)) {
            context.decline(
                    check,
                    SkipCause.CORPUS,
                    "there is no " + context.environment().relative(file));
            return;
        }
        context.run(check, () -> {
            String text;
            try {
                text = new String(context.readCorpus(ParityDocuments.SEARCH_VECTORS), StandardCharsets.UTF_8);
            } catch (CorpusException e) {
                return LaneContext.Findings.of(
                        1,
                        List.of(new Mismatch(
                                id + ":" + e.code(),
                                "the published searches",
                                String.valueOf(e.getMessage()),
                                context.environment().relative(file))));
            }
            Map<String, SearchVectors> fresh = new HashMap<>();
            VectorCase.make().forEach(one -> fresh.put(one.id(), one.vectors()));
            List<Mismatch> mismatches = new ArrayList<>();
            List<String> lines = text.lines().toList();
            for (String line : lines) {
                try {
                    VectorCase published = JsonInput.read(line, ReadPolicy.STRICT, VectorCase.CODEC);
                    SearchVectors made = fresh.remove(published.id());
                    mismatches.addAll(
                            made == null
                                    ? List.of(new Mismatch(id + ":unknown", published.id(), "no such case", "corpus"))
                                    : differences(id, published.id(), published.vectors(), made));
                } catch (JsonException e) {
                    mismatches.add(new Mismatch(
                            id + ":" + e.code(),
                            "a published search",
                            e.describe(),
                            context.environment().relative(file)));
                }
            }
            fresh.keySet().stream()
                    .sorted()
                    .forEach(missing -> mismatches.add(new Mismatch(
                            id + ":missing",
                            missing,
                            "nothing",
                            context.environment().relative(file))));
            return LaneContext.Findings.of(lines.size(), mismatches);
        });
    }

    /** Files of others, read in place: each is a run on domain V. */
    private void publishedVectors() {
        String id = "search/vectors";
        Check check = Check.reference(id, "published searches, made again");
        Path folder = context.environment().reference().resolve("search-parity");
        if (!Files.isDirectory(folder)) {
            context.skip(
                    check,
                    SkipCause.REFERENCE,
                    "there is no published data at " + context.environment().relative(folder));
            return;
        }
        context.run(check, () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            List<Path> files = files(folder);
            for (Path file : files) {
                String name = context.environment().relative(file);
                try {
                    PublishedSearch published = PublishedSearch.read(context.read(file));
                    mismatches.addAll(differences(
                            id,
                            name,
                            published.document(),
                            published.again(GraphDomain.VECTORS, GraphDomain.VECTORS_QUERY)));
                } catch (JsonException e) {
                    mismatches.add(new Mismatch(id + ":" + e.code(), "a published search", e.describe(), name));
                } catch (RunConfigException e) {
                    mismatches.add(new Mismatch(
                            id + ":premises", "premises of its profile", String.valueOf(e.getMessage()), name));
                }
            }
            return LaneContext.Findings.of(files.size(), mismatches);
        });
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Mismatch> differences(String check, String name, SearchVectors published, SearchVectors made) {
        return differences(check, name, SearchVectors.CODEC.toTree(published), SearchVectors.CODEC.toTree(made));
    }

    private static List<Mismatch> differences(String check, String name, JsonValue published, JsonValue made) {
        return StructuralDifference.all(published, made, LIMIT).stream()
                .map(difference -> new Mismatch(
                        check + ":" + name + difference.pointer(),
                        difference.leftText(),
                        difference.rightText(),
                        name + difference.pointer()))
                .toList();
    }
}
