package dev.paritas.app.executable;

import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.List;

/** The validator's modes with their documents inline (docs/serve.md). */
final class ServedValidator implements ServedRole {
    @Override
    public String name() {
        return "telltale_validator";
    }

    @Override
    public String kind() {
        return ImplementationId.JAVA_MODEL;
    }

    @Override
    public List<String> operations() {
        return List.of(
                "check_async_subtype",
                "check_orphan_free",
                "check_regular_practical_fragment",
                "export_all_projections",
                "export_projection",
                "project",
                "validate");
    }

    @Override
    public Answer perform(String operation, JsonValue payload) {
        return switch (operation) {
            case "validate" -> {
                GlobalType choreography = ValidatorModes.choreography(ValidatorModes.member(payload, "choreography"));
                yield ValidatorModes.validate(choreography, ValidatorModes.member(payload, "program"))
                        .log();
            }
            case "project" -> project(payload);
            case "export_projection" -> {
                GlobalType global = global(payload);
                yield ValidatorModes.exportProjection(global, string(ValidatorModes.member(payload, "role")));
            }
            case "export_all_projections" -> ValidatorModes.exportAllProjections(global(payload));
            case "check_async_subtype" ->
                ValidatorModes.checkAsyncSubtype(
                        () -> ValidatorModes.member(payload, "subtype"),
                        () -> ValidatorModes.member(payload, "supertype"));
            case "check_orphan_free" ->
                ValidatorModes.checkOrphanFree(() -> ValidatorModes.member(payload, "local_type"));
            case "check_regular_practical_fragment" ->
                ValidatorModes.checkPracticalFragment(() -> ValidatorModes.member(payload, "local_type"));
            default -> throw new RoleException(RoleErrorCode.UNKNOWN_OPERATION, "unsupported operation: " + operation);
        };
    }

    /** All projections, or those of the roles asked for. */
    private static Answer project(JsonValue payload) {
        GlobalType global = global(payload);
        if (!(ValidatorModes.member(payload, "roles") instanceof JsonValue.Array(List<JsonValue> roles))) {
            return ValidatorModes.exportAllProjections(global);
        }
        return ValidatorModes.exportProjections(
                global, roles.stream().map(ServedValidator::string).toList());
    }

    private static GlobalType global(JsonValue payload) {
        return ValidatorModes.global(ValidatorModes.member(payload, "global_type"));
    }

    private static String string(JsonValue json) {
        if (json instanceof JsonValue.Text(String text)) {
            return text;
        }
        throw new RoleException(RoleErrorCode.REFUSED, "a role must be a string");
    }
}
