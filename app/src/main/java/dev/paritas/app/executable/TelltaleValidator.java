package dev.paritas.app.executable;

import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The executable {@code telltale_validator} (spec 12 §2). Data goes through the files named on the command line; the
 * argument vectors are matched exactly.
 */
public final class TelltaleValidator {
    private static final String USAGE = """
            Usage:
              telltale_validator --choreography FILE --program FILE [--log FILE] [--json-log FILE]
              telltale_validator --export-projection FILE --role ROLE --output FILE
              telltale_validator --export-all-projections FILE --output FILE
              telltale_validator --check-async-subtype SUBTYPE SUPERTYPE --output FILE
              telltale_validator --check-orphan-free FILE --output FILE
              telltale_validator --check-regular-practical-fragment FILE --output FILE
              telltale_validator --serve
            """;

    private static final Executable EXECUTABLE = new Executable(
            "telltale_validator",
            ImplementationId.JAVA_MODEL,
            BridgeVersion.CURRENT,
            ValidatorModes.SERVED,
            (args, _, out) -> oneShot(args, out));

    private TelltaleValidator() {}

    public static void main(String[] args) {
        EXECUTABLE.main(args);
    }

    /** {@return the exit code} */
    public static int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        return EXECUTABLE.run(args, in, out, err);
    }

    private static int oneShot(List<String> args, OutputStream out) throws IOException, Executable.Failure {
        return switch (flags(args)) {
            case "--choreography _ --program _" -> validate(args, -1, -1, out);
            case "--choreography _ --program _ --log _" -> validate(args, 5, -1, out);
            case "--choreography _ --program _ --json-log _" -> validate(args, -1, 5, out);
            case "--choreography _ --program _ --log _ --json-log _" -> validate(args, 5, 7, out);
            case "--choreography _ --program _ --json-log _ --log _" -> validate(args, 7, 5, out);
            case "--export-projection _ --role _ --output _" -> {
                String text = ModelFiles.read(args.get(1));
                yield report(
                        args.get(5),
                        () -> ValidatorModes.exportProjection(ValidatorModes.global(parsed(text)), args.get(3)));
            }
            case "--export-all-projections _ --output _" -> {
                String text = ModelFiles.read(args.get(1));
                yield report(
                        args.get(3), () -> ValidatorModes.exportAllProjections(ValidatorModes.global(parsed(text))));
            }
            case "--check-async-subtype _ _ --output _" -> {
                String sub = ModelFiles.read(args.get(1));
                String sup = ModelFiles.read(args.get(2));
                yield report(args.get(4), () -> ValidatorModes.checkAsyncSubtype(() -> parsed(sub), () -> parsed(sup)));
            }
            case "--check-orphan-free _ --output _" -> {
                String text = ModelFiles.read(args.get(1));
                yield report(args.get(3), () -> ValidatorModes.checkOrphanFree(() -> parsed(text)));
            }
            case "--check-regular-practical-fragment _ --output _" -> {
                String text = ModelFiles.read(args.get(1));
                yield report(args.get(3), () -> ValidatorModes.checkPracticalFragment(() -> parsed(text)));
            }
            default -> {
                out.write(USAGE.getBytes(StandardCharsets.UTF_8));
                out.flush();
                yield 1;
            }
        };
    }

    /** {@return the vector with {@code _} in the place of every value, by position: a value may look like a flag} */
    private static String flags(List<String> args) {
        boolean twoDocuments = !args.isEmpty() && args.getFirst().equals("--check-async-subtype");
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < args.size(); i++) {
            boolean value = twoDocuments ? i == 1 || i == 2 || i == 4 : i % 2 == 1;
            boolean flag = args.get(i).startsWith("--") && args.get(i).indexOf(' ') < 0;
            shape.append(i == 0 ? "" : " ").append(value ? "_" : flag ? args.get(i) : "?");
        }
        return shape.toString();
    }

    private static int validate(List<String> args, int log, int jsonLog, OutputStream out)
            throws IOException, Executable.Failure {
        GlobalType choreography = decoded(args.get(1), "choreography", ValidatorModes::choreography);
        ValidatorModes.Validation verdict =
                decoded(args.get(3), "program", program -> ValidatorModes.validate(choreography, program));
        if (log >= 0) {
            String line =
                    "role=" + verdict.role() + ",status=" + verdict.status() + ",message=" + verdict.message() + "\n";
            ModelFiles.write(args.get(log), line.getBytes(StandardCharsets.UTF_8));
        }
        if (jsonLog >= 0) {
            ModelFiles.write(args.get(jsonLog), verdict.log());
        }
        if (verdict.ok()) {
            String line = "Lean validator: projection matches for " + verdict.role() + "\n";
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return 0;
        }
        throw new Executable.Failure("Projection mismatch for " + verdict.role());
    }

    private static <T> T decoded(String file, String word, Function<JsonValue, T> decode) throws Executable.Failure {
        String text = ModelFiles.read(file);
        JsonValue document;
        try {
            document = ModelJson.parse(text);
        } catch (ModelJsonException e) {
            throw new Executable.Failure("Failed to parse " + word + " JSON: " + e.getMessage());
        }
        try {
            return decode.apply(document);
        } catch (RequestException e) {
            throw new Executable.Failure(e.text());
        }
    }

    /** Writes the result of an export or a check, or why there is none. */
    private static int report(String file, Supplier<Executable.Answer> result) throws Executable.Failure {
        try {
            ModelFiles.write(file, result.get());
            return 0;
        } catch (RequestException e) {
            ModelFiles.write(file, ValidatorModes.failure(e.text()));
            return 1;
        }
    }

    private static JsonValue parsed(String text) {
        try {
            return ModelJson.parse(text);
        } catch (ModelJsonException e) {
            throw RequestException.refused(String.valueOf(e.getMessage()));
        }
    }
}
