package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The pages for man say what the help says, and hold nothing that acts but the macros of man(7). */
final class ManualPageTest {
    private static final Pattern MACRO = Pattern.compile("\\.(TH|SH|TP|br|nh|ad)( .*)?");

    /** Every backslash begins one of the escapes that a page may have. */
    private static final Pattern TEXT = Pattern.compile("([^\\\\]|\\\\([e&-]|f[BIR]|\\((aq|dq)|\\[u[0-9A-F]{4,6}]))*");

    private static final Pattern OPTION = Pattern.compile("(?m)^ {2,6}(?:-\\w, )?(--[a-z-]+)");

    @TempDir
    private Path folder = Path.of("");

    private List<String> written() throws IOException {
        Path pages = folder.resolve("man1");
        assertThat(Ran.paritas("manual", "--output", pages.toString()).exit()).isZero();
        try (Stream<Path> files = Files.list(pages)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void every_page_is_of_macros_and_texts_in_which_nothing_acts() throws IOException {
        List<String> names = written();
        assertThat(names)
                .hasSizeGreaterThan(35)
                .contains("paritas.1", "paritas-check.1", "paritas-golden-list.1", "paritas-manual.1");
        for (String name : names) {
            List<String> lines = Files.readAllLines(folder.resolve("man1").resolve(name));
            assertThat(lines.getFirst())
                    .startsWith(".TH \""
                            + name.replace(".1", "").toUpperCase(Locale.ROOT).replace("-", "\\-"));
            assertThat(lines)
                    .as(name)
                    .allSatisfy(line -> assertThat(line)
                            .matches(line.startsWith(".") ? MACRO : TEXT)
                            .isNotEmpty()
                            .doesNotStartWith("'"));
        }
    }

    @Test
    void a_page_has_every_option_that_the_help_has() {
        for (String command : List.of("check", "compare", "conform", "run", "golden list", "smoke")) {
            String help = Ran.paritas((command + " --help").split(" ")).out();
            String page = Ran.paritas(("manual " + command).split(" ")).out().replace("\\-", "-");
            Matcher option = OPTION.matcher(help);
            int found = 0;
            while (option.find()) {
                found++;
                assertThat(page).as(command).contains("\\fB" + option.group(1) + "\\fR");
            }
            assertThat(found).as(command).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void what_could_act_is_spelled_and_what_is_hidden_stays_so() {
        CommandSpec command = CommandSpec.create()
                .addOption(OptionSpec.builder("--word")
                        .paramLabel("W")
                        .type(String.class)
                        .description(".TH is 'no' \\ macro", "'neither \u00e9\n.SH this")
                        .build())
                .addOption(OptionSpec.builder("--secret").hidden(true).build());
        command.usageMessage().description("One.", ".Two.");
        CommandLine program = new CommandLine(CommandSpec.create().name("p").addSubcommand("c", command));
        assertThat(ManualPage.all(program).get("p-c")).isEqualTo("""
                .TH "P\\-C" "1" "" "paritas 0.1.0" "Paritas"
                .nh
                .ad l
                .SH "NAME"
                p\\-c \\- One.
                .SH "SYNOPSIS"
                \\fBp c\\fR [\\-\\-word=W]
                .SH "DESCRIPTION"
                One.
                .br
                \\&.Two.
                .SH "OPTIONS"
                .TP
                \\fB\\-\\-word\\fR \\fIW\\fR
                \\&.TH is \\(aqno\\(aq \\e macro
                .br
                \\(aqneither \\[u00E9] .SH this
                .SH "EXIT STATUS"
                .SH "SEE ALSO"
                \\fBp\\fR(1)
                """);
    }

    @Test
    void a_word_that_is_no_command_is_a_mistake() {
        assertThat(Ran.paritas("manual", "golden", "nothing"))
                .isEqualTo(new Ran(2, "", "error: USAGE: 'nothing' is no command of paritas golden\n"));
        assertThat(Ran.paritas("manual", "check", "--output", folder.toString()).exit())
                .isEqualTo(ExitCode.USAGE);
    }
}
