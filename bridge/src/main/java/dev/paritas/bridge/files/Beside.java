package dev.paritas.bridge.files;

import dev.paritas.bridge.process.OwnedName;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Names of what is not yet, or no longer, in its place. */
final class Beside {
    private static final String HIDDEN = ".paritas-";
    private static final OwnedName NAME = new OwnedName(HIDDEN + "write-");

    private Beside() {}

    /** {@return whether such a name is kept for this package} */
    static boolean isHidden(String name) {
        return name.startsWith(HIDDEN);
    }

    /** {@return a path in {@code folder} that nothing has yet} */
    static Path in(Path folder) {
        return folder.resolve(NAME.fresh());
    }

    /** Removes what ended processes left in {@code folder} before it was in its place. */
    static void sweep(Path folder) {
        NAME.leftIn(folder).forEach(Beside::remove);
    }

    /** Removes a file, or a folder with all in it. What cannot be removed stays, as after a process that was killed. */
    static void remove(Path entry) {
        try {
            Files.walkFileTree(entry, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
                        throws IOException {
                    Files.deleteIfExists(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // It is nobody's document, and readers pass over it.
        }
    }
}
