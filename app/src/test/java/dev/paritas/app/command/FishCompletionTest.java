package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class FishCompletionTest {
    /** Words of fish: bare ones without a sign of the shell's, and quoted ones in which a backslash stands before its partner. */
    private static final Pattern LINE = Pattern.compile("complete( ([A-Za-z0-9_.:-]+|'([^'\\\\]|\\\\['\\\\])*'))+");

    private enum Word {
        ONE,
        TWO
    }

    private static CommandLine quoting() {
        CommandSpec command = CommandSpec.create()
                .addOption(OptionSpec.builder("-w", "--word")
                        .type(Word.class)
                        .description("One of them.")
                        .build())
                .addOption(OptionSpec.builder("--secret").hidden(true).build());
        command.usageMessage().description("It's a \\ and $(nothing) of \"it\".");
        return new CommandLine(CommandSpec.create().addSubcommand("quoting", command));
    }

    private static List<String> lines() {
        Ran ran = Ran.paritas("completion", "fish");
        assertThat(ran.exit()).isZero();
        return ran.out().lines().toList();
    }

    @Test
    void every_command_that_the_help_names_is_offered() {
        List<String> known = Ran.paritas("--help")
                .out()
                .lines()
                .dropWhile(line -> !line.equals("Commands:"))
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                .filter(line -> line.charAt(2) != ' ')
                .map(line -> line.strip().split(" ")[0])
                .toList();
        assertThat(known).hasSizeGreaterThan(10);
        assertThat(known)
                .allSatisfy(name -> assertThat(lines()).anyMatch(line -> line.contains(" -f -a '" + name + "' ")));
    }

    @Test
    void each_line_is_one_call_of_words_that_mean_themselves() {
        assertThat(lines().getFirst()).startsWith("# ");
        assertThat(lines().stream().skip(1))
                .hasSizeGreaterThan(100)
                .allMatch(line -> LINE.matcher(line).matches());
    }

    @Test
    void options_belong_to_their_command() {
        assertThat(lines())
                .anyMatch(line -> line.contains("'__fish_seen_subcommand_from fmt' -l check "))
                .anyMatch(line -> line.contains("'__fish_seen_subcommand_from completion' -a 'fish'"))
                .anyMatch(line -> line.contains(
                        "'__fish_seen_subcommand_from golden; and __fish_seen_subcommand_from list' -s h -l help "))
                .noneMatch(line -> line.contains("-n '__fish_seen_subcommand_from version' -l strict"));
    }

    @Test
    void texts_are_quoted_and_hidden_options_stay_so() {
        assertThat(FishCompletion.of(quoting())).isEqualTo("""
                # Completions of paritas for fish; made by 'paritas completion fish'.
                complete -c paritas -n 'not __fish_seen_subcommand_from quoting' -f -a 'quoting' -d 'It\\'s a \\\\ and $(nothing) of "it".'
                complete -c paritas -n '__fish_seen_subcommand_from quoting' -s w -l word -x -a 'one two' -d 'One of them.'
                """);
    }

    @Test
    void bash_and_zsh_read_one_script() {
        assertThat(Ran.paritas("completion", "zsh")).isEqualTo(Ran.paritas("completion"));
        assertThat(Ran.paritas("completion", "csh").exit()).isEqualTo(ExitCode.USAGE);
    }
}
