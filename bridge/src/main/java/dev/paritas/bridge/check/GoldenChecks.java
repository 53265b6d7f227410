package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.bridge.corpus.RoleProjection;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.GZIPInputStream;

/**
 * {@code --golden}: measured runs of the reference, and its golden projections. The latter are no part of the project,
 * so they are skipped where they are absent however the lane was selected.
 */
final class GoldenChecks {
    private static final int MAX_UNPACKED = 64 << 20;
    private static final String SUFFIX = ".expected.json";

    private static final Check CORPUS = Check.recorded("golden/corpus", "golden projections of the corpus");
    private static final Check PROJECTIONS = Check.reference("golden/projections", "published golden projections");
    private static final Check RUNS =
            Check.reference("golden/runs", "runs of the reference's machine, every observable event");
    private static final Check FULL_RUNS = Check.reference(
            "golden/full-runs", "runs of the reference's machine, every slice, effect and semantic object");

    private GoldenChecks() {}

    static void run(LaneContext context) {
        Row.run(
                context,
                List.of(
                        Row.here(CORPUS, Source.corpus("golden", GoldenChecks::cases), GoldenChecks::corpus),
                        Row.here(PROJECTIONS, projections(), GoldenChecks::projection)));
        DigestChecks.imported(context);
        Row.run(
                context,
                List.of(
                        Row.here(RUNS, lines("r-runs/runs.jsonl"), GoldenChecks::repeated),
                        Row.here(FULL_RUNS, lines("r-runs/full.jsonl.gz"), GoldenChecks::repeated)));
    }

    private static List<Case<CorpusCase>> cases(Corpus corpus) {
        return Source.cases(corpus.cases(), CorpusCase::id);
    }

    /** The published projections of one case against today's projector. */
    private static Findings corpus(Case<CorpusCase> item) {
        List<Mismatch> mismatches = new ArrayList<>();
        int index = 0;
        for (ChoreographyJson choreography : item.value().input().choreographies()) {
            for (String role : choreography.roles()) {
                RoleProjection published = item.value().projections().get(index++);
                String place = item.id() + "/" + role;
                StructuralDifference.first(
                                RoleProjection.CODEC, published, RoleProjection.of(choreography.globalType(), role))
                        .ifPresent(difference -> mismatches.add(Mismatch.of(place, difference, place)));
            }
        }
        return Findings.of(1, mismatches);
    }

    private record Golden(GlobalType global, String role, JsonValue expected) {}

    private static Source<Golden> projections() {
        return Source.referenceFolder("golden", "there is no published data at", (context, folder) -> {
            List<Case<Golden>> cases = new ArrayList<>();
            for (Path one : Source.list(folder, ignored -> true)) {
                cases.addAll(golden(context, one));
            }
            return cases;
        });
    }

    private static List<Case<Golden>> golden(LaneContext context, Path folder) throws IOException {
        GlobalType global = TypeReader.global().read(context.read(folder.resolve("input.json")));
        List<Case<Golden>> cases = new ArrayList<>();
        for (Path file : Source.list(folder, Source.named(SUFFIX))) {
            String name = file.getFileName().toString();
            String role = name.substring(0, name.length() - SUFFIX.length());
            JsonValue expected = JsonInput.read(context.read(file), ReadPolicy.PEER, JsonValue.CODEC);
            cases.add(new Case<>(folder.getFileName() + "/" + role, new Golden(global, role, expected)));
        }
        return cases;
    }

    private static Findings projection(Case<Golden> item) {
        Golden golden = item.value();
        return Findings.equal(item.id(), golden.expected, PublishedRun.projection(golden.global, golden.role));
    }

    /** {@return the lines of one of the reference's answers, each read when it is judged} */
    private static Source<String> lines(String path) {
        return Source.measured(
                "golden",
                path,
                file -> Source.cases(
                        new String(unpacked(path, file), StandardCharsets.UTF_8)
                                .lines()
                                .toList(),
                        ignored -> path));
    }

    private static Findings repeated(Case<String> line) {
        if (!(JsonInput.read(line.value(), ReadPolicy.PEER.withMaxDepth(1000), JsonValue.CODEC)
                instanceof JsonValue.Obj(SortedMap<String, JsonValue> members))) {
            return Findings.AGREEMENT;
        }
        List<Mismatch> mismatches = new ArrayList<>();
        PublishedRun run = PublishedRun.of(members);
        run.compare((part, difference) -> {
            String place = run.id() + "/" + part;
            mismatches.add(Mismatch.of(place, difference, place));
        });
        return Findings.of(1, mismatches);
    }

    /** {@return the bytes of a file, unpacked when its name says that they are packed} */
    private static byte[] unpacked(String path, byte[] bytes) throws IOException {
        if (!path.endsWith(".gz")) {
            return bytes;
        }
        try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = packed.readNBytes(MAX_UNPACKED + 1);
            if (plain.length > MAX_UNPACKED) {
                throw new IOException(path + " unpacks to more than " + MAX_UNPACKED + " bytes");
            }
            return plain;
        }
    }
}
