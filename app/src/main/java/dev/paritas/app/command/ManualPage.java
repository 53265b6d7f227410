package dev.paritas.app.command;

import dev.paritas.bridge.implementation.Release;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of a command for {@code man}, made of what its help is made of, in the macros of man(7). */
final class ManualPage {
    /** The section of the manual for commands. */
    static final int SECTION = 1;

    private final CommandSpec spec;
    private final StringBuilder out = new StringBuilder();

    private ManualPage(CommandSpec spec) {
        this.spec = spec;
    }

    /** {@return the pages of a program and of all its commands, by name, such as {@code paritas-golden-list}} */
    static Map<String, String> all(CommandLine program) {
        Map<String, String> pages = new LinkedHashMap<>();
        add(program, pages);
        return pages;
    }

    private static void add(CommandLine command, Map<String, String> pages) {
        CommandSpec spec = command.getCommandSpec();
        pages.put(name(spec), of(spec));
        spec.subcommands().values().forEach(below -> add(below, pages));
    }

    /** {@return the page of one command} */
    static String of(CommandSpec spec) {
        ManualPage page = new ManualPage(spec);
        page.write();
        return page.out.toString();
    }

    static String name(CommandSpec spec) {
        return spec.qualifiedName("-");
    }

    private void write() {
        String name = name(spec);
        request(
                "TH",
                name.toUpperCase(Locale.ROOT),
                String.valueOf(SECTION),
                "",
                Release.NAME + " " + Release.VERSION,
                "Paritas");
        // Words of options are not broken, and lines not stretched.
        line(".nh");
        line(".ad l");
        List<String> sentences = List.of(spec.usageMessage().description());
        request("SH", "NAME");
        text(name + " - " + String.join(" ", sentences.subList(0, Math.min(1, sentences.size()))));
        request("SH", "SYNOPSIS");
        synopsis();
        request("SH", "DESCRIPTION");
        sentences(sentences);
        operands();
        options();
        commands();
        exitStatus();
        seeAlso();
    }

    private void synopsis() {
        Help help = spec.commandLine().getHelpFactory().create(spec, Help.defaultColorScheme(Ansi.OFF));
        String words = help.synopsis(0).strip().replaceAll("\\s+", " ");
        String command = spec.qualifiedName();
        line("\\fB" + escaped(command) + "\\fR" + escaped(words.substring(command.length())));
    }

    private void operands() {
        List<PositionalParamSpec> operands = spec.positionalParameters().stream()
                .filter(operand -> !operand.hidden())
                .toList();
        if (!operands.isEmpty()) {
            request("SH", "OPERANDS");
            operands.forEach(operand -> item("\\fI" + escaped(operand.paramLabel()) + "\\fR", operand.description()));
        }
    }

    private void options() {
        List<OptionSpec> options =
                spec.options().stream().filter(option -> !option.hidden()).toList();
        if (!options.isEmpty()) {
            request("SH", "OPTIONS");
            options.forEach(option -> item(
                    Stream.of(option.names())
                                    .map(name -> "\\fB" + escaped(name) + "\\fR")
                                    .collect(Collectors.joining(", "))
                            + (option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR"),
                    option.description()));
        }
    }

    private void commands() {
        if (!spec.subcommands().isEmpty()) {
            request("SH", "COMMANDS");
            spec.subcommands()
                    .forEach((name, below) -> item(
                            "\\fB" + escaped(name(below.getCommandSpec())) + "\\fR(" + SECTION + ")",
                            below.getCommandSpec().usageMessage().description()));
        }
    }

    private void exitStatus() {
        request("SH", "EXIT STATUS");
        spec.root().usageMessage().exitCodeList().forEach((code, meaning) -> item("\\fB" + code + "\\fR", meaning));
    }

    private void seeAlso() {
        List<CommandSpec> others = new ArrayList<>();
        for (CommandLine above = spec.parent() == null ? null : spec.parent().commandLine();
                above != null;
                above = above.getParent()) {
            others.add(above.getCommandSpec());
        }
        if (!others.isEmpty()) {
            request("SH", "SEE ALSO");
            line(others.stream()
                    .map(other -> "\\fB" + escaped(name(other)) + "\\fR(" + SECTION + ")")
                    .collect(Collectors.joining(", ")));
        }
    }

    /** A tagged paragraph. */
    private void item(String tag, String... sentences) {
        line(".TP");
        line(tag);
        sentences(List.of(sentences));
    }

    private void sentences(List<String> sentences) {
        for (int i = 0; i < sentences.size(); i++) {
            if (i > 0) {
                line(".br");
            }
            text(sentences.get(i));
        }
    }

    private void request(String macro, String... words) {
        line("." + macro + Stream.of(words).map(ManualPage::quoted).collect(Collectors.joining()));
    }

    private void text(String text) {
        line(escaped(text.formatted()));
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    private static String quoted(String word) {
        return " \"" + escaped(word).replace("\"", "\\(dq") + "\"";
    }

    /** Nothing in a text acts: no backslash, no dot or quote at the beginning of a line; a hyphen can be typed as it is read. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.replaceAll("\\s+", " ").codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '.' -> escaped.append(escaped.isEmpty() ? "\\&." : ".");
                default -> {
                    if (point < 0x7F) {
                        escaped.appendCodePoint(point);
                    } else {
                        escaped.append(String.format(Locale.ROOT, "\\[u%04X]", point));
                    }
                }
            }
        });
        return escaped.toString();
    }
}
