package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever types what a page shows gets what the page shows. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the pages show a POSIX shell")
final class DocumentedCommandsTest {
    /** Of recipes only the names are held: they build the project, write into it, need Lean, or take minutes. */
    private static final Pattern RECIPE = Pattern.compile("npx -y rust-just ([a-z-]+)[^`\n|]*");

    @TempDir
    private Path folder = Path.of("");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Checkout.ROOT.resolve("docs"))) {
            return Stream.concat(
                    Stream.of("README.md", "CONTRIBUTING.md", "lean/README.md").map(Checkout.ROOT::resolve),
                    docs.filter(page -> page.toString().endsWith(".md")).sorted())
                    .toList()
                    .stream();
        }
    }

    private static Set<String> recipes() throws IOException {
        return Pattern.compile("^([a-z-]+)[^:=\n]*:(?!=)", Pattern.MULTILINE)
                .matcher(Files.readString(Checkout.ROOT.resolve("justfile")))
                .results()
                .map(recipe -> recipe.group(1))
                .collect(Collectors.toSet());
    }

    private List<String> faults(String name, String text) throws Exception {
        DocumentedPage page = DocumentedPage.of(name, text);
        List<String> faults = new ArrayList<>(page.unmarked());
        Set<String> recipes = recipes();
        for (DocumentedPage.Step typed : page.typed()) {
            if (!RECIPE.matcher(typed.command()).matches()) {
                faults.add(name + ":" + typed.line() + ": is no recipe; show it as a console: " + typed.command());
            }
        }
        Matcher recipe = RECIPE.matcher(text);
        while (recipe.find()) {
            if (!recipes.contains(recipe.group(1))) {
                faults.add(name + ": there is no recipe " + recipe.group(1));
            }
        }
        faults.addAll(DocumentedSession.in(folder).faults(page));
        return faults;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_shows_what_happens(Path page) throws Exception {
        String name = Checkout.ROOT.relativize(page).toString();
        List<String> faults = faults(name, Files.readString(page));
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
    }

    @Test
    void the_pages_show_commands() throws IOException {
        int commands = 0;
        for (Path page : pages().toList()) {
            commands += DocumentedPage.of("", Files.readString(page)).steps().size();
        }
        assertThat(commands).isGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console\n$ paritas version\nparitas ...\n...\n$ paritas run none.json\n...\n$ echo $?\n3",
                "console\n$ echo '{\n\"kind\":\"end\"}' | paritas project -\n$ echo $?\n0",
                "json end.json\n{\"kind\":\"end\"}\n```\n```console\n$ paritas project end.json",
                "sh\nnpx -y rust-just test   # all of them"
            })
    void a_sound_page_has_no_faults(String fence) throws Exception {
        assertThat(faults("planted.md", "```" + fence + "\n```\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console\n$ paritas version\nparitas 9.9.9\n...",
                "console\n$ paritas run none.json",
                "console\n$ paritas run none.json\n...\n$ echo $?\n0",
                "console\n$ paritas no-such-command",
                "console\n$ no_such_program",
                "console\n$ paritas version --no-such-option",
                "\n$ paritas version",
                "\nparitas version",
                "sh\nparitas version",
                "sh\nnpx -y rust-just no-such-recipe"
            })
    void a_planted_page_has_faults(String fence) throws Exception {
        assertThat(faults("planted.md", "```" + fence + "\n```\n")).isNotEmpty();
    }
}
