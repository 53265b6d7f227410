package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.heap.HeapParitySuite;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.heap.document.HeapParitySample;
import dev.paritas.heap.document.HeapVectors;
import dev.paritas.model.heap.LeanHeapException;
import dev.paritas.model.heap.LeanHeapParity;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The published files of the reference, read in place: {@code heap_vectors*.json}, {@code heap_lean_parity*.json} and
 * samples of the latter, {@code *.sample.json}, of which parts are left out.
 */
final class HeapReferenceChecks {
    private static final String VECTORS = "heap_vectors";
    private static final String PARITY = "heap_lean_parity";
    private static final String SAMPLE = ".sample.json";

    private final LaneContext context;
    private final Path folder;

    HeapReferenceChecks(LaneContext context) {
        this.context = context;
        folder = context.environment().reference().resolve("heap");
    }

    void run() {
        check(
                Check.reference("heap/reference-vectors", "heap against the reference's digest vectors"),
                name -> name.startsWith(VECTORS) && name.endsWith(".json"),
                bytes -> HeapParitySuite.check(read(bytes, HeapVectors.CODEC)));
        check(
                Check.reference("heap/reference-parity", "heap and model against the reference's parity corpora"),
                name -> name.startsWith(PARITY) && name.endsWith(".json") && !name.endsWith(SAMPLE),
                HeapReferenceChecks::whole);
        check(
                Check.reference("heap/reference-sample", "heap against the reference's parity sample"),
                name -> name.startsWith(PARITY) && name.endsWith(SAMPLE),
                bytes -> HeapParitySuite.check(read(bytes, HeapParitySample.CODEC)));
    }

    private static List<JsonDifference> whole(byte[] bytes) {
        HeapParityCorpus corpus = read(bytes, HeapParityCorpus.CODEC);
        List<JsonDifference> differences = new ArrayList<>(HeapParitySuite.check(corpus));
        try {
            differences.addAll(HeapParitySuite.check(
                    LeanHeapParity.run(JsonInput.read(bytes, ReadPolicy.PEER, JsonValue.CODEC)), corpus));
        } catch (LeanHeapException e) {
            differences.add(new JsonDifference("", JsonValue.NULL, new JsonValue.Text(String.valueOf(e.getMessage()))));
        }
        return differences;
    }

    private static <D> D read(byte[] bytes, Codec<D> codec) {
        return JsonInput.read(bytes, HeapParityCorpus.READ, codec);
    }

    private void check(Check check, Predicate<String> wanted, Function<byte[], List<JsonDifference>> suite) {
        List<Path> files;
        try {
            files = files(wanted);
        } catch (IOException e) {
            context.run(check, () -> {
                throw e;
            });
            return;
        }
        if (files.isEmpty()) {
            context.skip(
                    check,
                    SkipCause.REFERENCE,
                    "there is no such file in " + context.environment().relative(folder));
            return;
        }
        context.run(check, () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            for (Path file : files) {
                String place = context.environment().relative(file);
                try {
                    mismatches.addAll(HeapLane.mismatches(check.id(), place, suite.apply(context.read(file))));
                } catch (JsonException e) {
                    mismatches.add(
                            new Mismatch(check.id() + ":" + e.code(), "a readable document", e.describe(), place));
                }
            }
            return LaneContext.Findings.of(files.size(), mismatches);
        });
    }

    private List<Path> files(Predicate<String> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> wanted.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }
}
