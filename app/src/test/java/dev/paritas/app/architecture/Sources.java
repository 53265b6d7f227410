package dev.paritas.app.architecture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The project's own texts; nothing that a build or an import made. */
final class Sources {
    private static final Set<String> MADE = Set.of("target", "node_modules", "reference", "reproducers", "planted");

    private Sources() {}

    /**
     * {@return Java, Lean, JavaScript and Markdown files, and recipes and descriptions of fixtures, but the test that
     * plants wrong citations}
     */
    static List<Path> citing(Path root) throws IOException {
        return files(
                root,
                name -> name.matches(".*\\.(java|lean|cjs|md|sh)|justfile|about\\.json")
                        && !name.equals("SpecificationCitationTest.java"));
    }

    static List<Path> markdown(Path root) throws IOException {
        return files(root, name -> name.endsWith(".md"));
    }

    /** {@return the Java sources of the product, without tests} */
    static List<Path> product(Path root) throws IOException {
        return files(root, name -> name.endsWith(".java")).stream()
                .filter(file -> root.relativize(file).toString().contains("src/main/java"))
                .toList();
    }

    /** {@return the Java sources of the tests} */
    static List<Path> tests(Path root) throws IOException {
        return files(root, name -> name.endsWith(".java")).stream()
                .filter(file -> root.relativize(file).toString().contains("src/test/java"))
                .toList();
    }

    private static List<Path> files(Path root, Predicate<String> wanted) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean skipped = !folder.equals(root) && (MADE.contains(name) || name.startsWith("."));
                return skipped && !isSource(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (wanted.test(file.getFileName().toString())) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream().sorted().toList();
    }

    /** A package may have the name of a folder that is made. */
    private static boolean isSource(Path folder) {
        return folder.toString().contains("src/main/java") || folder.toString().contains("src/test/java");
    }
}
