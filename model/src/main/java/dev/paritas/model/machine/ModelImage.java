package dev.paritas.model.machine;

import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * A choreography compiled for dialect L.
 *
 * @param roles ascending by code point
 * @param types the machine type of each role
 * @param program the code of all roles
 * @param entryPoints the first pc of each role
 */
record ModelImage(List<String> roles, List<ModelType> types, List<ModelInstr> program, List<Integer> entryPoints) {
    ModelImage {
        roles = List.copyOf(roles);
        types = List.copyOf(types);
        program = List.copyOf(program);
        entryPoints = List.copyOf(entryPoints);
    }

    /**
     * Projects, validates and compiles (spec 22 §4-5).
     *
     * @throws ProblemException ({@link ModelInputProblem}) {@code BAD_IMAGE} for a repeated role or a candidate that
     *     the checker does not accept
     */
    static ModelImage of(GlobalType global, List<String> listedRoles) {
        List<String> roles = new ArrayList<>(listedRoles);
        roles.sort(CodePointOrder.INSTANCE);
        for (int i = 1; i < roles.size(); i++) {
            if (roles.get(i).equals(roles.get(i - 1))) {
                throw refused("duplicate entry-point role");
            }
        }
        List<LocalType> candidates = roles.stream()
                .map(role -> CandidateProjection.trans(global, role))
                .toList();
        ModelCode code = new ModelCode();
        for (int i = 0; i < roles.size(); i++) {
            if (!CandidateCheck.accepts(global, roles.get(i), candidates.get(i))) {
                throw refused("projection mismatch for role " + roles.get(i));
            }
            code.add(candidates.get(i));
        }
        List<ModelType> types = candidates.stream().map(MachineTypes::of).toList();
        return new ModelImage(roles, types, code.program(), code.entryPoints());
    }

    private static ProblemException refused(String reason) {
        return new ProblemException(
                new ModelInputProblem(ModelInputCode.BAD_IMAGE, "bad choreography image: " + reason));
    }
}
