package dev.paritas.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every link of a page leads to a file of the project, and to a heading in it where it names one. */
class DocumentationLinksTest {
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]\\[]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*?)\\s*#*");

    @TempDir
    Path folder;

    @Test
    void every_link_leads_to_a_file_and_a_heading() throws IOException {
        List<Path> pages = Sources.markdown(Checkout.ROOT);
        assertThat(pages)
                .contains(
                        Checkout.ROOT.resolve("README.md"),
                        Checkout.ROOT.resolve("CONTRIBUTING.md"),
                        Checkout.ROOT.resolve("lean/README.md"))
                .hasSizeGreaterThan(30);
        List<String> faults = new ArrayList<>();
        for (Path page : pages) {
            faults.addAll(faults(Checkout.ROOT, page));
        }
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
    }

    @Test
    void a_link_to_an_absent_file_or_heading_is_found() throws IOException {
        Files.writeString(folder.resolve("b.md"), "# One `word`, and more\n\n## Twice\n\n## Twice\n");
        Path page = folder.resolve("a.md");
        Files.writeString(page, """
                # Here
                [1](b.md) [2](b.md#one-word-and-more) [3](b.md#twice-1) [4](#here) [5](https://example.org/x)
                `[code](nowhere.md)` [6](c.md) [7](b.md#two) [8](#there)
                ```
                [9](nowhere.md)
                ```
                """);
        assertThat(faults(folder, page)).containsExactly("a.md: c.md", "a.md: b.md#two", "a.md: #there");
    }

    private static List<String> faults(Path root, Path page) throws IOException {
        List<String> faults = new ArrayList<>();
        for (String line : prose(page)) {
            Matcher link = LINK.matcher(line.replaceAll("`[^`]*`", "`"));
            while (link.find()) {
                String target = link.group(1);
                if (!target.matches("[a-z]+:.*") && !leads(page, target)) {
                    faults.add(root.relativize(page) + ": " + target);
                }
            }
        }
        return faults;
    }

    private static boolean leads(Path page, String target) throws IOException {
        int hash = target.indexOf('#');
        String name = hash < 0 ? target : target.substring(0, hash);
        Path file = name.isEmpty()
                ? page
                : page.resolveSibling(URLDecoder.decode(name, StandardCharsets.UTF_8))
                        .normalize();
        if (!Files.exists(file)) {
            return false;
        }
        return hash < 0 || anchors(file).contains(target.substring(hash + 1));
    }

    /** {@return the anchors of a page's headings, numbered where two are alike} */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String line : prose(page)) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String anchor = heading.group(1)
                        .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-');
                int times = seen.merge(anchor, 1, Integer::sum);
                anchors.add(times == 1 ? anchor : anchor + "-" + (times - 1));
            }
        }
        return anchors;
    }

    private static List<String> prose(Path page) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean fenced = false;
        for (String line : Files.readAllLines(page)) {
            boolean fence = line.strip().startsWith("```");
            fenced ^= fence;
            if (!fenced && !fence) {
                lines.add(line);
            }
        }
        return lines;
    }
}
