package dev.paritas.app.executable;

import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonOutput.MemberOrder;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.simulation.lifecycle.MissingEffectException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * A runner that takes no input and prints one reduced bundle as a line of compact JSON, members ascending (spec 52 §6,
 * §7). {@code --serve} alone is our extension (docs/serve.md); other arguments and stdin are ignored.
 */
record BundleRole<T>(String name, String schemaVersion, Codec<T> codec, Supplier<T> bundle) implements ServedRole {
    /** The one operation of the serving form; its payload is ignored. */
    static final String OPERATION = "bundle";

    @Override
    public String kind() {
        return ImplementationId.JAVA_MACHINE;
    }

    @Override
    public List<String> schemaVersions() {
        return List.of(schemaVersion);
    }

    @Override
    public List<String> operations() {
        return List.of(OPERATION);
    }

    @Override
    public Answer perform(String operation, JsonValue payload) {
        if (!operation.equals(OPERATION)) {
            throw new RoleException(RoleErrorCode.UNKNOWN_OPERATION, "unsupported operation: " + operation);
        }
        T value = bundle.get();
        return out -> codec.write(out, value);
    }

    /** {@return the exit code} */
    int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        try {
            if (args.equals(List.of("--serve"))) {
                return new ServeLoop(this, in, out, ServeLoop.MAX_LINE).run();
            }
            return oneShot(out, err);
        } catch (IOException e) {
            return 1; // the streams are gone, so there is nobody left to tell
        }
    }

    private int oneShot(OutputStream out, OutputStream err) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.compact(line, MemberOrder.ASCENDING)) {
            perform(OPERATION, JsonValue.NULL).write(json);
        } catch (MissingEffectException e) {
            err.write(("uncaught exception: " + e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
            err.flush();
            return 1;
        }
        line.write('\n');
        line.writeTo(out);
        out.flush();
        return 0;
    }
}
