package dev.paritas.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A completion script for fish: one line for each command and option, with the first sentence of its help. */
final class FishCompletion {
    private static final String PROGRAM = "paritas";

    private final List<String> lines = new ArrayList<>();

    private FishCompletion() {}

    static String of(CommandLine program) {
        FishCompletion completion = new FishCompletion();
        completion.lines.add("# Completions of " + PROGRAM + " for fish; made by '" + PROGRAM + " completion fish'.");
        completion.command(program, List.of());
        return String.join("\n", completion.lines) + "\n";
    }

    /** @param path the words behind the program that lead to the command */
    private void command(CommandLine command, List<String> path) {
        CommandSpec spec = command.getCommandSpec();
        String here =
                condition(path, spec.subcommands().keySet().stream().sorted().toList());
        spec.subcommands()
                .forEach((name, below) -> lines.add("complete -c " + PROGRAM + here + " -f -a " + quoted(name)
                        + description(below.getCommandSpec().usageMessage().description())));
        spec.options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> lines.add("complete -c " + PROGRAM + here + names(option) + values(option)
                        + description(option.description())));
        spec.positionalParameters().stream()
                .flatMap(operand -> candidates(operand).stream())
                .forEach(word -> lines.add("complete -c " + PROGRAM + here + " -a " + quoted(word)));
        spec.subcommands().forEach((name, below) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            command(below, longer);
        });
    }

    /** All words of the path were typed, and none that leads deeper. */
    private static String condition(List<String> path, List<String> below) {
        List<String> tests = new ArrayList<>();
        path.forEach(word -> tests.add("__fish_seen_subcommand_from " + word));
        if (!below.isEmpty()) {
            tests.add("not __fish_seen_subcommand_from " + String.join(" ", below));
        }
        return tests.isEmpty() ? "" : " -n " + quoted(String.join("; and ", tests));
    }

    private static String names(OptionSpec option) {
        StringBuilder names = new StringBuilder();
        for (String name : option.names()) {
            names.append(
                    name.startsWith("--")
                            ? " -l " + name.substring(2)
                            : (name.length() == 2 ? " -s " : " -o ") + name.substring(1));
        }
        return names.toString();
    }

    private static String values(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        List<String> words = candidates(option);
        return words.isEmpty() ? " -r" : " -x -a " + quoted(String.join(" ", words));
    }

    private static List<String> candidates(ArgSpec argument) {
        List<String> words = new ArrayList<>();
        Iterable<String> known = argument.completionCandidates();
        if (known != null) {
            known.forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        }
        return words;
    }

    private static String description(String... sentences) {
        return sentences.length == 0 ? "" : " -d " + quoted(sentences[0]);
    }

    /** In single quotes, fish gives a meaning to the backslash and to the quote alone. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
