package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.Comparison;
import dev.paritas.bridge.compare.Coverage;
import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.NormalizationLedger;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.implementation.HeapParityRunner;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.ParityBundleRunner;
import dev.paritas.bridge.implementation.ProtocolMachineValidator;
import dev.paritas.bridge.implementation.RunnerException;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.lean.LeanToolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case of the corpus, as the checks compare it: made again in this process and, where it is a document, asked of its
 * runner (docs/corpus.md). A bundle that is a whole file has the file's name for its id.
 */
public final class CaseReplay {
    /**
     * What is published, on the left, against what is made or answered today.
     *
     * @param extent who was asked, or which parts were compared
     */
    public record Replayed(Comparison comparison, String extent) {}

    /** Where a published document differs from what the runner at {@code binary} says. */
    @FunctionalInterface
    private interface Question<D> {
        List<JsonDifference> ask(RunnerHost host, Path binary, D document) throws IOException;
    }

    /**
     * A kind of published document.
     *
     * @param find the document of an id
     * @param again where one differs from what this process makes
     * @param executable the runner that answers for it; empty when none does
     */
    private record Kind<D>(
            Find<D> find, Function<D, List<JsonDifference>> again, Optional<String> executable, Question<D> question) {
        @FunctionalInterface
        interface Find<D> {
            Optional<D> in(Corpus corpus, String id);
        }

        static <D> Kind<D> asking(
                String executable,
                Function<Corpus, List<Case<D>>> cases,
                Function<D, List<JsonDifference>> again,
                Question<D> question) {
            return new Kind<>(among(cases), again, Optional.of(executable), question);
        }

        static <D> Kind<D> here(Function<Corpus, List<Case<D>>> cases, Function<D, List<JsonDifference>> again) {
            return new Kind<>(among(cases), again, Optional.empty(), (ignored, ignored2, ignored3) -> List.of());
        }

        static <T> Kind<T> bundle(ReducedChecks<T> reduced) {
            return new Kind<>(
                    (corpus, id) -> id.equals(reduced.path())
                            ? reduced.published(corpus).stream()
                                    .map(Case::value)
                                    .findFirst()
                            : Optional.empty(),
                    reduced::again,
                    Optional.of(reduced.kind().executable()),
                    (host, binary, bundle) -> {
                        try (var runner = ParityBundleRunner.withBinaryPath(reduced.kind(), host, binary)) {
                            return reduced.asked(runner, bundle);
                        }
                    });
        }

        private static <D> Find<D> among(Function<Corpus, List<Case<D>>> cases) {
            return (corpus, id) -> cases.apply(corpus).stream()
                    .filter(item -> item.id().equals(id))
                    .map(Case::value)
                    .findFirst();
        }

        Optional<CaseReplay> replay(Corpus corpus, String id) {
            return find.in(corpus, id)
                    .map(document -> new CaseReplay(
                            () -> document("in this process", again.apply(document)),
                            executable,
                            (host, binary) -> question.ask(host, binary, document)));
        }
    }

    @FunctionalInterface
    private interface Asking {
        List<JsonDifference> of(RunnerHost host, Path binary) throws IOException;
    }

    private final Supplier<Replayed> here;
    private final Optional<String> executable;
    private final Asking asking;

    private CaseReplay(Supplier<Replayed> here, Optional<String> executable, Asking asking) {
        this.here = here;
        this.executable = executable;
        this.asking = asking;
    }

    /** {@return the case of that id, wherever it stands in {@code corpus}} */
    public static Optional<CaseReplay> of(Corpus corpus, String id) {
        return corpus.cases().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .map(item -> new CaseReplay(
                        () -> parts(SuiteChecks.Remade.of(item)), Optional.empty(), (ignored, ignored2) -> List.of()))
                .or(() -> kinds().flatMap(kind -> kind.get().replay(corpus, id).stream())
                        .findFirst());
    }

    private static Stream<Supplier<Kind<?>>> kinds() {
        return Stream.of(
                () -> Kind.asking(LeanToolchain.HEAP, HeapChecks::logs, HeapParitySuite::check, (host, binary, log) -> {
                    try (HeapParityRunner runner = HeapParityRunner.withBinaryPath(host, binary)) {
                        return HeapChecks.asked(runner, log);
                    }
                }),
                () -> Kind.here(HeapChecks::vectors, HeapParitySuite::check),
                () -> Kind.asking(
                        LeanToolchain.MACHINE_VALIDATOR,
                        BundleChecks::questions,
                        BundleChecks::again,
                        (host, binary, question) -> {
                            try (var validator = ProtocolMachineValidator.withBinaryPath(host, binary)) {
                                return BundleChecks.asked(validator, question);
                            }
                        }),
                () -> Kind.asking(
                        LeanToolchain.VALIDATOR, PairChecks::cases, PairChecks::again, (host, binary, pair) -> {
                            try (LeanRunner validator = LeanRunner.withBinaryPath(host, binary)) {
                                return PairChecks.asked(validator, pair);
                            }
                        }),
                () -> Kind.here(SearchChecks::vectors, SearchChecks::again),
                () -> Kind.bundle(ReducedChecks.effects()),
                () -> Kind.bundle(ReducedChecks.search()));
    }

    /** {@return the name of the runner that answers for the case; empty when none does} */
    public Optional<String> executable() {
        return executable;
    }

    /**
     * Compares what is published with this process and, where that agrees, with the runner; one that is not built is said
     * to be missing.
     *
     * @param built the folder of our own runners
     * @param named the runner to ask instead, which is not asked whether it is there
     */
    public Replayed run(RunnerHost host, Path built, @Nullable Path named) throws IOException {
        Replayed own = here.get();
        if (executable.isEmpty() || !own.comparison().findings().isEmpty()) {
            return own;
        }
        String name = executable.get();
        Path binary = named == null ? built.resolve(name).toAbsolutePath() : named;
        if (named == null && !Files.isRegularFile(binary)) {
            return new Replayed(own.comparison(), own.extent() + "; there is no " + name + " at " + binary);
        }
        try {
            return document(own.extent() + ", " + name, asking.of(host, binary));
        } catch (RunnerException e) {
            return new Replayed(
                    Comparison.none(new Verdict.Broken(e.sentence(), Verdict.Whose.RIGHT, e.stderrTail())), name);
        }
    }

    private static Replayed document(String extent, List<JsonDifference> differences) {
        return new Replayed(
                Comparison.of(
                        differences.stream()
                                .map(difference -> published("document", difference))
                                .toList(),
                        NormalizationLedger.EMPTY,
                        Coverage.of("document", 1, 1, 1)),
                extent);
    }

    private static Replayed parts(SuiteChecks.Remade item) {
        List<DivergenceReport> findings = new ArrayList<>();
        List<Coverage.Part> parts = new ArrayList<>();
        for (SuiteChecks.Part<?> part : SuiteChecks.PARTS) {
            parts.add(new Coverage.Part(part.name(), 1, 1, 1, null));
            part.difference(item).ifPresent(difference -> findings.add(published(part.name(), difference)));
        }
        return new Replayed(
                Comparison.of(findings, NormalizationLedger.EMPTY, new Coverage(parts)),
                parts.stream().map(Coverage.Part::name).collect(Collectors.joining(", ")));
    }

    private static DivergenceReport published(String part, JsonDifference difference) {
        return DivergenceReport.at(part, null, 0, difference, "the published " + part + " differs from today's");
    }
}
