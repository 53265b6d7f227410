package dev.paritas.app.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = {
            "Print a completion script.",
            "bash and zsh: source <(paritas completion)",
            "fish: paritas completion fish | source"
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    private final Streams streams;

    /** Who reads the script; bash and zsh read the same one. */
    private enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Parameters(arity = "0..1", paramLabel = "SHELL", description = "bash, zsh or fish; default: bash.")
    private Shell shell = Shell.BASH;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        CommandLine program = spec.root().commandLine();
        streams.text(
                switch (shell) {
                    case BASH, ZSH -> AutoComplete.bash("paritas", program);
                    case FISH -> FishCompletion.of(program);
                });
        return ExitCode.OK;
    }
}
