package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.reference.ReferenceFolder;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * {@code --golden}: measured runs of the reference, and its golden projections. The latter are no part of the project,
 * so the lane skips them where they are absent however it was selected.
 */
final class GoldenLane {
    private static final String PROJECTIONS = "golden/projections";
    private static final String RUNS = "golden/runs";
    private static final String FULL_RUNS = "golden/full-runs";
    private static final int MAX_UNPACKED = 64 << 20;
    private static final String SUFFIX = ".expected.json";

    private final LaneContext context;

    GoldenLane(LaneContext context) {
        this.context = context;
    }

    void run() {
        context.corpus("golden")
                .ifPresent(corpus -> context.run(
                        Check.recorded("golden/corpus", "golden projections of the corpus"),
                        () -> LaneContext.Findings.of(
                                corpus.cases().size(),
                                corpus.cases().stream()
                                        .flatMap(item -> CorpusProjections.differences(item).stream())
                                        .toList())));
        projections(context.environment().reference().resolve("golden"));
        MeasuredAnswers.imported(context);
        context.measured("golden").ifPresent(answers -> {
            runs(answers, RUNS, "runs of the reference's machine, every observable event", "r-runs/runs.jsonl");
            runs(
                    answers,
                    FULL_RUNS,
                    "runs of the reference's machine, every slice, effect and semantic object",
                    "r-runs/full.jsonl.gz");
        });
    }

    private void projections(Path folder) {
        Check check = Check.reference(PROJECTIONS, "published golden projections");
        if (!Files.isDirectory(folder)) {
            context.skip(
                    check,
                    SkipCause.REFERENCE,
                    "there is no published data at " + context.environment().relative(folder));
            return;
        }
        context.run(check, () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            long cases = 0;
            for (Path one : list(folder)) {
                GlobalType global = TypeReader.global().read(context.read(one.resolve("input.json")));
                for (Path file : list(one)) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(SUFFIX)) {
                        cases++;
                        String role = name.substring(0, name.length() - SUFFIX.length());
                        JsonValue expected = JsonInput.read(context.read(file), ReadPolicy.PEER, JsonValue.CODEC);
                        StructuralDifference.first(expected, PublishedRun.projection(global, role))
                                .ifPresent(difference -> mismatches.add(
                                        mismatch(PROJECTIONS, one.getFileName() + "/" + role, difference)));
                    }
                }
            }
            return LaneContext.Findings.of(cases, mismatches);
        });
    }

    private void runs(ReferenceFolder answers, String check, String description, String path) {
        byte[] file = answers.files().get(path);
        if (file == null) {
            context.decline(
                    Check.reference(check, description), SkipCause.CORPUS, "the reference answers have no " + path);
            return;
        }
        context.run(Check.reference(check, description), () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            List<String> lines = new String(unpacked(path, file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            long cases = 0;
            for (String line : lines) {
                context.progress().advance(check, ++cases, lines.size());
                if (JsonInput.read(line, ReadPolicy.PEER.withMaxDepth(1000), JsonValue.CODEC)
                        instanceof JsonValue.Obj(SortedMap<String, JsonValue> members)) {
                    PublishedRun run = PublishedRun.of(members);
                    run.compare(
                            (part, difference) -> mismatches.add(mismatch(check, run.id() + "/" + part, difference)));
                }
            }
            return LaneContext.Findings.of(cases, mismatches);
        });
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

    private static Mismatch mismatch(String check, String place, JsonDifference difference) {
        return new Mismatch(
                check + ":" + place, difference.leftText(), difference.rightText(), place + difference.pointer());
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }
}
