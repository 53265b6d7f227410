package dev.paritas.bridge.golden;

import dev.paritas.choreography.type.GlobalType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    /** Rewrites every case that has an input from {@code peer}'s projections; empty when the directory is missing. */
    public List<Outcome> regenerate(ProjectionPeer peer) {
        List<Outcome> outcomes = new ArrayList<>();
        if (exists()) {
            for (String name : golden.cases()) {
                if (golden.hasInput(name)) {
                    try {
                        write(name, GoldenTypes.read(golden.inputBytes(name)), peer);
                    } catch (EquivalenceException e) {
                        throw e.in(name);
                    }
                    outcomes.add(new Outcome.Regenerated(name));
                } else {
                    outcomes.add(new Outcome.Skipped(name));
                }
            }
        }
        return List.copyOf(outcomes);
    }

    /** Writes a case; {@return its name and roles} */
    public Case add(String name, GlobalType type, ProjectionPeer peer) {
        GoldenBundle bundle = write(name, type, peer);
        return new Case(name, List.copyOf(bundle.projections().keySet()));
    }

    private GoldenBundle write(String name, GlobalType type, ProjectionPeer peer) {
        EquivalenceChecker checker = EquivalenceChecker.withPeer(golden.root(), peer);
        GoldenBundle bundle = checker.generateGoldenBundle(type);
        checker.writeGoldenBundle(name, bundle);
        return bundle;
    }
}
