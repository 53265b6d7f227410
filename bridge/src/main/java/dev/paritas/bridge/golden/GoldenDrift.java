package dev.paritas.bridge.golden;

import dev.paritas.bridge.implementation.ProjectionPayload;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The drift check (spec 12 §5.7): what a peer says today against what the corpus has, always by structure. */
final class GoldenDrift {
    private GoldenDrift() {}

    /** {@return items {@code case:role}, {@code case:role (missing)}, {@code case:role (stale)}} */
    static List<String> find(GoldenDirectory golden, ProjectionPeer peer) {
        List<String> items = new ArrayList<>();
        if (!golden.exists()) {
            return items;
        }
        for (String name : golden.cases()) {
            if (golden.hasInput(name)) {
                JsonValue input = golden.readInput(name);
                JsonValue answer = EquivalenceChecker.asked(() -> peer.exportAllProjections(input));
                projections(answer).ifPresent(returned -> items.addAll(inCase(golden, name, returned)));
            }
        }
        return List.copyOf(items);
    }

    /** {@return the items of one case} */
    static List<String> inCase(GoldenDirectory golden, String name, SortedMap<String, JsonValue> returned) {
        List<String> items = new ArrayList<>();
        returned.forEach((role, projection) -> {
            if (!golden.hasExpected(name, role)) {
                items.add(name + ":" + role + " (missing)");
            } else if (!golden.readExpected(name, role).equals(projection)) {
                items.add(name + ":" + role);
            }
        });
        for (String role : golden.roles(name)) {
            if (!returned.containsKey(role)) {
                items.add(name + ":" + role + " (stale)");
            }
        }
        return items;
    }

    /** {@return why {@code answer} has no projections} */
    static String refusal(JsonValue answer) {
        return EquivalenceChecker.succeeded(answer)
                ? "the projections of the validator cannot be read"
                : "the validator gives no projections"
                        + EquivalenceChecker.member(answer, "error")
                                .map(text -> ": "
                                        + (text instanceof JsonValue.Text(String words) ? words : text.compactText()))
                                .orElse("");
    }

    /** {@return nothing for a case that the peer cannot project; the check passes over it} */
    static Optional<SortedMap<String, JsonValue>> projections(JsonValue answer) {
        if (!EquivalenceChecker.succeeded(answer)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ProjectionPayload.decode(answer));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
