package dev.paritas.bridge.compare;

import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.files.DocumentFile;
import dev.paritas.bridge.files.FolderChange;
import dev.paritas.bridge.files.Links;
import dev.paritas.bridge.files.Sha256;
import dev.paritas.bridge.files.UnreadableFile;
import dev.paritas.bridge.implementation.Identity;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything needed to see a divergence again, as a folder {@code <kind>-<hash of input, sides and finding>} with
 * {@code input.json}, {@code left.json}, {@code right.json} and {@code about.json}. A folder that is moved to the
 * fixtures becomes a permanent test.
 *
 * @param input the run request
 * @param left the machine's outcome
 * @param right the other side's outcome
 */
public record Reproducer(CaseInput input, SideOutcome left, SideOutcome right, ReproducerAbout about) {
    private static final ReadPolicy POLICY =
            ReadPolicy.STRICT.withMaxBytes(BoundedFile.MAX_BYTES).withMaxDepth(1000);
    private static final int HASH_DIGITS = 16;
    private static final String INPUT = "input.json";
    private static final String LEFT = "left.json";
    private static final String RIGHT = "right.json";
    private static final String ABOUT = "about.json";

    /**
     * Where a case came from and who answered it.
     *
     * @param source a corpus id, a file name
     * @param parent the folder of reproducers, as the user will type it
     */
    public record Origin(String source, @Nullable Long seed, String parent, Answerer left, Answerer right) {}

    /** {@return the finding {@code report} of a pair, to be kept} */
    public static Reproducer of(PairRun pair, DivergenceReport report, Origin origin) {
        return of(report.classWord(), "", pair.input(), pair.machine(), pair.lean(), report, pair.mode(), origin);
    }

    /** {@return a difference between the reference dialect, on the left, and the Lean model, to be kept} */
    public static Reproducer ofLeanModel(
            CaseInput input, SideOutcome dialect, SideOutcome model, DivergenceReport report, Origin origin) {
        return of(ReproducerAbout.LEAN_MODEL, "--lean ", input, dialect, model, report, ComparisonMode.EXACT, origin);
    }

    private static Reproducer of(
            String kind,
            String option,
            CaseInput input,
            SideOutcome left,
            SideOutcome right,
            DivergenceReport report,
            ComparisonMode mode,
            Origin origin) {
        RecordedSide.Kept ours = RecordedSide.of(left, origin.left(), report);
        RecordedSide.Kept theirs = RecordedSide.of(right, origin.right(), report);
        String folder = folderName(kind, input, ours.about(), theirs.about(), report);
        String command =
                "paritas compare " + option + "--reproduce " + ShellText.line(List.of(origin.parent() + "/" + folder));
        return new Reproducer(
                input,
                ours.outcome(),
                theirs.outcome(),
                new ReproducerAbout(
                        ReproducerAbout.SCHEMA,
                        kind,
                        origin.source(),
                        origin.seed(),
                        command,
                        report,
                        ours.about(),
                        theirs.about(),
                        mode));
    }

    /** Two findings on one input, or of two runners, have two names. */
    private static String folderName(
            String kind,
            CaseInput input,
            @Nullable RecordedSide left,
            @Nullable RecordedSide right,
            DivergenceReport report) {
        List<String> parts = new ArrayList<>();
        parts.add(JsonOutput.compactText(CaseInput.CODEC, input));
        for (RecordedSide side : Arrays.asList(left, right)) {
            if (side != null) {
                parts.add(JsonOutput.compactText(Identity.CODEC, side.identity()));
                parts.addAll(side.command());
            }
        }
        parts.add(JsonOutput.compactText(DivergenceReport.CODEC, report));
        String hash = Sha256.hex(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        return kind + "-" + hash.substring(0, HASH_DIGITS);
    }

    /**
     * Writes the folder below {@code parent}, replacing an older one of the same finding. A symbolic link in its place is
     * refused.
     *
     * @return the folder
     */
    public Path writeTo(Path parent) throws IOException {
        Path folder = parent.resolve(folder());
        Links.refuse(parent, folder);
        new FolderChange(
                        Map.of(
                                INPUT, bytes(CaseInput.CODEC, input),
                                LEFT, bytes(SideOutcome.CODEC, left),
                                RIGHT, bytes(SideOutcome.CODEC, right),
                                ABOUT, bytes(ReproducerAbout.CODEC, about)),
                        List.of())
                .applyTo(folder);
        return folder;
    }

    /** {@return the name of the folder: the kind, and a hash of the input, who answered, and what differs} */
    public String folder() {
        return folderName(about.kind(), input, about.left(), about.right(), about.report());
    }

    /**
     * Reads a folder that {@link #writeTo} made.
     *
     * @throws IOException when a file is absent, or a symbolic link
     * @throws ProblemException ({@link UnreadableFile}) when a file is not what it should be
     */
    public static Reproducer read(Path folder) throws IOException {
        FolderChange.finish(folder);
        return new Reproducer(
                read(folder, INPUT, CaseInput.CODEC),
                read(folder, LEFT, SideOutcome.CODEC),
                read(folder, RIGHT, SideOutcome.CODEC),
                read(folder, ABOUT, ReproducerAbout.CODEC));
    }

    /** {@return the comparison of the recorded outcomes} */
    public PairRun recorded() {
        return PairRun.recorded(input, left, right, about.mode());
    }

    /**
     * {@return the comparison of what the two sides make of the input now}
     *
     * @param mode what must be equal; null for what was compared then
     */
    public PairRun replayed(Side machine, Side lean, @Nullable ComparisonMode mode) {
        return PairRun.compare(input, machine.run(input), lean.run(input), mode == null ? about.mode() : mode);
    }

    private static <T> byte[] bytes(Codec<T> codec, T value) {
        return (JsonOutput.prettyText(codec, value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T read(Path folder, String name, Codec<T> codec) throws IOException {
        Path file = folder.resolve(name);
        Links.refuse(folder, file);
        return DocumentFile.read(file, POLICY, codec);
    }
}
