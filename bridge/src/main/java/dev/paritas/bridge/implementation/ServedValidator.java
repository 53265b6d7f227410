package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** The validator's modes over a serving process where it offers them, else over a process per request. */
record ServedValidator(ServeLink link, OneShotValidator oneShot) implements ValidatorService {
    @Override
    public Validation validate(String operation, Input choreography, Input program) {
        JsonValue payload = object(Map.of("choreography", choreography.json(), "program", program.json()));
        return link.answer("validate", operation, bytes(payload))
                .map(this::validation)
                .orElseGet(() -> oneShot.validate(operation, choreography, program));
    }

    @Override
    public Answer exportProjection(String operation, Input global, String role) {
        return ask(
                "export_projection",
                operation,
                Map.of("global_type", global.json(), "role", new JsonValue.Text(role)),
                () -> oneShot.exportProjection(operation, global, role));
    }

    @Override
    public Answer exportAllProjections(String operation, Input global) {
        return ask(
                "export_all_projections",
                operation,
                Map.of("global_type", global.json()),
                () -> oneShot.exportAllProjections(operation, global));
    }

    @Override
    public Answer checkAsyncSubtype(String operation, Input subtype, Input supertype) {
        return ask(
                "check_async_subtype",
                operation,
                Map.of("subtype", subtype.json(), "supertype", supertype.json()),
                () -> oneShot.checkAsyncSubtype(operation, subtype, supertype));
    }

    @Override
    public Answer checkOrphanFree(String operation, Input local) {
        return ask(
                "check_orphan_free",
                operation,
                Map.of("local_type", local.json()),
                () -> oneShot.checkOrphanFree(operation, local));
    }

    @Override
    public Answer checkRegularPracticalFragment(String operation, Input local) {
        return ask(
                "check_regular_practical_fragment",
                operation,
                Map.of("local_type", local.json()),
                () -> oneShot.checkRegularPracticalFragment(operation, local));
    }

    @Override
    public Identity identity() {
        return link.identity();
    }

    @Override
    public void close() {
        link.close();
    }

    /** A mismatch ends a process of its own with exit code 1, so it is the same failure here (spec 12 §3.5). */
    private Validation validation(Answer log) {
        if (log.text("status").filter("fail"::equals).isPresent()) {
            throw link.refused("Projection mismatch for " + log.text("role").orElse(""));
        }
        return new Validation(log, "");
    }

    private Answer ask(
            String operation, String timeoutName, Map<String, JsonValue> payload, Supplier<Answer> otherwise) {
        return link.answer(operation, timeoutName, bytes(object(payload))).orElseGet(otherwise);
    }

    private static JsonValue object(Map<String, JsonValue> members) {
        return new JsonValue.Obj(members);
    }

    private static byte[] bytes(JsonValue payload) {
        return payload.compactText().getBytes(StandardCharsets.UTF_8);
    }
}
