package dev.paritas.machine.isa;

import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An image from a source that is not trusted (spec 20 §8.3): its types must be what its protocol projects to, and its
 * programs are never used.
 */
public record UntrustedImage(CodeImage claimed) {
    /** {@return why the image is refused} */
    public Optional<String> error() {
        if (!claimed.globalType().wellFormed()) {
            return Optional.of("global type is not well-formed");
        }
        SortedMap<String, LocalType> projected = new TreeMap<>(CodePointOrder.INSTANCE);
        try {
            projected.putAll(Projection.projectAll(claimed.globalType()));
        } catch (ProblemException e) {
            return Optional.of(
                    "projection failed: " + e.only(ProjectionError.class).sentence());
        }
        if (!claimed.localTypes().keySet().equals(projected.keySet())) {
            return Optional.of("role mismatch: claimed "
                    + CodeImage.debugList(claimed.localTypes().keySet())
                    + ", projected " + CodeImage.debugList(projected.keySet()));
        }
        for (Map.Entry<String, LocalType> entry : claimed.localTypes().entrySet()) {
            LocalType expected = projected.getOrDefault(entry.getKey(), LocalType.END);
            if (!entry.getValue().equals(expected)) {
                return Optional.of("local type mismatch for role " + entry.getKey() + ": claimed "
                        + entry.getValue().debugText() + ", expected " + expected.debugText());
            }
        }
        return Optional.empty();
    }

    /** {@return the image recompiled from its types; to be asked for only without an {@link #error}} */
    public CodeImage trusted() {
        return CodeImage.fromLocalTypes(claimed.localTypes(), claimed.globalType());
    }
}
