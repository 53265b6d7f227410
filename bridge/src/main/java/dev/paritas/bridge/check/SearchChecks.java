package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusProblem;
import dev.paritas.bridge.corpus.ParityDocuments;
import dev.paritas.bridge.corpus.VectorCase;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.search.engine.GraphDomain;
import dev.paritas.search.engine.RunConfigError;
import dev.paritas.search.object.SearchVectors;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code --search}: the reduced search bundle, and published searches made again (spec 52 §7, §8). */
final class SearchChecks {
    private static final int LIMIT = 20;
    private static final int REPLAY_LIMIT = 50;

    private static final Check CORPUS = Check.recorded("search/corpus-vectors", "searches of the corpus, made again");
    private static final Check REFERENCE = Check.reference("search/vectors", "published searches, made again");

    private SearchChecks() {}

    static void run(LaneContext context) {
        ReducedChecks.search().run(context);
        Row.run(
                context,
                List.of(
                        Row.here(
                                CORPUS,
                                ReducedChecks.corpusFile(ParityDocuments.SEARCH_VECTORS),
                                file -> corpus(context, file)),
                        Row.here(
                                REFERENCE,
                                Source.referenceFolder(
                                        "search-parity", "there is no published data at", Source.bytes(".json")),
                                SearchChecks::published)));
    }

    /** {@return the searches of the corpus} */
    static List<Case<VectorCase>> vectors(Corpus corpus) {
        return corpus.documents().stream()
                .filter(document -> document.path().equals(ParityDocuments.SEARCH_VECTORS))
                .flatMap(document -> document.text().lines())
                .map(line -> JsonInput.read(line, ReadPolicy.STRICT, VectorCase.CODEC))
                .map(item -> new Case<>(item.id(), item))
                .toList();
    }

    /** {@return where a search of the corpus differs from the one that is made today} */
    static List<JsonDifference> again(VectorCase item) {
        VectorCase fresh = made().get(item.id());
        return fresh == null
                ? List.of(new JsonDifference("/id", new JsonValue.Text(item.id()), null))
                : StructuralDifference.all(VectorCase.CODEC.toTree(item), VectorCase.CODEC.toTree(fresh), REPLAY_LIMIT);
    }

    private static Map<String, VectorCase> made() {
        return VectorCase.make().stream().collect(Collectors.toMap(VectorCase::id, Function.identity()));
    }

    /** The whole file: a search that it lacks is a difference, too. */
    private static Findings corpus(LaneContext context, Case<String> file) throws IOException {
        String text;
        try {
            text = new String(context.readCorpus(file.value()), StandardCharsets.UTF_8);
        } catch (ProblemException e) {
            CorpusProblem problem = e.only(CorpusProblem.class);
            return Findings.of(new Mismatch(problem.code(), "the published searches", problem.sentence(), file.id()));
        }
        Map<String, VectorCase> fresh = made();
        List<Mismatch> mismatches = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (String line : lines) {
            try {
                VectorCase published = JsonInput.read(line, ReadPolicy.STRICT, VectorCase.CODEC);
                VectorCase made = fresh.remove(published.id());
                if (made == null) {
                    mismatches.add(new Mismatch("unknown", published.id(), "no such case", "corpus"));
                } else {
                    mismatches.addAll(differences(
                                    published.id(),
                                    SearchVectors.CODEC.toTree(published.vectors()),
                                    SearchVectors.CODEC.toTree(made.vectors()))
                            .mismatches());
                }
            } catch (JsonException e) {
                mismatches.add(new Mismatch(String.valueOf(e.code()), "a published search", e.describe(), file.id()));
            }
        }
        fresh.keySet().stream()
                .sorted()
                .forEach(missing -> mismatches.add(new Mismatch("missing", missing, "nothing", file.id())));
        return Findings.of(lines.size(), mismatches);
    }

    /** Files of others, read in place: each is a run on domain V. */
    private static Findings published(Case<byte[]> file) {
        try {
            PublishedSearch published = PublishedSearch.read(file.value());
            return differences(
                    file.id(), published.document(), published.again(GraphDomain.VECTORS, GraphDomain.VECTORS_QUERY));
        } catch (JsonException e) {
            return Findings.of(new Mismatch(String.valueOf(e.code()), "a published search", e.describe(), file.id()));
        } catch (ProblemException e) {
            return Findings.of(new Mismatch(
                    "premises",
                    "premises of its profile",
                    e.only(RunConfigError.class).sentence(),
                    file.id()));
        }
    }

    private static Findings differences(String name, JsonValue published, JsonValue made) {
        return Findings.of(
                StructuralDifference.all(published, made, LIMIT),
                difference -> Mismatch.of(name + difference.pointer(), difference, name));
    }
}
