package dev.paritas.bridge.golden;

import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Every sub-directory of a golden corpus, held against a peer: compared, or not, and then why. Unlike the drift check of
 * the reference (spec 12 §5.7) nothing is passed over, and a case that cannot be compared does not end the check.
 *
 * @param outcomes ascending by name; empty when the directory is missing or has no sub-directory
 */
public record GoldenCheck(List<Outcome> outcomes) {
    /** What became of one sub-directory. */
    public sealed interface Outcome {
        String name();

        /** @param drift items of the drift check; empty when every role agrees */
        record Compared(String name, List<String> drift) implements Outcome {
            public Compared {
                drift = List.copyOf(drift);
            }
        }

        /** It is no case. */
        record Skipped(String name, String reason) implements Outcome {}

        /**
         * It is a case and could not be compared.
         *
         * @param stderrTail the last lines of the peer's stderr
         */
        record Failed(String name, String reason, List<String> stderrTail) implements Outcome {
            public Failed {
                stderrTail = List.copyOf(stderrTail);
            }
        }
    }

    public GoldenCheck {
        outcomes = List.copyOf(outcomes);
    }

    static GoldenCheck of(GoldenDirectory golden, ProjectionPeer peer) {
        List<Outcome> outcomes = new ArrayList<>();
        if (golden.exists()) {
            golden.cases().forEach(name -> outcomes.add(outcome(golden, name, peer)));
        }
        return new GoldenCheck(outcomes);
    }

    public List<Outcome.Compared> compared() {
        return of(Outcome.Compared.class);
    }

    public List<Outcome.Skipped> skipped() {
        return of(Outcome.Skipped.class);
    }

    public List<Outcome.Failed> failed() {
        return of(Outcome.Failed.class);
    }

    /** {@return the drift of all cases} */
    public List<String> drift() {
        return compared().stream().flatMap(item -> item.drift().stream()).toList();
    }

    private <T extends Outcome> List<T> of(Class<T> kind) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Outcome outcome(GoldenDirectory golden, String name, ProjectionPeer peer) {
        try {
            if (!golden.hasInput(name)) {
                return golden.hasOtherInput(name)
                        ? new Outcome.Failed(name, "input.json is no file", List.of())
                        : new Outcome.Skipped(name, "no input.json");
            }
            JsonValue answer = peer.exportAllProjections(golden.readInput(name));
            SortedMap<String, JsonValue> returned = GoldenDrift.projections(answer)
                    .orElseThrow(() -> new IllegalArgumentException(GoldenDrift.refusal(answer)));
            return returned.isEmpty() && golden.roles(name).isEmpty()
                    ? new Outcome.Skipped(name, "no role on either side")
                    : new Outcome.Compared(name, GoldenDrift.inCase(golden, name, returned));
        } catch (ImplementationException e) {
            return new Outcome.Failed(name, e.sentence(), e.stderrTail());
        } catch (ProblemException e) {
            return new Outcome.Failed(name, e.only(EquivalenceError.class).sentence(), List.of());
        } catch (IllegalArgumentException e) {
            return new Outcome.Failed(name, String.valueOf(e.getMessage()), List.of());
        }
    }
}
