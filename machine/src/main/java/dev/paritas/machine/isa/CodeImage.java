package dev.paritas.machine.isa;

import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.DebugText;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The programs and types of one choreography (spec 20 §8.1); roles ascend by code point. The programs may be any
 * bytecode: only {@link #runtimeShapeError} stands between an image and the machine.
 */
public record CodeImage(
        SortedMap<String, List<Instr>> programs, GlobalType globalType, SortedMap<String, LocalType> localTypes) {
    public CodeImage {
        programs = ordered(programs);
        localTypes = ordered(localTypes);
    }

    /**
     * {@return the image of every role's projection}
     *
     * @throws ProblemException ({@link ProjectionError}) if a role has none
     */
    public static CodeImage of(GlobalType global) {
        return fromLocalTypes(Projection.projectAll(global), global);
    }

    /** {@return the image whose programs are compiled from the local types} */
    public static CodeImage fromLocalTypes(Map<String, LocalType> localTypes, GlobalType global) {
        TreeMap<String, List<Instr>> programs = new TreeMap<>(CodePointOrder.INSTANCE);
        localTypes.forEach((role, type) -> programs.put(role, Compiler.compile(type)));
        return new CodeImage(programs, global, new TreeMap<>(localTypes));
    }

    /** {@return the roles in order} */
    public List<String> roles() {
        return List.copyOf(programs.keySet());
    }

    /** {@return why this image may not be loaded, in the order of spec 20 §8.2} */
    public Optional<String> runtimeShapeError() {
        if (programs.isEmpty()) {
            return Optional.of("code image must contain at least one role program");
        }
        if (!globalType.wellFormed()) {
            return Optional.of("code image global type is not well-formed");
        }
        if (!programs.keySet().equals(localTypes.keySet())) {
            return Optional.of("code image role mismatch: programs " + debugList(programs.keySet()) + ", local_types "
                    + debugList(localTypes.keySet()));
        }
        return Optional.empty();
    }

    static String debugList(Collection<String> names) {
        return DebugText.list(names.stream().map(DebugText::quoted).toList());
    }

    private static <V> SortedMap<String, V> ordered(SortedMap<String, V> map) {
        TreeMap<String, V> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
        sorted.putAll((Map<String, V>) map);
        return Collections.unmodifiableSortedMap(sorted);
    }
}
