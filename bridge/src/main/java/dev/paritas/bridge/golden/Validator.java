package dev.paritas.bridge.golden;

import dev.paritas.bridge.implementation.Implementation;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.implementation.ValidatorOperations.LeanValidationResult;
import dev.paritas.choreography.json.ImportRefusal;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Cross-validation of single types and verdicts (spec 12 §4). */
public final class Validator {
    private final RunnerHost host;
    private final Optional<Path> binary;

    private Validator(RunnerHost host, Optional<Path> binary) {
        this.host = host;
        this.binary = binary;
    }

    /** A validator that asks the executable of the Lean workspace around the host's module directory. */
    public static Validator discovering(RunnerHost host) {
        return new Validator(host, Optional.empty());
    }

    /** A validator that asks {@code binary}. */
    public static Validator withBinaryPath(RunnerHost host, Path binary) {
        return new Validator(host, Optional.of(binary));
    }

    /** {@return whether the executable to be asked is there} */
    public boolean leanAvailable() {
        return binary.map(Files::exists).orElseGet(() -> Peer.VALIDATOR.isAvailable(host));
    }

    /** Exports, imports and compares; types too deep for the import are an {@code Error}. */
    public ValidationResult validateGlobalRoundtrip(GlobalType type) {
        try {
            return roundtrip(type, TypeReader.global().read(TypeCodec.GLOBAL.toTree(type)));
        } catch (ProblemException e) {
            return unread(e);
        }
    }

    /** As {@link #validateGlobalRoundtrip}; a type with payload annotations loses them and is {@code Invalid}. */
    public ValidationResult validateLocalRoundtrip(LocalType type) {
        try {
            return roundtrip(type, TypeReader.local().read(TypeCodec.LOCAL.toTree(type)));
        } catch (ProblemException e) {
            return unread(e);
        }
    }

    /**
     * Compares our projection with the peer's, annotations included.
     *
     * @throws ProblemException ({@link ValidateError}) {@code Import} when {@code lean} is no local type
     */
    public ValidationResult compareProjection(LocalType ours, JsonValue lean) {
        LocalType theirs;
        try {
            theirs = TypeReader.local().read(lean);
        } catch (ProblemException e) {
            throw new ProblemException(
                    new ValidateError.Import(e.only(ImportRefusal.class).error()), e);
        }
        return ours.equals(theirs)
                ? new ValidationResult.Valid()
                : new ValidationResult.Invalid(
                        "Projection mismatch:\n  Rust: " + ours.debugText() + "\n  Lean: " + theirs.debugText());
    }

    public ValidationResult compareSubtyping(SubtypingVerdict ours, SubtypingVerdict lean) {
        return ValidationResult.of(ours == lean, "Subtyping mismatch: Rust=" + ours + ", Lean=" + lean);
    }

    /**
     * Asks the executable whether {@code program} is a projection of {@code choreography}.
     *
     * @throws ProblemException ({@link ValidateError}) {@code LeanExecutionFailed}; with the shipped executable a
     *     mismatch is one, too
     */
    public ValidationResult validateProjectionWithLean(JsonValue choreography, JsonValue program) {
        try (Implementation validator =
                binary.map(path -> Peer.VALIDATOR.oneShot(host, path)).orElseGet(() -> Peer.VALIDATOR.discover(host))) {
            LeanValidationResult result = new LeanRunner(validator).validate(choreography, program);
            return ValidationResult.of(
                    result.success(), result.message().isEmpty() ? "projection mismatch" : result.message());
        } catch (ImplementationException e) {
            throw new ProblemException(new ValidateError.LeanExecutionFailed(String.valueOf(e.getMessage())), e);
        }
    }

    private static ValidationResult roundtrip(Object type, Object back) {
        return ValidationResult.of(type.equals(back), "Round-trip produced different structure");
    }

    private static ValidationResult unread(ProblemException e) {
        return new ValidationResult.Error(
                "Parse error: " + e.only(ImportRefusal.class).sentence());
    }
}
