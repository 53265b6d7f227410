package dev.paritas.simulation.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.FixedQ32;
import java.util.List;
import java.util.SequencedMap;

/** A field layer and its numbers (spec 52 §3.1): {@code {"layer": ..., "params": {...}}}. */
public sealed interface FieldParameters permits MeanField, Hamiltonian, ContinuumField {
    Codec<FieldParameters> CODEC = Codec.lazy(() -> FieldCodec.STRICT);

    /** {@return the codec that reads numbers with {@code number}} */
    static Codec<FieldParameters> codec(Codec<FixedQ32> number) {
        return new FieldCodec(number);
    }

    /** {@return {@code mean_field}, {@code hamiltonian} or {@code continuum_field}} */
    String layer();

    /**
     * {@return each role's first state, in the order of {@code roles}; values beyond the last role are ignored}
     *
     * @throws ProblemException ({@link FieldProblem}) {@code INITIAL_VALUES}
     */
    SequencedMap<String, List<FixedQ32>> initialStates(List<String> roles);
}
