package dev.paritas.app.command;

import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;

/** The canonical projection for a command; where there is none, in the reference's words and in plain ones. */
final class RoleProjection {
    private RoleProjection() {}

    /**
     * {@return the projection}
     *
     * @param reader of what the type was read by, which knows where its choices stand
     * @throws CommandFailure at {@code place}, with the branches that part and where
     */
    static LocalType of(String place, GlobalType type, String role, Choreographies reader) {
        try {
            return Projection.project(type, role);
        } catch (ProblemException e) {
            ProjectionError error = e.only(ProjectionError.class);
            throw CommandFailure.at(error.code(), place, error.sentence(), reader.unmergeable(type, role));
        }
    }
}
