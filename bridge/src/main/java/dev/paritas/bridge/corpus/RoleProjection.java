package dev.paritas.bridge.corpus;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;

import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a role sees of a protocol: exactly one of the two is present.
 *
 * @param ok its local type
 * @param error why it has none, as the projector says it
 */
public record RoleProjection(
        String role, @Nullable LocalType ok, @Nullable String error) {
    public static final Codec<RoleProjection> CODEC = ObjectCodec.of(
            "RoleProjection",
            field("role", Codec.STRING, RoleProjection::role),
            omittable("ok", TypeCodec.LOCAL, RoleProjection::ok),
            omittable("error", Codec.STRING, RoleProjection::error),
            RoleProjection::new);

    public RoleProjection {
        if ((ok == null) == (error == null)) {
            throw new IllegalArgumentException("a projection is a local type or an error");
        }
    }

    /** {@return the canonical projection on {@code role}, or its error} */
    public static RoleProjection of(GlobalType global, String role) {
        try {
            return new RoleProjection(role, Projection.project(global, role), null);
        } catch (ProblemException e) {
            return new RoleProjection(role, null, e.only(ProjectionError.class).sentence());
        }
    }
}
