package dev.paritas.app.executable;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The executable {@code telltale_validator} (spec 12 §2). Data goes through the files named on the command line; the
 * argument vectors are matched exactly. {@code --serve} alone is our extension (docs/serve.md).
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

    /** A document could not be used; the process ends with this line on stderr and exit code 1. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String line) {
            super(line);
        }
    }

    private final OutputStream out;
    private final OutputStream err;

    private TelltaleValidator(OutputStream out, OutputStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        int code = RoleMain.run((in, out, err) -> run(List.of(args), in, out, err));
        System.exit(code);
    }

    /** {@return the exit code} */
    public static int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        try {
            if (args.equals(List.of("--serve"))) {
                return new ServeLoop(new ServedValidator(), in, out, ServeLoop.MAX_LINE).run();
            }
            return new TelltaleValidator(out, err).oneShot(args);
        } catch (IOException e) {
            return 1; // the streams are gone, so there is nobody left to tell
        }
    }

    private int oneShot(List<String> args) throws IOException {
        try {
            return dispatch(args);
        } catch (ModelFiles.Uncaught e) {
            say(err, "uncaught exception: " + e.getMessage());
        } catch (Failed e) {
            say(err, String.valueOf(e.getMessage()));
        } catch (StackOverflowError | OutOfMemoryError e) {
            say(err, "uncaught exception: the document is too large");
        }
        return 1;
    }

    private int dispatch(List<String> args) throws IOException, ModelFiles.Uncaught, Failed {
        return switch (flags(args)) {
            case "--choreography _ --program _" -> validate(args, -1, -1);
            case "--choreography _ --program _ --log _" -> validate(args, 5, -1);
            case "--choreography _ --program _ --json-log _" -> validate(args, -1, 5);
            case "--choreography _ --program _ --log _ --json-log _" -> validate(args, 5, 7);
            case "--choreography _ --program _ --json-log _ --log _" -> validate(args, 7, 5);
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

    private int validate(List<String> args, int log, int jsonLog) throws IOException, ModelFiles.Uncaught, Failed {
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
            say(out, "Lean validator: projection matches for " + verdict.role());
            return 0;
        }
        say(err, "Projection mismatch for " + verdict.role());
        return 1;
    }

    private static <T> T decoded(String file, String word, Function<JsonValue, T> decode)
            throws ModelFiles.Uncaught, Failed {
        String text = ModelFiles.read(file);
        JsonValue document;
        try {
            document = ModelJson.parse(text);
        } catch (ModelJsonException e) {
            throw new Failed("Failed to parse " + word + " JSON: " + e.getMessage());
        }
        try {
            return decode.apply(document);
        } catch (RoleException e) {
            throw new Failed(e.text());
        }
    }

    /** Writes the result of an export or a check, or why there is none. */
    private static int report(String file, Supplier<ServedRole.Answer> result) throws ModelFiles.Uncaught {
        try {
            ModelFiles.write(file, result.get());
            return 0;
        } catch (RoleException e) {
            ModelFiles.write(file, ValidatorModes.failure(e.text()));
            return 1;
        }
    }

    private static JsonValue parsed(String text) {
        try {
            return ModelJson.parse(text);
        } catch (ModelJsonException e) {
            throw new RoleException(RoleErrorCode.REFUSED, String.valueOf(e.getMessage()));
        }
    }

    private static void say(OutputStream stream, String line) throws IOException {
        stream.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }
}
