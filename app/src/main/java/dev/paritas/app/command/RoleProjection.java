package dev.paritas.app.command;

import dev.paritas.choreography.projection.Parting;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;

/** The canonical projection for a command; where there is none, in the reference's words and in plain ones. */
final class RoleProjection {
    private RoleProjection() {}

    /** @throws CommandFailure at {@code place}, with the branches that part and where */
    static LocalType of(String place, GlobalType type, String role) {
        try {
            return Projection.project(type, role);
        } catch (ProblemException e) {
            ProjectionError error = e.only(ProjectionError.class);
            throw CommandFailure.at(error.code(), place, error.sentence(), explained(type, role));
        }
    }

    /** {@return why there is none, one sentence a line} */
    static List<String> explained(GlobalType type, String role) {
        return Parting.of(type, role).map(Parting::lines).orElse(List.of());
    }
}
