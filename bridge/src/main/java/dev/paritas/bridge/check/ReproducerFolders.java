package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.Reproducer;
import java.io.IOException;
import java.nio.file.Path;

/** Where lanes leave the folders from which differences can be seen again. */
final class ReproducerFolders {
    private ReproducerFolders() {}

    private static Path parent(LaneContext context) {
        return context.environment().output().resolve("reproducers");
    }

    /** {@return their folder as a user types it in the project} */
    static String name(LaneContext context) {
        return context.environment().relative(parent(context));
    }

    static void keep(LaneContext context, Reproducer reproducer) throws IOException {
        Path _ = reproducer.writeTo(parent(context));
    }
}
