package dev.paritas.app.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The topic files of {@code docs/spec} with their numbered sections.
 *
 * @param sections by the file's number, such as {@code 22} or {@code 52b}
 */
record Specification(Map<String, Set<String>> sections, Map<String, String> names) {
    private static final Pattern TOPIC = Pattern.compile("(\\d{2}b?)-[a-z0-9-]+\\.md");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (\\d+(?:\\.\\d+)*)\\.? .*");

    static Specification read(Path folder) throws IOException {
        Map<String, Set<String>> sections = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                Matcher topic = TOPIC.matcher(name);
                if (topic.matches()) {
                    names.put(topic.group(1), name);
                    sections.put(topic.group(1), sections(file));
                }
            }
        }
        return new Specification(sections, names);
    }

    private static Set<String> sections(Path file) throws IOException {
        Set<String> found = new HashSet<>();
        boolean fenced = false;
        for (String line : Files.readAllLines(file)) {
            fenced ^= line.startsWith("```");
            Matcher heading = HEADING.matcher(line);
            if (!fenced && heading.matches()) {
                found.add(heading.group(1));
            }
        }
        return found;
    }

    /** {@return the number of the topic file {@code file}; null for any other file} */
    @Nullable
    String number(Path file) {
        Matcher topic = TOPIC.matcher(file.getFileName().toString());
        return topic.matches() ? topic.group(1) : null;
    }

    /** {@return why {@code citation} leads nowhere; null when it leads to a section or a file} */
    @Nullable
    String fault(Citations.Citation citation) {
        Set<String> known = sections.get(citation.document());
        if (known == null) {
            return "there is no file " + citation.document();
        }
        String section = citation.section();
        return section == null || known.contains(section)
                ? null
                : names.getOrDefault(citation.document(), citation.document()) + " has no section " + section;
    }
}
