package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The runner as a process per request, fed by stdin (spec 22 §1, §12). */
record OneShotMachine(RunnerProcess process) implements MachineService {
    @Override
    public <T> T ask(String operation, byte[] payload, Codec<T> answer) {
        return process.ask(operation, request(operation, payload), answer);
    }

    @Override
    public Answer answer(String operation, byte[] payload) {
        return process.answer(operation, request(operation, payload));
    }

    private static byte[] request(String operation, byte[] payload) {
        return operation.equals(RUN) ? payload : envelope(operation, payload);
    }

    @Override
    public Identity identity() {
        return process.identity();
    }

    @Override
    public void close() {}

    private static byte[] envelope(String operation, byte[] payload) {
        ByteArrayOutputStream document = new ByteArrayOutputStream(payload.length + 96);
        try (JsonOutput out = JsonOutput.compact(document, JsonOutput.MemberOrder.ASCENDING)) {
            out.beginObject();
            out.name("operation").string(operation);
            out.name("payload").raw(new String(payload, StandardCharsets.UTF_8));
            out.name("schema_version").string(BridgeVersion.CURRENT);
            out.endObject();
        }
        return document.toByteArray();
    }
}
