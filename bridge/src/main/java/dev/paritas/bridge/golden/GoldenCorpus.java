package dev.paritas.bridge.golden;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The maintenance of a golden corpus behind {@code golden list|check|regenerate|add} (spec 10 §8.3). */
public final class GoldenCorpus {
    private final GoldenDirectory golden;

    public GoldenCorpus(Path directory) {
        this.golden = new GoldenDirectory(directory);
    }

    /** A sub-directory of the corpus and the roles that have a file in it. */
    public record Case(String name, List<String> roles) {
        public Case {
            roles = List.copyOf(roles);
        }
    }

    /** What became of one sub-directory when the corpus was regenerated. */
    public sealed interface Outcome {
        String name();

        record Regenerated(String name) implements Outcome {}

        /** It has no {@code input.json}. */
        record Skipped(String name) implements Outcome {}
    }

    public Path directory() {
        return golden.root();
    }

    public boolean exists() {
        return golden.exists();
    }

    /** {@return all cases, ascending; empty when the directory is missing} */
    public List<Case> list() {
        if (!exists()) {
            return List.of();
        }
        return golden.cases().stream()
                .map(name -> new Case(name, golden.roles(name)))
                .toList();
    }

    /**
     * Rewrites every case that has an input from {@code peer}'s projections, all or, when one fails, none; empty when the
     * directory is missing.
     */
    public List<Outcome> regenerate(ProjectionPeer peer) {
        EquivalenceChecker checker = EquivalenceChecker.withPeer(golden.root(), peer);
        List<Outcome> outcomes = new ArrayList<>();
        Map<String, GoldenBundle> fresh = new TreeMap<>(CodePointOrder.INSTANCE);
        if (exists()) {
            for (String name : golden.cases()) {
                if (golden.hasInput(name)) {
                    try {
                        fresh.put(name, checker.generateGoldenBundle(GoldenTypes.read(golden.inputBytes(name))));
                    } catch (ProblemException e) {
                        throw new ProblemException(
                                new EquivalenceError.InCase(name, e.only(EquivalenceError.class)), e);
                    }
                    outcomes.add(new Outcome.Regenerated(name));
                } else {
                    outcomes.add(new Outcome.Skipped(name));
                }
            }
        }
        if (!fresh.isEmpty()) {
            golden.write(fresh);
        }
        return List.copyOf(outcomes);
    }

    /** Writes a case; {@return its name and roles} */
    public Case add(String name, GlobalType type, ProjectionPeer peer) {
        EquivalenceChecker checker = EquivalenceChecker.withPeer(golden.root(), peer);
        GoldenBundle bundle = checker.generateGoldenBundle(type);
        checker.writeGoldenBundle(name, bundle);
        return new Case(name, List.copyOf(bundle.projections().keySet()));
    }
}
