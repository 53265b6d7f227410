package dev.paritas.model.machine;

import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.CodePointOrder;
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
record LeanImage(List<String> roles, List<LeanType> types, List<LeanInstr> program, List<Integer> entryPoints) {
    LeanImage {
        roles = List.copyOf(roles);
        types = List.copyOf(types);
        program = List.copyOf(program);
        entryPoints = List.copyOf(entryPoints);
    }

    /**
     * Projects, validates and compiles (spec 22 §4-5).
     *
     * @throws LeanInputException {@code BAD_IMAGE} for a repeated role or a candidate that the checker does not accept
     */
    static LeanImage of(GlobalType global, List<String> listedRoles) {
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
        LeanCode code = new LeanCode();
        for (int i = 0; i < roles.size(); i++) {
            if (!CandidateCheck.accepts(global, roles.get(i), candidates.get(i))) {
                throw refused("projection mismatch for role " + roles.get(i));
            }
            code.add(candidates.get(i));
        }
        List<LeanType> types = candidates.stream().map(MachineTypes::of).toList();
        return new LeanImage(roles, types, code.program(), code.entryPoints());
    }

    private static LeanInputException refused(String reason) {
        return new LeanInputException(LeanInputCode.BAD_IMAGE, "bad choreography image: " + reason);
    }
}
