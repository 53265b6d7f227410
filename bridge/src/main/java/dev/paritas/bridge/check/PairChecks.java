package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.SubtypingCase;
import dev.paritas.bridge.corpus.SubtypingPairs;
import dev.paritas.bridge.implementation.Implementation;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.choreography.check.Dialect;
import dev.paritas.choreography.check.OrphanFreedom;
import dev.paritas.choreography.json.ImportRefusal;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pairs of local types: both subtypings with their texts, and orphan freedom (spec 11 §8 to §10.1). */
final class PairChecks {
    private static final int LIMIT = 50;

    private static final Check PUBLISHED = Check.reference(
            "projection/published-pairs", "the reference's pairs of local types, both subtypings with their texts");
    private static final Check CORPUS = Check.recorded("projection/corpus-pairs", "pairs of the corpus, made again");
    private static final Check ASKED =
            Check.independent("projection/asked-pairs", "pairs of the corpus, asked of the validator");

    private PairChecks() {}

    /** The reference's verdicts, and our own published pairs made again. */
    static void run(LaneContext context) {
        Row.run(
                context,
                List.of(
                        Row.here(PUBLISHED, measured("projection"), PairChecks::published),
                        Row.here(CORPUS, corpus(), PairChecks::remade)));
    }

    /** {@return the row that asks a validator for our own published pairs} */
    static Row<Runner.Opened, SubtypingCase> asked() {
        return Row.asking(
                ASKED,
                ImplementationId.JAVA_MACHINE,
                corpus(),
                (validator, item) -> verdicts(validator.client(), item));
    }

    /** {@return the reference's pairs with its verdicts} */
    static Source<SortedMap<String, JsonValue>> measured(String lane) {
        return Source.measured(lane, "subtyping/pairs.jsonl", file -> {
            List<Case<SortedMap<String, JsonValue>>> pairs = new ArrayList<>();
            for (String line : new String(file, StandardCharsets.UTF_8).lines().toList()) {
                if (!(JsonInput.read(line, ReadPolicy.PEER, JsonValue.CODEC)
                        instanceof JsonValue.Obj(SortedMap<String, JsonValue> pair))) {
                    throw new IOException("a published pair is no object");
                }
                pairs.add(new Case<>(member(pair, "id").compactText(), pair));
            }
            return pairs;
        });
    }

    private static Source<SubtypingCase> corpus() {
        return Source.corpusFile(
                SubtypingPairs.FILE, "there are no pairs at", (context, file) -> cases(context.read(file)));
    }

    private static List<Case<SubtypingCase>> cases(byte[] file) {
        return Source.cases(SubtypingPairs.read(file), SubtypingCase::id);
    }

    /** {@return the published pairs; none when the corpus has no such file} */
    static List<Case<SubtypingCase>> cases(Corpus corpus) {
        return corpus.documents().stream()
                .filter(document -> document.path().equals(SubtypingPairs.FILE))
                .flatMap(document -> cases(document.text().getBytes(StandardCharsets.UTF_8)).stream())
                .toList();
    }

    /** {@return where a published pair differs from what is made of its seed today} */
    static List<JsonDifference> again(SubtypingCase item) {
        return StructuralDifference.all(
                SubtypingCase.CODEC.toTree(item), SubtypingCase.CODEC.toTree(SubtypingCase.make(item.seed())), LIMIT);
    }

    /** {@return where the published verdicts on a pair differ from those of {@code validator}} */
    static List<JsonDifference> asked(Implementation asked, SubtypingCase item) {
        LeanRunner validator = new LeanRunner(asked);
        JsonValue sub = tree(item.sub());
        List<JsonDifference> differences = new ArrayList<>();
        boolean related = item.async().error() == null;
        if (validator.checkAsyncSubtype(sub, tree(item.sup())) != related) {
            differences.add(opposite("/async/ok", related));
        }
        if (validator.checkOrphanFree(sub) != item.orphanFree()) {
            differences.add(opposite("/orphan_free", item.orphanFree()));
        }
        return differences;
    }

    private static JsonDifference opposite(String pointer, boolean published) {
        return new JsonDifference(pointer, new JsonValue.Bool(published), new JsonValue.Bool(!published));
    }

    private static Findings verdicts(Implementation validator, Case<SubtypingCase> item) {
        List<String> wrong = asked(validator, item.value()).stream()
                .map(JsonDifference::pointer)
                .toList();
        boolean related = item.value().async().error() == null;
        boolean free = item.value().orphanFree();
        return wrong.isEmpty()
                ? Findings.AGREEMENT
                : Findings.of(new Mismatch(
                        "",
                        related + ", " + free,
                        (related ^ wrong.contains("/async/ok")) + ", " + (free ^ wrong.contains("/orphan_free")),
                        item.id()));
    }

    private static Findings remade(Case<SubtypingCase> item) {
        SubtypingCase again = SubtypingCase.make(item.value().seed());
        return again.equals(item.value())
                ? Findings.AGREEMENT
                : Findings.of(new Mismatch(
                        "",
                        JsonOutput.compactText(SubtypingCase.CODEC, item.value()),
                        JsonOutput.compactText(SubtypingCase.CODEC, again),
                        item.id()));
    }

    private static Findings published(Case<SortedMap<String, JsonValue>> item) throws IOException {
        SortedMap<String, JsonValue> pair = item.value();
        LocalType sub;
        LocalType sup;
        try {
            sub = TypeReader.local().read(member(pair, "sub"));
            sup = TypeReader.local().read(member(pair, "sup"));
        } catch (ProblemException e) {
            throw new IOException(e.only(ImportRefusal.class).sentence(), e);
        }
        SortedMap<String, JsonValue> ours = new TreeMap<>(Map.of(
                "async", verdict(SubtypingCase.async(sub, sup)),
                "orphan_free", new JsonValue.Bool(OrphanFreedom.holds(sub, Dialect.RUNTIME)),
                "sync", verdict(SubtypingCase.sync(sub, sup))));
        List<Mismatch> mismatches = new ArrayList<>();
        for (String column : List.of("async", "sync", "orphan_free")) {
            JsonValue expected = member(pair, column);
            JsonValue found = member(ours, column);
            if (!found.equals(expected)) {
                mismatches.add(
                        new Mismatch(column, expected.compactText(), found.compactText(), item.id() + "/" + column));
            }
        }
        return Findings.of(1, mismatches);
    }

    private static JsonValue verdict(SubtypingCase.Verdict verdict) {
        String error = verdict.error();
        return new JsonValue.Obj(
                error == null
                        ? Map.of("ok", JsonValue.TRUE)
                        : Map.of("ok", JsonValue.FALSE, "error", new JsonValue.Text(error)));
    }

    static JsonValue member(SortedMap<String, JsonValue> object, String name) {
        return object.getOrDefault(name, JsonValue.NULL);
    }

    private static JsonValue tree(LocalType type) {
        return TypeCodec.LOCAL.toTree(type);
    }
}
