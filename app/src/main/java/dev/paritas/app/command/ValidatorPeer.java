package dev.paritas.app.command;

import dev.paritas.bridge.golden.SubtypingVerdict;
import dev.paritas.bridge.golden.ValidateError;
import dev.paritas.bridge.golden.ValidationResult;
import dev.paritas.bridge.golden.Validator;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What a {@code telltale_validator} says of our own answers about types (docs/spec/12-validator-and-equivalence.md §4). */
record ValidatorPeer(Path binary, Streams streams) {
    /** Compares each projection with the validator's. {@return the exit code} */
    int projections(GlobalType global, SortedMap<String, LocalType> ours) {
        if (ours.isEmpty()) {
            streams.complain("nothing was compared: the choreography has no role");
            return ExitCode.DECLINED;
        }
        try (LeanRunner peer = new LeanRunner(Peer.VALIDATOR.oneShot(Hosts.here(), binary))) {
            SortedMap<String, JsonValue> theirs =
                    peer.project(TypeCodec.GLOBAL.toTree(global), List.copyOf(ours.keySet()));
            // All that can fail comes before the first word.
            Map<String, ValidationResult> results = new LinkedHashMap<>();
            ours.forEach((role, type) ->
                    results.put(role, validator().compareProjection(type, theirs.getOrDefault(role, JsonValue.NULL))));
            results.forEach(this::tell);
            return results.values().stream().allMatch(ValidationResult.Valid.class::isInstance)
                    ? ExitCode.OK
                    : ExitCode.DIVERGE;
        } catch (ImplementationException e) {
            throw broken(e);
        } catch (ProblemException e) {
            throw CommandFailure.at(
                    "VALIDATOR", binary.toString(), e.only(ValidateError.class).sentence());
        }
    }

    /** {@return our verdict on a pair beside the validator's} */
    ValidationResult subtyping(LocalType sub, LocalType sup, boolean ours) {
        try (LeanRunner peer = new LeanRunner(Peer.VALIDATOR.oneShot(Hosts.here(), binary))) {
            boolean theirs = peer.checkAsyncSubtype(TypeCodec.LOCAL.toTree(sub), TypeCodec.LOCAL.toTree(sup));
            return validator().compareSubtyping(SubtypingVerdict.of(ours), SubtypingVerdict.of(theirs));
        } catch (ImplementationException e) {
            throw broken(e);
        }
    }

    private Validator validator() {
        return Validator.withBinaryPath(Hosts.here(), binary);
    }

    /** Says what a comparison came to. */
    void tell(String who, ValidationResult result) {
        switch (result) {
            case ValidationResult.Valid() -> streams.say(who + "  agrees");
            case ValidationResult.Invalid(String reason) ->
                reason.lines().forEach(line -> streams.say(who + "  " + line));
            case ValidationResult.Error(String reason) -> streams.say(who + "  " + reason);
        }
    }

    private CommandFailure broken(RuntimeException e) {
        return CommandFailure.at("VALIDATOR", binary.toString(), String.valueOf(e.getMessage()));
    }
}
