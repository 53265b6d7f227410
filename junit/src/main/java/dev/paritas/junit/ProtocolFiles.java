package dev.paritas.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Where protocol files are looked for.
 *
 * @param loader knows the folders of the class path
 * @param project the folder of the project
 */
record ProtocolFiles(ClassLoader loader, Path project) {
    /**
     * One file.
     *
     * @param name as a pattern says it, with {@code /} between folders
     */
    record ProtocolFile(String name, Path path) {}

    static ProtocolFiles of(Class<?> test) {
        ClassLoader loader = Objects.requireNonNullElseGet(test.getClassLoader(), ClassLoader::getSystemClassLoader);
        return new ProtocolFiles(loader, Path.of("").toAbsolutePath());
    }

    /**
     * {@return the files that match {@code pattern}, at least one, ascending by name; those of the class path, or else those of
     * the project}
     *
     * @throws ExtensionConfigurationException when there is none, or the pattern is none
     */
    List<ProtocolFile> matching(String pattern) {
        int literal = pattern.substring(0, firstSpecial(pattern)).lastIndexOf('/') + 1;
        String folder = pattern.substring(0, literal);
        String glob = pattern.substring(literal);
        try {
            List<ProtocolFile> found = new ArrayList<>();
            for (Path root : classPath(folder)) {
                found.addAll(below(root, folder, glob));
            }
            if (found.isEmpty()) {
                found.addAll(below(project.resolve(folder), folder, glob));
            }
            if (found.isEmpty()) {
                throw new ExtensionConfigurationException(
                        "no protocol file matches '" + pattern + "' in a folder of the class path or below " + project);
            }
            found.sort(Comparator.comparing(ProtocolFile::name));
            return List.copyOf(found);
        } catch (PatternSyntaxException e) {
            throw new ExtensionConfigurationException("'" + pattern + "' is no pattern: " + e.getDescription(), e);
        } catch (IOException | UncheckedIOException e) {
            throw new ExtensionConfigurationException("the files of '" + pattern + "' cannot be listed", e);
        }
    }

    /** {@return the place of the first sign that has a meaning in patterns; the length where there is none} */
    private static int firstSpecial(String pattern) {
        int place = 0;
        while (place < pattern.length() && "*?[]{}\\".indexOf(pattern.charAt(place)) < 0) {
            place++;
        }
        return place;
    }

    private List<Path> classPath(String folder) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (URL url : Collections.list(loader.getResources(folder))) {
            if (url.getProtocol().equals("file")) {
                folders.add(Path.of(URI.create(url.toString())));
            }
        }
        return folders;
    }

    private static List<ProtocolFile> below(Path root, String folder, String glob) throws IOException {
        PathMatcher matcher = root.getFileSystem().getPathMatcher("glob:" + glob);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        int depth = glob.contains("**")
                ? Integer.MAX_VALUE
                : (int) glob.chars().filter(c -> c == '/').count() + 1;
        try (Stream<Path> files = Files.walk(root, depth)) {
            return files.filter(file -> matcher.matches(root.relativize(file)) && Files.isRegularFile(file))
                    .map(file -> new ProtocolFile(
                            folder + root.relativize(file).toString().replace('\\', '/'), file))
                    .toList();
        }
    }
}
