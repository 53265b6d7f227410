package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.Comparison;
import dev.paritas.bridge.compare.Coverage;
import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.NormalizationLedger;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.implementation.Implementation;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.RunnerHost;
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

    /** Where a published document differs from what a runner says. */
    @FunctionalInterface
    private interface Question<D> {
        List<JsonDifference> ask(Implementation runner, D document) throws IOException;
    }

    /**
     * A kind of published document.
     *
     * @param find the document of an id
     * @param again where one differs from what this process makes
     * @param peer the runner that answers for it; empty when none does
     */
    private record Kind<D>(
            Find<D> find, Function<D, List<JsonDifference>> again, Optional<Peer> peer, Question<D> question) {
        @FunctionalInterface
        interface Find<D> {
            Optional<D> in(Corpus corpus, String id);
        }

        static <D> Kind<D> asking(
                Peer peer,
                Function<Corpus, List<Case<D>>> cases,
                Function<D, List<JsonDifference>> again,
                Question<D> question) {
            return new Kind<>(among(cases), again, Optional.of(peer), question);
        }

        static <D> Kind<D> here(Function<Corpus, List<Case<D>>> cases, Function<D, List<JsonDifference>> again) {
            return new Kind<>(among(cases), again, Optional.empty(), (ignored, ignored2) -> List.of());
        }

        static <T> Kind<T> bundle(ReducedChecks<T> reduced) {
            return new Kind<>(
                    (corpus, id) -> id.equals(reduced.path())
                            ? reduced.published(corpus).stream()
                                    .map(Case::value)
                                    .findFirst()
                            : Optional.empty(),
                    reduced::again,
                    Optional.of(reduced.kind().peer()),
                    reduced::asked);
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
                            peer,
                            runner -> question.ask(runner, document)));
        }
    }

    @FunctionalInterface
    private interface Asking {
        List<JsonDifference> of(Implementation runner) throws IOException;
    }

    private final Supplier<Replayed> here;
    private final Optional<Peer> peer;
    private final Asking asking;

    private CaseReplay(Supplier<Replayed> here, Optional<Peer> peer, Asking asking) {
        this.here = here;
        this.peer = peer;
        this.asking = asking;
    }

    /** {@return the case of that id, wherever it stands in {@code corpus}} */
    public static Optional<CaseReplay> of(Corpus corpus, String id) {
        return corpus.cases().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .map(item -> new CaseReplay(
                        () -> parts(SuiteChecks.Remade.of(item)), Optional.empty(), ignored -> List.of()))
                .or(() -> kinds().flatMap(kind -> kind.get().replay(corpus, id).stream())
                        .findFirst());
    }

    private static Stream<Supplier<Kind<?>>> kinds() {
        return Stream.of(
                () -> Kind.asking(Peer.HEAP, HeapChecks::logs, HeapParitySuite::check, HeapChecks::asked),
                () -> Kind.here(HeapChecks::vectors, HeapParitySuite::check),
                () -> Kind.asking(
                        Peer.MACHINE_VALIDATOR, BundleChecks::questions, BundleChecks::again, BundleChecks::asked),
                () -> Kind.asking(Peer.VALIDATOR, PairChecks::cases, PairChecks::again, PairChecks::asked),
                () -> Kind.here(SearchChecks::vectors, SearchChecks::again),
                () -> Kind.bundle(ReducedChecks.effects()),
                () -> Kind.bundle(ReducedChecks.search()));
    }

    /** {@return the name of the runner that answers for the case; empty when none does} */
    public Optional<String> executable() {
        return peer.map(Peer::executable);
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
        if (peer.isEmpty() || !own.comparison().findings().isEmpty()) {
            return own;
        }
        Peer asked = peer.get();
        String name = asked.executable();
        Path binary = named == null ? built.resolve(name).toAbsolutePath() : named;
        if (named == null && !Files.isRegularFile(binary)) {
            return new Replayed(own.comparison(), own.extent() + "; there is no " + name + " at " + binary);
        }
        try (Implementation runner = asked.oneShot(host, binary)) {
            return document(own.extent() + ", " + name, asking.of(runner));
        } catch (ImplementationException e) {
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
