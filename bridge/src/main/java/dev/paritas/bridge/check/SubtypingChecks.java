package dev.paritas.bridge.check;

import dev.paritas.bridge.corpus.SubtypingCase;
import dev.paritas.bridge.corpus.SubtypingPairs;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.reference.ReferenceFolder;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.choreography.check.Dialect;
import dev.paritas.choreography.check.OrphanFreedom;
import dev.paritas.choreography.json.ImportException;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
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
import java.util.SortedMap;

/** Pairs of local types: both subtypings with their texts, and orphan freedom (spec 11 §8 to §10.1). */
final class SubtypingChecks {
    /** Among the reference's answers. */
    static final String MEASURED = "subtyping/pairs.jsonl";

    private static final String PUBLISHED = "projection/published-pairs";
    private static final String CORPUS = "projection/corpus-pairs";
    private static final String ASKED = "projection/asked-pairs";

    private final LaneContext context;

    SubtypingChecks(LaneContext context) {
        this.context = context;
    }

    /** The reference's verdicts. */
    void published() {
        context.measured("projection").ifPresent(this::published);
    }

    private void published(ReferenceFolder answers) {
        Check check =
                Check.reference(PUBLISHED, "the reference's pairs of local types, both subtypings with their texts");
        byte[] file = answers.files().get(MEASURED);
        if (file == null) {
            context.decline(check, SkipCause.CORPUS, "the reference answers have no " + MEASURED);
            return;
        }
        context.run(check, () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            List<String> lines =
                    new String(file, StandardCharsets.UTF_8).lines().toList();
            for (String line : lines) {
                if (!(JsonInput.read(line, ReadPolicy.PEER, JsonValue.CODEC)
                        instanceof JsonValue.Obj(SortedMap<String, JsonValue> pair))) {
                    throw new IOException("a published pair is no object");
                }
                published(pair, mismatches);
            }
            return LaneContext.Findings.of(lines.size(), mismatches);
        });
    }

    private static void published(SortedMap<String, JsonValue> pair, List<Mismatch> mismatches) throws IOException {
        LocalType sub;
        LocalType sup;
        try {
            sub = TypeReader.local().read(pair.getOrDefault("sub", JsonValue.NULL));
            sup = TypeReader.local().read(pair.getOrDefault("sup", JsonValue.NULL));
        } catch (ImportException e) {
            throw new IOException(e.getMessage(), e);
        }
        Map<String, JsonValue> ours = new HashMap<>();
        ours.put("async", verdict(SubtypingCase.async(sub, sup)));
        ours.put("sync", verdict(SubtypingCase.sync(sub, sup)));
        ours.put("orphan_free", new JsonValue.Bool(OrphanFreedom.holds(sub, Dialect.RUNTIME)));
        String id = pair.getOrDefault("id", JsonValue.NULL).compactText();
        for (String column : List.of("async", "sync", "orphan_free")) {
            JsonValue expected = pair.getOrDefault(column, JsonValue.NULL);
            JsonValue found = ours.getOrDefault(column, JsonValue.NULL);
            if (!found.equals(expected)) {
                mismatches.add(new Mismatch(
                        PUBLISHED + ":" + column, expected.compactText(), found.compactText(), id + "/" + column));
            }
        }
    }

    private static JsonValue verdict(SubtypingCase.Verdict verdict) {
        String error = verdict.error();
        return new JsonValue.Obj(
                error == null
                        ? Map.of("ok", JsonValue.TRUE)
                        : Map.of("ok", JsonValue.FALSE, "error", new JsonValue.Text(error)));
    }

    /** Our own published pairs, made again. */
    void corpus() {
        pairs(Check.recorded(CORPUS, "pairs of the corpus, made again"), cases -> {
            List<Mismatch> mismatches = new ArrayList<>();
            for (SubtypingCase item : cases) {
                SubtypingCase again = SubtypingCase.make(item.seed());
                if (!again.equals(item)) {
                    mismatches.add(new Mismatch(
                            CORPUS,
                            JsonOutput.compactText(SubtypingCase.CODEC, item),
                            JsonOutput.compactText(SubtypingCase.CODEC, again),
                            item.id()));
                }
            }
            return LaneContext.Findings.of(cases.size(), mismatches);
        });
    }

    /** The same pairs, asked of a validator process. */
    void asked(LeanRunner runner, Path binary) {
        Check check = Check.independent(ASKED, "pairs of the corpus, asked of the validator");
        context.progress().asks(binary.toString(), RunnerHost.validatorDeadline(context.variables()));
        pairs(check, cases -> {
            RunnerCases asking = new RunnerCases(context, check, cases.size());
            for (SubtypingCase item : cases) {
                asking.ask(item.id(), () -> asked(runner, item));
            }
            return asking.findings(context.here(ImplementationId.JAVA_MACHINE), runner.identity());
        });
    }

    private static List<Mismatch> asked(LeanRunner runner, SubtypingCase item) {
        JsonValue sub = TypeCodec.LOCAL.toTree(item.sub());
        boolean related = runner.checkAsyncSubtype(sub, TypeCodec.LOCAL.toTree(item.sup()));
        boolean free = runner.checkOrphanFree(sub);
        return related == (item.async().error() == null) && free == item.orphanFree()
                ? List.of()
                : List.of(new Mismatch(
                        ASKED,
                        (item.async().error() == null) + ", " + item.orphanFree(),
                        related + ", " + free,
                        item.id()));
    }

    private interface Comparison {
        LaneContext.Findings of(List<SubtypingCase> cases) throws IOException;
    }

    private void pairs(Check check, Comparison comparison) {
        Path file = context.environment().corpus().resolve(SubtypingPairs.FILE);
        if (!Files.isRegularFile(file)) {
            context.decline(
                    check,
                    SkipCause.CORPUS,
                    "there are no pairs at " + context.environment().relative(file));
            return;
        }
        context.run(check, () -> {
            List<SubtypingCase> cases = SubtypingPairs.read(context.read(file));
            return comparison.of(cases);
        });
    }
}
