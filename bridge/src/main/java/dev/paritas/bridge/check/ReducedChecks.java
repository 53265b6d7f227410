package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusProblem;
import dev.paritas.bridge.corpus.ParityDocuments;
import dev.paritas.bridge.implementation.Failure;
import dev.paritas.bridge.implementation.Implementation;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.ParityBundleKind;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.search.bundle.SearchParity;
import dev.paritas.search.bundle.SearchParityBundle;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.simulation.lifecycle.SemanticEffectBundle;
import dev.paritas.simulation.lifecycle.SemanticEffects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A reduced bundle of our machine against all who tell theirs: the published table, the corpus, the runner executable and
 * runners of the model (spec 52 §6, §7).
 *
 * @param lane the word before the check's names
 * @param machine our machine's bundle
 * @param published the model's bundle as the specification tabulates it
 * @param path of the model's bundle in the corpus
 * @param recorded the model's bundle as the code of today publishes it
 */
record ReducedChecks<T>(
        String lane, ParityBundleKind<T> kind, T machine, T published, String path, T recorded, Judge<T> judge) {
    private static final int LIMIT = 50;

    /** Compares the model's bundle with our machine's. */
    @FunctionalInterface
    interface Judge<T> {
        Findings compare(T model, T machine);
    }

    static ReducedChecks<SemanticEffectBundle> effects() {
        return new ReducedChecks<>(
                "effects",
                ParityBundleKind.EFFECTS,
                SemanticEffects.bundle(),
                PublishedBundles.effects(),
                ParityDocuments.EFFECTS,
                SemanticEffects.bundle(),
                BundleComparison::effects);
    }

    static ReducedChecks<SearchParityBundle> search() {
        return new ReducedChecks<>(
                "search",
                ParityBundleKind.SEARCH,
                SearchParity.runtime(),
                PublishedBundles.search(),
                ParityDocuments.SEARCH,
                SearchParity.model(),
                BundleComparison::search);
    }

    /** {@code --effects}, and the bundle's part of {@code --search}. */
    void run(LaneContext context) {
        Check table =
                Check.independent(lane + "/published", lane + " bundle of the machine against the published table");
        Check corpus = Check.recorded(lane + "/corpus", lane + " bundle of the machine against the corpus");
        Row.run(
                context,
                List.of(
                        Row.here(
                                table,
                                Source.of(List.of(published), ignored -> lane),
                                item -> judge.compare(item.value(), machine)),
                        Row.here(corpus, corpusFile(path), item -> recorded(context, item))));
        Path ours = context.environment().runners().resolve(kind.peer().executable());
        Path theirs = context.environment()
                .lean()
                .resolve(".lake/build/bin")
                .resolve(kind.peer().executable());
        Check lean = Check.independent(lane + "/lean", lane + " bundle of the machine against the native Lean runner");
        ask(
                context,
                Check.independent(lane + "/runner", lane + " bundle of the machine against the runner executable"),
                Runner.serving(kind.peer(), ours, SessionLimits.DEFAULT),
                true);
        if (Files.isRegularFile(theirs)) {
            ask(context, lean, Runner.oneShot(kind.peer(), theirs), false);
        } else {
            context.skip(
                    lean,
                    SkipCause.LEAN_PROJECT,
                    "there is no Lean runner at " + context.environment().relative(theirs));
        }
    }

    /** {@code lean/effects} and {@code lean/search}. */
    void lean(LaneContext context, LeanRunners runners) {
        Check check = Check.independent("lean/" + lane, lane + " bundle of the machine against the Lean model");
        runners.find(kind.peer().executable(), check)
                .ifPresent(binary -> ask(
                        context, check, Runner.oneShot(kind.peer(), binary).known(runners.identity(binary)), false));
    }

    /** {@return the bundle of the corpus, if it has one} */
    List<Case<T>> published(Corpus corpus) {
        return corpus.documents().stream()
                .filter(document -> document.path().equals(path))
                .map(document -> new Case<>(path, JsonInput.read(document.text(), ReadPolicy.STRICT, kind.codec())))
                .toList();
    }

    /** {@return where the bundle of the corpus differs from the one that would be published today} */
    List<JsonDifference> again(T bundle) {
        return differences(bundle, recorded);
    }

    /** {@return where the bundle of the corpus differs from the one of {@code runner}} */
    List<JsonDifference> asked(Implementation runner, T bundle) {
        return differences(bundle, kind.of(runner));
    }

    private List<JsonDifference> differences(T published, T fresh) {
        return StructuralDifference.all(
                kind.codec().toTree(published), kind.codec().toTree(fresh), LIMIT);
    }

    /** {@return a file of the corpus, which is read when it is judged} */
    static Source<String> corpusFile(String path) {
        return Source.corpusFile(
                path,
                "there is no",
                (context, file) -> List.of(new Case<>(context.environment().relative(file), path)));
    }

    private Findings recorded(LaneContext context, Case<String> file) throws IOException {
        try {
            byte[] bytes = context.readCorpus(file.value());
            return judge.compare(JsonInput.read(bytes, ReadPolicy.STRICT, kind.codec()), machine);
        } catch (ProblemException e) {
            CorpusProblem problem = e.only(CorpusProblem.class);
            return unreadable(problem.code(), problem.sentence(), file);
        } catch (JsonException e) {
            return unreadable(String.valueOf(e.code()), e.describe(), file);
        }
    }

    private static Findings unreadable(String key, String text, Case<String> file) {
        return Findings.of(new Mismatch(key, "the published bundle", text, file.id()));
    }

    /** @param serving whether the runner is asked a second time, serving */
    private void ask(LaneContext context, Check check, Runner runner, boolean serving) {
        Path binary = runner.binary();
        String place = context.environment().relative(binary);
        if (!Files.isRegularFile(binary)) {
            context.decline(check, SkipCause.EXECUTABLE, "there is no runner at " + place);
            return;
        }
        context.runAsking(check, binary, () -> {
            try (Runner.Opened opened = new Runner.Opened(context, runner)) {
                List<Findings> findings = new ArrayList<>();
                findings.add(judge.compare(kind.of(opened.alone()), machine));
                if (serving) {
                    findings.add(judge.compare(kind.of(opened.client()), machine));
                }
                return Findings.together(findings)
                        .under(check.id())
                        .between(List.of(context.here(ImplementationId.JAVA_MACHINE), opened.identity()));
            } catch (ImplementationException e) {
                return refused(check.id(), e, place);
            }
        });
    }

    /** Another version is a difference; a process without a readable answer left nothing to compare. */
    private Findings refused(String check, ImplementationException e, String place) {
        return e.failure() instanceof Failure.OtherVersion
                ? Findings.of(new Mismatch(
                        check + ":schema_version", kind.peer().schemaVersion(), String.valueOf(e.getMessage()), place))
                : Findings.broken(Asked.failure(place, e));
    }
}
