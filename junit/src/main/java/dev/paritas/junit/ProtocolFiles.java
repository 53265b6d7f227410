package dev.paritas.junit;

import dev.paritas.bridge.Choreography;
import dev.paritas.bridge.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
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
 * @param loader knows the folders and jars of the class path
 * @param project the folder of the project
 */
record ProtocolFiles(ClassLoader loader, Path project) {
    /** So many files of one pattern are protocols; more are a mistake. */
    private static final int MOST_FILES = 10_000;

    /**
     * One file.
     *
     * @param name as a pattern says it, with {@code /} between folders
     * @param path the file, or the jar that has it below its root
     */
    record ProtocolFile(String name, Path path, boolean inJar) {
        /**
         * {@return what it holds}
         *
         * @throws InputException when it cannot be read
         * @throws UncheckedIOException when its jar cannot
         */
        Choreography read() {
            if (!inJar) {
                return Choreography.read(path);
            }
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                return Choreography.read(jar.getPath("/" + name));
            } catch (IOException e) {
                throw new UncheckedIOException("the jar " + path + " cannot be read for " + name, e);
            }
        }
    }

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
            for (URL url : Collections.list(loader.getResources(folder))) {
                found.addAll(onClassPath(url, folder, glob));
            }
            if (found.isEmpty()) {
                found.addAll(inFolder(project.resolve(folder), folder, glob));
            }
            if (found.isEmpty()) {
                throw new ExtensionConfigurationException("no protocol file matches '" + pattern
                        + "' in a folder or jar of the class path or below " + project);
            }
            if (found.size() > MOST_FILES) {
                throw new ExtensionConfigurationException(
                        "more than " + MOST_FILES + " protocol files match '" + pattern + "'");
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

    /** A folder, or a folder of a jar; jars in jars and the like are not looked into. */
    private static List<ProtocolFile> onClassPath(URL url, String folder, String glob) throws IOException {
        if (url.getProtocol().equals("file")) {
            return inFolder(Path.of(URI.create(url.toString())), folder, glob);
        }
        if (url.getProtocol().equals("jar")
                && url.openConnection() instanceof JarURLConnection connection
                && connection.getJarFileURL().getProtocol().equals("file")) {
            Path jar = Path.of(URI.create(connection.getJarFileURL().toString()));
            try (FileSystem files = FileSystems.newFileSystem(jar)) {
                return below(files.getPath("/" + folder), glob).stream()
                        .map(name -> new ProtocolFile(folder + name, jar, true))
                        .toList();
            }
        }
        return List.of();
    }

    private static List<ProtocolFile> inFolder(Path root, String folder, String glob) throws IOException {
        return below(root, glob).stream()
                .map(name -> new ProtocolFile(folder + name, root.resolve(name), false))
                .toList();
    }

    /** {@return names below {@code root}, with {@code /} between folders} */
    private static List<String> below(Path root, String glob) throws IOException {
        PathMatcher matcher = root.getFileSystem().getPathMatcher("glob:" + glob);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        int depth = glob.contains("**")
                ? Integer.MAX_VALUE
                : (int) glob.chars().filter(c -> c == '/').count() + 1;
        try (Stream<Path> files = Files.walk(root, depth)) {
            return files.filter(file -> matcher.matches(root.relativize(file)) && Files.isRegularFile(file))
                    .limit(MOST_FILES + 1L)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
