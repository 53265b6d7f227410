package dev.paritas.bridge.golden;

import dev.paritas.choreography.json.ImportError;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.semanticobjects.problem.Problem;
import java.nio.file.Path;

/** Everything an equivalence check reports (spec 12 §5.8). */
public sealed interface EquivalenceError extends Problem {
    record GoldenNotFound(Path path) implements EquivalenceError {
        @Override
        public String sentence() {
            return "Golden file not found: " + path;
        }
    }

    /** Also for problems with the peer's output. */
    record ParseError(String text) implements EquivalenceError {
        @Override
        public String sentence() {
            return "Failed to parse golden file: " + text;
        }
    }

    /** @param text of the failure, as the peer's client words it */
    record LeanError(String text) implements EquivalenceError {
        @Override
        public String sentence() {
            return "Lean runner error: " + text;
        }
    }

    record Import(ImportError error) implements EquivalenceError {
        @Override
        public String sentence() {
            return "Import error: " + error.sentence();
        }
    }

    record Projection(ProjectionError error) implements EquivalenceError {
        @Override
        public String sentence() {
            return "Projection error: " + error.sentence();
        }
    }

    /** Also for a case or role whose name cannot be a file's. */
    record IoError(String text) implements EquivalenceError {
        @Override
        public String sentence() {
            return "IO error: " + text;
        }
    }

    record JsonError(String text) implements EquivalenceError {
        @Override
        public String sentence() {
            return "JSON error: " + text;
        }
    }

    record LeanNotAvailable() implements EquivalenceError {
        @Override
        public String sentence() {
            return "Lean runner not available - build with: cd lean && lake build telltale_validator";
        }
    }

    /** Part of the vocabulary; no operation reports it. */
    record GoldenDrift(Path path) implements EquivalenceError {
        @Override
        public String sentence() {
            return "Golden file drift detected: " + path;
        }
    }

    /** The same failure, saying in which case it was met. */
    record InCase(String name, EquivalenceError error) implements EquivalenceError {
        @Override
        public String code() {
            return error.code();
        }

        @Override
        public String sentence() {
            return "case " + name + ": " + error.sentence();
        }
    }
}
