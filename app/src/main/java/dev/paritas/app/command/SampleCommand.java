package dev.paritas.app.command;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "sample", description = "Write a sample choreography as JSON.", mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
    private final Documents documents;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            description = "Write here instead of standard output.")
    private @Nullable Path output;

    @Option(
            names = {"-s", "--sample"},
            paramLabel = "NAME",
            description = "ping-pong, calculator or ring; default: ping-pong.")
    private String sample = "ping-pong";

    @Option(
            names = {"-p", "--pretty"},
            description = "Indent the JSON.")
    private boolean pretty;

    SampleCommand(Streams streams) {
        this.documents = new Documents(streams);
    }

    @Override
    public Integer call() {
        documents.write(output, TypeWord.global().text(named(sample), pretty));
        return ExitCode.OK;
    }

    /** {@return the sample protocol of spec 10 §8.1} */
    static GlobalType named(String name) {
        return switch (name) {
            case "ping-pong" ->
                GlobalType.comm(
                        "Client", "Server", "ping", GlobalType.comm("Server", "Client", "pong", GlobalType.END));
            case "calculator" ->
                new GlobalType.Comm(
                        "Client",
                        "Server",
                        List.of(
                                branch("add", GlobalType.comm("Server", "Client", "result", GlobalType.END)),
                                branch("quit", GlobalType.END)));
            case "ring" ->
                new GlobalType.Mu("loop", hop("A", "B", hop("B", "C", hop("C", "A", new GlobalType.Var("loop")))));
            default ->
                throw CommandFailure.run("Unknown sample: " + name + ". Use 'ping-pong', 'calculator', or 'ring'");
        };
    }

    private static GlobalType hop(String from, String to, GlobalType next) {
        return GlobalType.comm(from, to, "token", next);
    }

    private static GlobalType.Branch branch(String label, GlobalType next) {
        return new GlobalType.Branch(Label.of(label), next);
    }
}
