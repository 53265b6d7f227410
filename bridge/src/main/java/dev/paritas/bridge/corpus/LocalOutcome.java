package dev.paritas.bridge.corpus;

import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.admission.runtime.Reconfiguration;
import dev.paritas.admission.runtime.ReconfigurationProblem;
import dev.paritas.bridge.bundle.CapabilityModelRequest;
import dev.paritas.bridge.bundle.ClaimLint;
import dev.paritas.bridge.bundle.TransitionRequest;
import dev.paritas.bridge.bundle.ValidatorOperation;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What Java's own side says of a payload: its strict reader, the lint on claims, the rules of the runtime. */
public final class LocalOutcome {
    private static final String ACCEPTED = "accepted";

    private LocalOutcome() {}

    /** {@return the outcomes by name: {@code reader}, and {@code lint} or {@code runtime} where they apply} */
    public static SortedMap<String, String> of(ValidatorOperation operation, JsonValue payload) {
        SortedMap<String, String> outcomes = new TreeMap<>();
        switch (operation) {
            case VERIFY_PROTOCOL_BUNDLE ->
                read(outcomes, ProtocolBundle.CODEC, payload)
                        .ifPresent(bundle -> outcomes.put(
                                "lint",
                                ClaimLint.first(bundle.claims())
                                        .map(ClaimLint::family)
                                        .orElse(ACCEPTED)));
            case VALIDATE_RECONFIGURATION_TRANSITION ->
                read(outcomes, TransitionRequest.CODEC, payload)
                        .ifPresent(request -> outcomes.put("runtime", runtime(request)));
            case INSPECT_CAPABILITY_MODEL -> read(outcomes, CapabilityModelRequest.CODEC, payload);
        }
        return outcomes;
    }

    private static <T> Optional<T> read(SortedMap<String, String> outcomes, Codec<T> codec, JsonValue payload) {
        try {
            T value = codec.fromTree(payload, ReadPolicy.PEER);
            outcomes.put("reader", ACCEPTED);
            return Optional.of(value);
        } catch (JsonException e) {
            outcomes.put("reader", e.code() + " at " + (e.path().isEmpty() ? "/" : e.path()));
            return Optional.empty();
        }
    }

    private static String runtime(TransitionRequest request) {
        ReconfigurationSnapshot state = new ReconfigurationSnapshot(
                request.startingEpoch(),
                List.copyOf(new TreeSet<>(request.previousMembers())),
                List.of(),
                List.of(),
                List.of());
        try {
            new Reconfiguration(request.artifactId(), Optional.of(request.policy()))
                    .reconfigure(state, request.nextMembers());
            return ACCEPTED;
        } catch (ProblemException e) {
            return e.only(ReconfigurationProblem.class).code().toLowerCase(Locale.ROOT);
        }
    }
}
