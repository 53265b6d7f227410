package dev.paritas.app.report;

import dev.paritas.app.report.page.JtereportGenerated;
import dev.paritas.app.report.page.ReportPage;
import dev.paritas.app.report.page.Trend;
import dev.paritas.app.report.page.TrendPoint;
import dev.paritas.bridge.files.DocumentFile;
import dev.paritas.bridge.files.WholeFile;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with a report in five forms and with the reports before it, which are numbered: there is no clock in them, so
 * their order is that of their names.
 */
public final class ReportFolder {
    public static final String DOCUMENT = "report.json";

    private static final String HISTORY = "history";

    /** So many earlier reports stay. */
    private static final int KEPT = 30;

    /** So many reports are put together or shown in a trend. */
    private static final int MOST = 200;

    private static final Pattern NUMBERED = Pattern.compile("[0-9]{6}\\.json");

    private final Path folder;
    private final List<TrendPoint> earlier;

    private ReportFolder(Path folder, List<TrendPoint> earlier) {
        this.folder = folder;
        this.earlier = List.copyOf(earlier);
    }

    /**
     * {@return the folder, whose earlier reports have been read}
     *
     * @param trend folders and files with reports to show instead, in this order; empty for those that the folder keeps
     * @throws ProblemException ({@link ReportProblem}, or {@link dev.paritas.bridge.files.UnreadableFile}) when one of them
     *     is no report
     */
    public static ReportFolder open(Path folder, List<Path> trend) throws IOException {
        List<Path> files = new ArrayList<>();
        if (trend.isEmpty()) {
            files.addAll(numbered(folder.resolve(HISTORY)));
        }
        for (Path place : trend) {
            files.addAll(Files.isDirectory(place) ? documents(place) : List.of(place));
        }
        List<TrendPoint> points = new ArrayList<>();
        for (Path file : bounded(files)) {
            String name = String.valueOf(file.getFileName());
            Path parent = file.toAbsolutePath().getParent();
            points.add(new TrendPoint(
                    name.equals(DOCUMENT) && parent != null ? String.valueOf(parent.getFileName()) : stem(name),
                    read(file)));
        }
        return new ReportFolder(folder, points);
    }

    private static String stem(String name) {
        return name.endsWith(".json") ? name.substring(0, name.length() - ".json".length()) : name;
    }

    /**
     * {@return the reports in these places, in the order of the places} A folder stands for its {@value #DOCUMENT}, or for
     * those of the folders in it, by name.
     *
     * @throws ProblemException as {@link #open}, and when a folder has none
     */
    public static List<LaneReport> reports(List<Path> places) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path place : places) {
            files.addAll(Files.isDirectory(place) ? shards(place) : List.of(place));
        }
        List<LaneReport> reports = new ArrayList<>();
        for (Path file : bounded(files)) {
            reports.add(read(file));
        }
        return reports;
    }

    private static LaneReport read(Path file) throws IOException {
        return DocumentFile.read(file, ReadPolicy.STRICT, LaneReport.CODEC);
    }

    private static List<Path> bounded(List<Path> files) {
        if (files.size() > MOST) {
            throw new ProblemException(new ReportProblem.TooManyReports(MOST));
        }
        return files;
    }

    private static List<Path> shards(Path folder) throws IOException {
        Path own = folder.resolve(DOCUMENT);
        if (Files.exists(own)) {
            return List.of(own);
        }
        List<Path> found;
        try (Stream<Path> entries = Files.list(folder)) {
            found = entries.map(entry -> entry.resolve(DOCUMENT))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
        if (found.isEmpty()) {
            throw new ProblemException(new ReportProblem.NoReport(folder.toString()));
        }
        return found;
    }

    private static List<Path> documents(Path folder) throws IOException {
        List<Path> history = numbered(folder.resolve(HISTORY));
        if (!history.isEmpty()) {
            return history;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> found = entries.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
            return found.isEmpty() ? shards(folder) : found;
        }
    }

    private static List<Path> numbered(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file ->
                            NUMBERED.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Writes the five forms and keeps the report among the earlier ones, of which the oldest go. */
    public void write(LaneReport report) throws IOException {
        Path history = folder.resolve(HISTORY);
        List<Path> kept = numbered(history);
        long number = kept.isEmpty()
                ? 1
                : 1 + Long.parseLong(stem(String.valueOf(kept.getLast().getFileName())));
        String name = String.format(Locale.ROOT, "%06d", number);
        byte[] document = bytes(JsonOutput.prettyText(LaneReport.CODEC, report) + "\n");
        Map<Path, byte[]> files = new LinkedHashMap<>();
        files.put(history.resolve(name + ".json"), document);
        files.put(folder.resolve(DOCUMENT), document);
        files.put(folder.resolve("report.md"), bytes(MarkdownSummary.of(report)));
        files.put(folder.resolve("junit.xml"), bytes(JUnitDocument.of(report)));
        files.put(folder.resolve("report.sarif"), bytes(SarifDocument.of(report)));
        files.put(folder.resolve("index.html"), bytes(page(report)));
        Files.createDirectories(history);
        WholeFile.writeAll(files);
        for (Path old : kept.subList(0, Math.max(0, kept.size() + 1 - KEPT))) {
            Files.deleteIfExists(old);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Runs that were asked for something else are no part of a trend. */
    private Trend trend(LaneReport report) {
        List<TrendPoint> points = new ArrayList<>(earlier.stream()
                .filter(point -> ReportMerge.wholeMode(point.report()).equals(ReportMerge.wholeMode(report))
                        && point.report().strict() == report.strict())
                .toList());
        long leftOut = (long) earlier.size() - points.size();
        List<TrendPoint> last = new ArrayList<>(points.subList(Math.max(0, points.size() - KEPT), points.size()));
        last.add(new TrendPoint("this run", report));
        return new Trend(last, leftOut);
    }

    @SuppressWarnings("NullAway") // the interceptor is for templates with forms
    private String page(LaneReport report) throws IOException {
        PageParts parts = PageParts.load();
        StringOutput html = new StringOutput();
        JtereportGenerated.render(
                new OwaspHtmlTemplateOutput(html),
                null,
                ReportPage.of(report, trend(report), parts.style(), parts.script(), parts.policy()));
        return VisibleText.of(html.toString());
    }
}
