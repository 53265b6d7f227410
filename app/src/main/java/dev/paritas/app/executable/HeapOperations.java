package dev.paritas.app.executable;

import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.model.heap.LeanHeapException;
import dev.paritas.model.heap.LeanHeapParity;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.List;

/** What the heap parity runner can do: one operation, whose payload is the corpus itself. */
final class HeapOperations implements ServedRole {
    @Override
    public String name() {
        return "heap_parity_runner";
    }

    @Override
    public List<String> schemaVersions() {
        return List.of(HeapParityOutput.SCHEMA_VERSION);
    }

    @Override
    public String kind() {
        return ImplementationId.JAVA_MODEL;
    }

    @Override
    public List<String> operations() {
        return List.of("run_fixture");
    }

    @Override
    public Answer perform(String operation, JsonValue payload) {
        if (!operation.equals("run_fixture")) {
            throw new RoleException(RoleErrorCode.UNKNOWN_OPERATION, "unsupported operation: " + operation);
        }
        try {
            HeapParityOutput output = LeanHeapParity.run(payload);
            return out -> HeapParityOutput.CODEC.write(out, output);
        } catch (LeanHeapException e) {
            throw new RoleException(RoleErrorCode.REFUSED, refusal(e));
        }
    }

    static String refusal(RuntimeException e) {
        return "invalid heap parity fixture: " + e.getMessage();
    }
}
