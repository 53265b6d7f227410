package dev.paritas.bridge.cli;

import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.Reproducer;
import dev.paritas.bridge.compare.ReproducerAbout;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps a divergence so that it can be seen again. */
final class Reproducers {
    private static final Path DEFAULT = Path.of("reproducers");

    private Reproducers() {}

    /** Writes the folder of {@code pair}, below {@code parent} when one is named. {@return the folder} */
    static Path keep(@Nullable Path parent, PairRun pair, DivergenceReport report, String source) throws IOException {
        Path below = parent == null ? DEFAULT : parent;
        String folder = Reproducer.folderName(report.classWord(), pair.input());
        ReproducerAbout about = ReproducerAbout.of(report, source, null, below.toString(), folder);
        return new Reproducer(pair.input(), pair.machine(), pair.lean(), about).writeTo(below);
    }
}
