package dev.paritas.bridge.corpus;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.files.Sha256;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.BridgeVersion;
import dev.paritas.semanticobjects.run.StepState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All published cases, ascending by id, with the index they are published under.
 *
 * @param documents published files that are no family of cases, ascending by path
 */
public record Corpus(CorpusIndex index, List<CorpusCase> cases, List<CorpusDocument> documents) {
    private static final List<CorpusLines<CorpusCase, ?>> FAMILIES = List.of(
            CorpusLines.CHOREOGRAPHIES,
            CorpusLines.PROJECTIONS,
            CorpusLines.MACHINE,
            CorpusLines.DIALECT,
            CorpusLines.STEPS,
            CorpusLines.SIMULATIONS);

    public Corpus {
        cases = cases.stream()
                .sorted(Comparator.comparing(CorpusCase::id, CodePointOrder.INSTANCE))
                .toList();
        documents = documents.stream()
                .sorted(Comparator.comparing(CorpusDocument::path, CodePointOrder.INSTANCE))
                .toList();
    }

    /**
     * Reads a corpus strictly: every digest, every line, every case in every family.
     *
     * @throws ProblemException ({@link CorpusProblem}) on any deviation
     */
    public static Corpus read(Path folder) {
        CorpusIndex index = CorpusFolder.index(folder);
        SortedMap<String, byte[]> files = CorpusFolder.verified(folder, index);
        Map<String, CaseInput> inputs = lines(CorpusLines.CHOREOGRAPHIES, files);
        Map<String, List<RoleProjection>> projections = lines(CorpusLines.PROJECTIONS, files);
        Map<String, RecordedOutcome> machine = lines(CorpusLines.MACHINE, files);
        Map<String, RecordedOutcome> dialect = lines(CorpusLines.DIALECT, files);
        Map<String, List<StepState>> steps = lines(CorpusLines.STEPS, files);
        Map<String, List<RecordedSimulation>> simulations = lines(CorpusLines.SIMULATIONS, files);
        List<CorpusCase> cases = new ArrayList<>();
        for (CorpusEntry entry : index.cases()) {
            String id = entry.id();
            CorpusCase item = new CorpusCase(
                    id,
                    entry.seed(),
                    value(inputs, id),
                    value(projections, id),
                    value(machine, id),
                    value(dialect, id),
                    value(steps, id),
                    value(simulations, id));
            if (!item.entry().equals(entry)) {
                throw new ProblemException(new CorpusProblem(
                        CorpusErrorCode.MALFORMED_CASE, "the choreography of " + id + " is not the one in the index"));
            }
            cases.add(item);
        }
        return new Corpus(index, cases, documents(index, files));
    }

    private static List<CorpusDocument> documents(CorpusIndex index, Map<String, byte[]> files) {
        List<CorpusDocument> documents = new ArrayList<>();
        for (CorpusFile file : index.files()) {
            if (FAMILIES.stream().noneMatch(lines -> lines.path().equals(file.path()))) {
                byte[] bytes = files.getOrDefault(file.path(), new byte[0]);
                documents.add(new CorpusDocument(file.path(), new String(bytes, StandardCharsets.UTF_8), file.cases()));
            }
        }
        return documents;
    }

    /** {@return the corpus of these cases under a fresh index} */
    public static Corpus of(String generator, long seed, List<CorpusCase> cases) {
        return of(generator, seed, cases, List.of());
    }

    /** {@return the corpus of these cases and documents under a fresh index} */
    public static Corpus of(String generator, long seed, List<CorpusCase> cases, List<CorpusDocument> documents) {
        CorpusIndex none = CorpusIndex.of(BridgeVersion.CURRENT, generator, seed, List.of(), List.of());
        Corpus unlisted = new Corpus(none, cases, documents);
        List<CorpusFile> files = new ArrayList<>();
        unlisted.families()
                .forEach((path, bytes) -> files.add(
                        new CorpusFile(path, Sha256.hex(bytes), unlisted.cases().size())));
        documents.forEach(
                document -> files.add(new CorpusFile(document.path(), Sha256.hex(document.bytes()), document.cases())));
        return new Corpus(
                CorpusIndex.of(
                        BridgeVersion.CURRENT,
                        generator,
                        seed,
                        files,
                        unlisted.cases().stream().map(CorpusCase::entry).toList()),
                cases,
                documents);
    }

    /** {@return the number of cases of all kinds} */
    public long size() {
        return cases.size()
                + documents.stream().mapToLong(CorpusDocument::cases).sum();
    }

    /**
     * {@return the document at {@code path}}
     *
     * @throws ProblemException ({@link CorpusProblem}) {@code FILE_MISSING}
     */
    CorpusDocument document(String path) {
        return documents.stream()
                .filter(document -> document.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        new CorpusProblem(CorpusErrorCode.FILE_MISSING, "the index does not list " + path)));
    }

    /** {@return every file of the published folder by relative path, the index included} */
    public SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = families();
        documents.forEach(document -> files.put(document.path(), document.bytes()));
        files.put(CorpusIndex.FILE, index.bytes());
        return files;
    }

    private SortedMap<String, byte[]> families() {
        SortedMap<String, byte[]> files = new TreeMap<>(CodePointOrder.INSTANCE);
        FAMILIES.forEach(lines -> files.put(lines.path(), lines.write(cases)));
        return files;
    }

    private static <V> Map<String, V> lines(CorpusLines<?, V> lines, Map<String, byte[]> files) {
        byte[] bytes = files.get(lines.path());
        if (bytes == null) {
            throw new ProblemException(
                    new CorpusProblem(CorpusErrorCode.FILE_MISSING, "the index does not list " + lines.path()));
        }
        return lines.read(bytes);
    }

    private static <V> V value(Map<String, V> values, String id) {
        V value = values.get(id);
        if (value == null) {
            throw new ProblemException(
                    new CorpusProblem(CorpusErrorCode.MALFORMED_CASE, "a family lacks the case " + id));
        }
        return value;
    }
}
