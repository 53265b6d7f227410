package dev.paritas.app.command;

import dev.paritas.bridge.process.Scratch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs the short commands once, unseen, while the virtual machine records which classes they need. */
@Command(name = "train", hidden = true, description = "Used when the distribution is assembled.")
final class TrainCommand implements Callable<Integer> {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("version", "--json"),
            List.of("sample"),
            List.of("sample", "--sample", "ring", "--pretty"),
            List.of("export"),
            List.of("import", "--input", "FILE"),
            List.of("validate", "--input", "FILE"),
            List.of("project", "FILE"),
            List.of("project", "--json", "FILE"),
            List.of("run", "FILE"),
            List.of("run", "--json", "FILE"),
            List.of("run", "--stream", "FILE"),
            List.of("compare", "FILE"),
            List.of("compare", "--json", "FILE"),
            List.of("golden", "list"));

    TrainCommand(Streams streams) {
        streams.flush();
    }

    @Override
    public Integer call() throws IOException {
        Path file = Scratch.file(".json");
        try {
            int worst = run(List.of("sample", "--output", file.toString()), file);
            for (List<String> command : COMMANDS) {
                worst = Math.max(worst, run(command, file));
            }
            return worst;
        } finally {
            Files.delete(file);
        }
    }

    private static int run(List<String> command, Path file) {
        OutputStream unseen = OutputStream.nullOutputStream();
        String[] args = command.stream()
                .map(word -> word.equals("FILE") ? file.toString() : word)
                .toArray(String[]::new);
        return Paritas.run(args, new ByteArrayInputStream(new byte[0]), unseen, unseen);
    }
}
