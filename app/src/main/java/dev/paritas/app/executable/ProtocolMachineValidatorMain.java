package dev.paritas.app.executable;

import dev.paritas.bridge.bundle.ValidatorOperation;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The executable {@code protocol_machine_validator} (spec 32 §5); the operations of the runner are unknown to it. */
public final class ProtocolMachineValidatorMain {
    private static final Executable EXECUTABLE = new Executable(
            "protocol_machine_validator",
            ImplementationId.JAVA_MODEL,
            BridgeVersion.CURRENT,
            Arrays.stream(ValidatorOperation.values())
                    .collect(Collectors.toMap(
                            ValidatorOperation::word, operation -> payload -> out -> operation.answer(payload, out))),
            OneShotForms.document(ProtocolMachineValidatorMain::answer));

    private ProtocolMachineValidatorMain() {}

    public static void main(String[] args) {
        EXECUTABLE.main(args);
    }

    /** {@return the exit code} */
    public static int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        return EXECUTABLE.run(args, in, out, err);
    }

    private static Executable.Answer answer(JsonValue document) {
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
        return EXECUTABLE.perform(word, members.getOrDefault("payload", JsonValue.NULL));
    }

    private static RequestException missingOperation(String detail) {
        return new RequestException(RequestError.BAD_ENVELOPE, "missing operation: " + detail);
    }
}
