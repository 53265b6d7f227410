package dev.paritas.bridge.runner;

import dev.paritas.semanticobjects.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The validator as a process per request, fed by files named on its command line (spec 12 §2.1). */
record OneShotValidator(RunnerProcess process) implements ValidatorService {
    private static final byte[] NO_INPUT = {};

    private interface Exchange<T> {
        T with(ScratchFiles files) throws IOException;
    }

    @Override
    public Validation validate(String operation, Input choreography, Input program) {
        return exchange(files -> {
            String log = files.write("log.json", "");
            byte[] stdout = process.run(
                            operation,
                            List.of(
                                    "--choreography",
                                    files.write("choreography.json", choreography.text()),
                                    "--program",
                                    files.write("program.json", program.text()),
                                    "--json-log",
                                    log),
                            NO_INPUT)
                    .stdout();
            return new Validation(log(Path.of(log)), new String(stdout, StandardCharsets.UTF_8));
        });
    }

    @Override
    public JsonValue exportProjection(String operation, Input global, String role) {
        return exchange(files -> output(
                operation,
                files,
                List.of("--export-projection", files.write("global.json", global.text()), "--role", role)));
    }

    @Override
    public JsonValue exportAllProjections(String operation, Input global) {
        return exchange(files -> output(
                operation, files, List.of("--export-all-projections", files.write("global.json", global.text()))));
    }

    @Override
    public JsonValue checkAsyncSubtype(String operation, Input subtype, Input supertype) {
        return exchange(files -> output(
                operation,
                files,
                List.of(
                        "--check-async-subtype",
                        files.write("subtype.json", subtype.text()),
                        files.write("supertype.json", supertype.text()))));
    }

    @Override
    public JsonValue checkOrphanFree(String operation, Input local) {
        return exchange(files ->
                output(operation, files, List.of("--check-orphan-free", files.write("local.json", local.text()))));
    }

    @Override
    public JsonValue checkRegularPracticalFragment(String operation, Input local) {
        return exchange(files -> output(
                operation,
                files,
                List.of("--check-regular-practical-fragment", files.write("local.json", local.text()))));
    }

    @Override
    public void close() {}

    private JsonValue log(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw process.failures().parse("Lean validator completed but did not emit a JSON log", null);
        }
        byte[] bytes = Files.readAllBytes(file);
        if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
            throw process.failures().parse("Lean validator emitted an empty JSON log", null);
        }
        return process.parse(bytes);
    }

    private JsonValue output(String operation, ScratchFiles files, List<String> mode) throws IOException {
        String output = files.write("output.json", "");
        List<String> arguments = new ArrayList<>(mode);
        arguments.add("--output");
        arguments.add(output);
        process.run(operation, arguments, NO_INPUT);
        return process.parse(Files.readAllBytes(Path.of(output)));
    }

    private <T> T exchange(Exchange<T> exchange) {
        try (ScratchFiles files = new ScratchFiles(process.host().environment())) {
            return exchange.with(files);
        } catch (IOException e) {
            throw process.failures().io(e.toString(), e);
        }
    }
}
