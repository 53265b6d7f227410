package dev.paritas.app.executable;

import dev.paritas.bridge.bundle.ValidatorOperation;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.model.machine.LeanInputCode;
import dev.paritas.model.machine.LeanInputException;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/** What the machine validator can do (spec 32 §5.1); the operations of the runner are unknown to it. */
final class ValidatorOperations implements DocumentRole {
    @Override
    public String name() {
        return "protocol_machine_validator";
    }

    @Override
    public String kind() {
        return ImplementationId.JAVA_MODEL;
    }

    @Override
    public List<String> operations() {
        return Arrays.stream(ValidatorOperation.values())
                .map(ValidatorOperation::word)
                .sorted()
                .toList();
    }

    @Override
    public Answer perform(String operation, JsonValue payload) {
        ValidatorOperation known = ValidatorOperation.of(operation)
                .orElseThrow(() ->
                        new RoleException(RoleErrorCode.UNKNOWN_OPERATION, "unsupported operation: " + operation));
        return out -> known.answer(payload, out);
    }

    @Override
    public Answer answer(JsonValue document) {
        if (!(document instanceof JsonValue.Obj(SortedMap<String, JsonValue> members))) {
            throw missingOperation("object expected");
        }
        JsonValue operation = members.get("operation");
        if (operation == null) {
            throw missingOperation("property not found: operation");
        }
        if (!(operation instanceof JsonValue.Text(String word))) {
            throw missingOperation("String expected");
        }
        ValidatorOperation known = ValidatorOperation.of(word)
                .orElseThrow(() ->
                        new LeanInputException(LeanInputCode.UNSUPPORTED_OPERATION, "unsupported operation: " + word));
        return out -> known.answer(members.getOrDefault("payload", JsonValue.NULL), out);
    }

    private static LeanInputException missingOperation(String detail) {
        return new LeanInputException(LeanInputCode.BAD_REQUEST, "missing operation: " + detail);
    }
}
