package dev.paritas.bridge.corpus;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.function.Predicate;

/** The generated protocols of the corpus: three of four can run, each fourth is ill-formed or cannot be projected. */
public final class CorpusProtocols {
    private static final int INVALID_EACH = 4;
    private static final int ATTEMPTS = 1_000;

    /** What can be wrong with a protocol, in turn: so each kind has its cases. */
    private static final List<Predicate<GlobalType>> FLAWS = List.of(
            type -> type.wellFormed() && !isProjectable(type),
            type -> !type.noSelfComm(),
            type -> !type.allCommsNonEmpty(),
            type -> !type.allVarsBound(),
            type -> !type.uniqueBranchLabels(),
            type -> !type.isGuarded());

    private CorpusProtocols() {}

    /** {@return the protocol of {@code seed}: the first of a row of generated ones that is of the wanted kind} */
    public static GlobalType of(long seed) {
        return seed % INVALID_EACH == 0
                ? first(seed, GeneratorOptions.ANY, FLAWS.get((int) (seed / INVALID_EACH % FLAWS.size())))
                : first(seed, GeneratorOptions.VALID, type -> type.wellFormed() && isProjectable(type));
    }

    private static GlobalType first(long seed, GeneratorOptions options, Predicate<GlobalType> wanted) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            GlobalType candidate = ProtocolGenerator.generate(options, seed * ATTEMPTS + attempt);
            if (!candidate.roles().isEmpty() && wanted.test(candidate)) {
                return candidate;
            }
        }
        throw new ProblemException(
                new CorpusProblem(CorpusErrorCode.MALFORMED_CASE, "no protocol of the wanted kind for seed " + seed));
    }

    private static boolean isProjectable(GlobalType type) {
        try {
            Projection.projectAll(type);
            return true;
        } catch (ProblemException e) {
            e.only(ProjectionError.class);
            return false;
        }
    }
}
