package dev.paritas.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page shows in fences: commands with their output ({@code console}), commands to be typed ({@code sh}), and files,
 * whose fence says language and name ({@code toml ising.toml}).
 *
 * @param steps the commands of {@code console} fences, in order
 * @param typed the commands of {@code sh} fences, without comments
 * @param files contents by name
 * @param unmarked lines of other fences that look like commands
 */
record DocumentedPage(
        String name, List<Step> steps, List<Step> typed, Map<String, String> files, List<String> unmarked) {
    /**
     * A command and what it prints, empty where the page does not say.
     *
     * @param line of the page, from 1
     */
    record Step(int line, String command, String output) {}

    private static final Pattern FENCE =
            Pattern.compile("^```([^\n]*)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("\\$ .*|(?:npx|paritas|target/dist/\\S+|mvn|just) .*");

    static DocumentedPage of(String name, String text) {
        List<Step> steps = new ArrayList<>();
        List<Step> typed = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        List<String> unmarked = new ArrayList<>();
        Matcher fence = FENCE.matcher(text);
        while (fence.find()) {
            String[] info = fence.group(1).split(" ");
            List<String> lines = fence.group(2).lines().toList();
            int first = (int) text.substring(0, fence.start(2)).lines().count() + 1;
            switch (info[0]) {
                case "console" -> steps.addAll(transcript(lines, first));
                case "sh" -> {
                    for (int i = 0; i < lines.size(); i++) {
                        String command = lines.get(i).replaceFirst("(^| +)#.*", "");
                        if (!command.isBlank()) {
                            typed.add(new Step(first + i, command, ""));
                        }
                    }
                }
                default -> {
                    if (info.length == 2) {
                        files.put(info[1], fence.group(2));
                    }
                    lines.stream()
                            .filter(line -> COMMAND.matcher(line).matches())
                            .forEach(line -> unmarked.add(name + ":" + first + ": " + line));
                }
            }
        }
        return new DocumentedPage(name, steps, typed, files, unmarked);
    }

    /** A command begins with {@code $} and goes on while a quote is open; what follows is its output. */
    private static List<Step> transcript(List<String> lines, int first) {
        List<Step> steps = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int start = i;
            if (!lines.get(i).startsWith("$ ")) {
                throw new IllegalArgumentException("line " + (first + i) + ": a console begins with a command");
            }
            StringBuilder command = new StringBuilder(lines.get(i++).substring(2));
            while (command.chars().filter(c -> c == '\'').count() % 2 == 1) {
                command.append('\n').append(lines.get(i++));
            }
            StringBuilder output = new StringBuilder();
            while (i < lines.size() && !lines.get(i).startsWith("$ ")) {
                output.append(lines.get(i++)).append('\n');
            }
            steps.add(new Step(
                    first + start, command.toString(), output.toString().strip().isEmpty() ? "" : output.toString()));
        }
        return steps;
    }
}
