package dev.paritas.bridge.compare;

import dev.paritas.bridge.report.Sha256;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Everything needed to see a divergence again, as a folder {@code <kind>-<hash of the input>} with
 * {@code input.json}, {@code left.json}, {@code right.json} and {@code about.json}. A folder that is moved to the
 * fixtures becomes a permanent test.
 *
 * @param input the run request
 * @param left the machine's outcome
 * @param right the other side's outcome
 */
public record Reproducer(CaseInput input, SideOutcome left, SideOutcome right, ReproducerAbout about) {
    private static final ReadPolicy POLICY =
            ReadPolicy.STRICT.withMaxBytes(Long.MAX_VALUE).withMaxDepth(1000);
    private static final int HASH_DIGITS = 16;

    /** {@return the name of the folder: the kind and the first digits of the SHA-256 of the compact input} */
    public static String folderName(String kind, CaseInput input) {
        String hash = Sha256.hex(JsonOutput.compactBytes(CaseInput.CODEC, input));
        return kind + "-" + hash.substring(0, HASH_DIGITS);
    }

    /**
     * Writes the folder below {@code parent}, replacing an older one of the same input.
     *
     * @return the folder
     */
    public Path writeTo(Path parent) throws IOException {
        Path folder = parent.resolve(folderName(about.kind(), input));
        Files.createDirectories(folder);
        write(folder.resolve("input.json"), CaseInput.CODEC, input);
        write(folder.resolve("left.json"), SideOutcome.CODEC, left);
        write(folder.resolve("right.json"), SideOutcome.CODEC, right);
        write(folder.resolve("about.json"), ReproducerAbout.CODEC, about);
        return folder;
    }

    /**
     * Reads a folder that {@link #writeTo} made.
     *
     * @throws IOException when a file is absent
     * @throws dev.paritas.semanticobjects.json.JsonException when a file is not what it should be
     */
    public static Reproducer read(Path folder) throws IOException {
        return new Reproducer(
                read(folder.resolve("input.json"), CaseInput.CODEC),
                read(folder.resolve("left.json"), SideOutcome.CODEC),
                read(folder.resolve("right.json"), SideOutcome.CODEC),
                read(folder.resolve("about.json"), ReproducerAbout.CODEC));
    }

    /** {@return the comparison of the recorded outcomes} */
    public PairRun recorded() {
        return PairRun.compare(input, left, right);
    }

    /** {@return the comparison of what the two sides make of the input now} */
    public PairRun replayed(Side machine, Side lean) {
        return PairRun.of(input, machine, lean);
    }

    private static <T> void write(Path file, Codec<T> codec, T value) throws IOException {
        Files.writeString(file, JsonOutput.prettyText(codec, value) + "\n");
    }

    private static <T> T read(Path file, Codec<T> codec) throws IOException {
        return JsonInput.read(Files.readAllBytes(file), POLICY, codec);
    }
}
