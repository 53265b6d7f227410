package dev.paritas.app.command;

import dev.paritas.bridge.files.WholeFile;
import dev.paritas.bridge.implementation.OsText;
import dev.paritas.choreography.source.SourceLimits;
import dev.paritas.choreography.source.WrittenSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "fmt",
        description = {
            "Lay out .tell sources in the one form of docs/tell.md; nothing they say changes.",
            "With --check, exit code 1 when a file is laid out otherwise."
        },
        mixinStandardHelpOptions = true)
final class FmtCommand implements Callable<Integer> {
    private static final Path STANDARD_INPUT = Path.of("-");

    private final Streams streams;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Sources to lay out in place; - reads standard input and prints.")
    private List<Path> files = List.of();

    @Option(names = "--check", description = "Name the files that would change, and write nothing.")
    private boolean check;

    FmtCommand(Streams streams) {
        this.streams = streams;
    }

    /** Nothing is written before all sources are read. */
    @Override
    public Integer call() {
        if (files.contains(STANDARD_INPUT) && files.size() > 1) {
            throw CommandFailure.usage("standard input is formatted by itself");
        }
        Map<Path, byte[]> changed = new LinkedHashMap<>();
        for (Path file : files) {
            byte[] bytes = streams.read(file, SourceLimits.DEFAULT.bytes());
            String text = Choreographies.told(
                    file, () -> WrittenSource.read(bytes, SourceLimits.DEFAULT).formatted());
            if (file.equals(STANDARD_INPUT) && !check) {
                streams.source(text);
                continue;
            }
            byte[] formatted = text.getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(bytes, formatted)) {
                changed.put(file, formatted);
            }
        }
        if (!check) {
            rewrite(changed);
        }
        changed.keySet().forEach(file -> streams.say(file.toString()));
        return check && !changed.isEmpty() ? ExitCode.DIVERGE : ExitCode.OK;
    }

    private static void rewrite(Map<Path, byte[]> changed) {
        for (Path file : changed.keySet()) {
            if (!Files.isRegularFile(file)) {
                throw CommandFailure.at("NOT_A_FILE", file.toString(), "a stream is not laid out in place; use -");
            }
        }
        try {
            WholeFile.writeAll(changed);
        } catch (FileSystemException e) {
            throw CommandFailure.at("IO", String.valueOf(e.getFile()), OsText.of(e));
        } catch (IOException e) {
            throw CommandFailure.at("IO", changed.keySet().iterator().next().toString(), OsText.of(e));
        }
    }
}
