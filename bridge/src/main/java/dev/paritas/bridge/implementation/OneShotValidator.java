package dev.paritas.bridge.implementation;

import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildResult;
import dev.paritas.bridge.process.Tail;
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
            ChildResult printed = process.run(
                    operation,
                    List.of(
                            "--choreography",
                            files.write("choreography.json", choreography.text()),
                            "--program",
                            files.write("program.json", program.text()),
                            "--json-log",
                            log),
                    NO_INPUT);
            return new Validation(log(operation, Path.of(log), printed.stderrText()), printed.stdoutText());
        });
    }

    @Override
    public Answer exportProjection(String operation, Input global, String role) {
        return exchange(files -> output(
                operation,
                files,
                List.of("--export-projection", files.write("global.json", global.text()), "--role", role)));
    }

    @Override
    public Answer exportAllProjections(String operation, Input global) {
        return exchange(files -> output(
                operation, files, List.of("--export-all-projections", files.write("global.json", global.text()))));
    }

    @Override
    public Answer checkAsyncSubtype(String operation, Input subtype, Input supertype) {
        return exchange(files -> output(
                operation,
                files,
                List.of(
                        "--check-async-subtype",
                        files.write("subtype.json", subtype.text()),
                        files.write("supertype.json", supertype.text()))));
    }

    @Override
    public Answer checkOrphanFree(String operation, Input local) {
        return exchange(files ->
                output(operation, files, List.of("--check-orphan-free", files.write("local.json", local.text()))));
    }

    @Override
    public Answer checkRegularPracticalFragment(String operation, Input local) {
        return exchange(files -> output(
                operation,
                files,
                List.of("--check-regular-practical-fragment", files.write("local.json", local.text()))));
    }

    @Override
    public Identity identity() {
        return process.identity();
    }

    @Override
    public void close() {}

    private Answer log(String operation, Path file, String stderr) throws IOException {
        if (!Files.exists(file)) {
            throw process.unreadable("Lean validator completed but did not emit a JSON log", stderr, null);
        }
        byte[] bytes = read(file, stderr);
        if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
            throw process.unreadable("Lean validator emitted an empty JSON log", stderr, null);
        }
        return answer(operation, bytes, stderr);
    }

    private Answer output(String operation, ScratchFiles files, List<String> mode) throws IOException {
        String output = files.write("output.json", "");
        List<String> arguments = new ArrayList<>(mode);
        arguments.add("--output");
        arguments.add(output);
        String stderr;
        try {
            stderr = process.run(operation, arguments, NO_INPUT).stderrText();
        } catch (RunnerException e) {
            throw judged(operation, e, Path.of(output));
        }
        return answer(operation, read(Path.of(output), stderr), stderr);
    }

    /** An export or a check that is refused ends with exit code 1 and tells the reason in its output file. */
    private RunnerException judged(String operation, RunnerException e, Path output) throws IOException {
        if (!(e.failure() instanceof RunnerFailure.Ended(int code, String stderr)) || code != 1) {
            return e;
        }
        try {
            Answer answer = answer(operation, read(output, stderr), stderr);
            return answer.bool("success").orElse(true)
                    ? e
                    : answer.text("error")
                            .map(text -> process.failures().of(new RunnerFailure.Refused(text, stderr), e))
                            .orElse(e);
        } catch (RunnerException unreadable) {
            return e;
        }
    }

    private Answer answer(String operation, byte[] utf8, String stderr) {
        return new Answer(process.parse(operation, utf8, stderr, JsonValue.CODEC), Tail.lines(stderr));
    }

    /** The child may have written without end; what is beyond the limit is not read. */
    private byte[] read(Path file, String stderr) throws IOException {
        byte[] bytes = BoundedFile.upTo(file, ChildLimits.MAX_STDOUT);
        if (bytes.length > ChildLimits.MAX_STDOUT) {
            throw process.unreadable("it wrote a file of more than " + ChildLimits.MAX_STDOUT + " bytes", stderr, null);
        }
        return bytes;
    }

    private <T> T exchange(Exchange<T> exchange) {
        try (ScratchFiles files = new ScratchFiles(process.host().environment())) {
            return exchange.with(files);
        } catch (IOException e) {
            throw process.failures().of(new RunnerFailure.Unusable(OsText.of(e), List.of()), e);
        }
    }
}
