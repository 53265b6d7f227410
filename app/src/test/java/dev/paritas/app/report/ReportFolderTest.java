package dev.paritas.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.bridge.files.UnreadableFile;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.Checkout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The five forms, of a report that holds what foreign programs could say to harm its readers. */
class ReportFolderTest {
    @TempDir
    Path folder;

    private LaneReport report;

    @BeforeEach
    void read() throws IOException {
        byte[] bytes = Files.readAllBytes(Checkout.ROOT.resolve("app/src/test/browser/report.json"));
        report = JsonInput.read(bytes, ReadPolicy.STRICT, LaneReport.CODEC);
    }

    private void write(LaneReport one) throws IOException {
        ReportFolder.open(folder, List.of()).write(one);
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static LaneReport passing(String mode) {
        return LaneReport.of(
                "check-parity",
                mode,
                false,
                List.of(),
                Map.of(),
                List.of(LaneCheck.of(Check.recorded("suite/machine", "runs"), 1, List.of(), 0)),
                List.of());
    }

    private List<String> history() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("history"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void the_document_is_the_report_and_two_writes_give_the_same_files() throws IOException {
        write(report);
        assertThat(ReportFolder.reports(List.of(folder))).containsExactly(report);
        String page = text("index.html");
        Path other = folder.resolve("other");
        ReportFolder.open(other, List.of()).write(report);
        for (String file : List.of("report.json", "report.md", "junit.xml", "report.sarif", "index.html")) {
            assertThat(other.resolve(file)).hasSameTextualContentAs(folder.resolve(file));
        }
        assertThat(page).startsWith("<!DOCTYPE html>");
    }

    @Test
    void the_page_holds_foreign_texts_as_texts_and_names_nothing_outside() throws IOException {
        write(report);
        String page = text("index.html");
        assertThat(page)
                .containsOnlyOnce("<script>")
                .contains("&lt;script&gt;alert(")
                .contains("\\u202e");
        assertThat(page.split("<script>", 2)[1]).startsWith("(() =>");
        assertThat(List.of(page.split("src=\"", -1)))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("data:image/svg+xml;base64,");
        assertThat(page).doesNotContain("http:", "https:").contains("&lt;script&gt;alert('label')");
        assertThat(page.codePoints()
                        .filter(point -> Character.getType(point) == Character.CONTROL
                                || Character.getType(point) == Character.FORMAT)
                        .filter(point -> point != '\n' && point != '\t'))
                .isEmpty();
        assertThat(page).contains("style-src &#39;sha256-").contains("default-src &#39;none&#39;");
    }

    @Test
    void the_xml_is_read_by_a_parser_and_counts_what_the_report_counts() throws Exception {
        write(report);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(text("junit.xml").getBytes(StandardCharsets.UTF_8)));
        Element root = document.getDocumentElement();
        assertThat(root.getAttribute("tests"))
                .isEqualTo(String.valueOf(report.checks().size()));
        assertThat(root.getAttribute("failures"))
                .isEqualTo(String.valueOf(report.totals().failed()));
        assertThat(root.getAttribute("errors"))
                .isEqualTo(String.valueOf(
                        report.totals().broken() + report.totals().blocked()));
        assertThat(root.getAttribute("skipped"))
                .isEqualTo(String.valueOf(report.totals().skipped()));
        assertThat(document.getElementsByTagName("testcase").getLength())
                .isEqualTo(report.checks().size());
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("error").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(3);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("failure").item(1).getTextContent())
                .contains("<script>alert('x')</script>", "\uFFFD");
        assertThat(document.getElementsByTagName("testsuite").getLength()).isEqualTo(8);
    }

    @Test
    void the_scan_has_a_rule_for_each_check_and_a_result_for_each_finding() throws IOException {
        write(report);
        JsonNode scan = JsonMapper.shared().readTree(text("report.sarif"));
        assertThat(scan.get("version").asString()).isEqualTo("2.1.0");
        JsonNode run = scan.get("runs").get(0);
        JsonNode rules = run.get("tool").get("driver").get("rules");
        assertThat(run.get("tool").get("driver").get("name").asString()).isEqualTo("paritas");
        assertThat(rules.size()).isEqualTo(report.checks().size());
        int findings = report.checks().stream()
                .mapToInt(check -> check.mismatches().size() + check.failures().size())
                .sum();
        assertThat(run.get("results").size()).isEqualTo(findings);
        List<String> levels = new ArrayList<>();
        List<String> files = new ArrayList<>();
        for (JsonNode result : run.get("results")) {
            assertThat(rules.get(result.get("ruleIndex").asInt()).get("id")).isEqualTo(result.get("ruleId"));
            assertThat(result.get("message").get("text").asString()).isNotEmpty();
            assertThat(result.get("locations")
                            .get(0)
                            .get("logicalLocations")
                            .get(0)
                            .get("fullyQualifiedName")
                            .asString())
                    .isNotEmpty();
            assertThat(result.has("suppressions"))
                    .isEqualTo(result.get("level").asString().equals("note"));
            String place = result.get("locations")
                    .get(0)
                    .get("logicalLocations")
                    .get(0)
                    .get("fullyQualifiedName")
                    .asString();
            JsonNode file = result.get("locations").get(0).get("physicalLocation");
            assertThat(file != null)
                    .as(place)
                    .isEqualTo(report.inputs().stream()
                            .anyMatch(input -> place.equals(input.path()) || place.startsWith(input.path() + "/")));
            if (file != null) {
                files.add(file.get("artifactLocation").get("uri").asString());
            }
            levels.add(result.get("level").asString());
        }
        assertThat(files).containsExactly("fixtures/protocols/ping%20pong.json");
        assertThat(levels)
                .containsOnly("error", "note")
                .filteredOn("note"::equals)
                .hasSize(6);
        JsonNode invocation = run.get("invocations").get(0);
        assertThat(invocation.get("executionSuccessful").asBoolean()).isTrue();
        assertThat(invocation.get("toolExecutionNotifications").size()).isEqualTo(4);
    }

    @Test
    void the_summary_keeps_its_table_whatever_it_holds() throws IOException {
        write(report);
        String summary = text("report.md");
        assertThat(summary).startsWith("## Paritas: fail\n").doesNotContain("<script", "\u001b", "\u202e");
        assertThat(summary.lines().filter(line -> line.startsWith("| ")))
                .hasSize(report.checks().size() + 1)
                .allSatisfy(line -> assertThat(line.replace("\\|", "").chars().filter(unit -> unit == '|'))
                        .hasSize(6));
        assertThat(summary.lines()).noneMatch(line -> line.startsWith("::"));
        assertThat(summary)
                .contains("\n<pre>\nfirst difference: trace 4 at /tick (unexplained)\n", "&lt;script&gt;alert('label')")
                .contains("42 times");
    }

    @Test
    void earlier_reports_are_numbered_and_the_last_thirty_stay() throws IOException {
        for (int i = 0; i < 33; i++) {
            write(passing("default"));
        }
        assertThat(history()).hasSize(30).startsWith("000004.json").endsWith("000033.json");
        Files.writeString(folder.resolve("history/notes.txt"), "not a report");
        write(passing("default"));
        assertThat(history()).contains("notes.txt", "000034.json").doesNotContain("000004.json");
    }

    @Test
    void the_trend_shows_runs_that_were_asked_for_the_same() throws IOException {
        write(passing("default"));
        assertThat(text("index.html")).doesNotContain("id=\"trend\"");
        write(passing("--heap"));
        write(passing("default"));
        assertThat(text("index.html"))
                .contains("id=\"trend\"", "2 runs that were asked for the same", "1 earlier reports")
                .contains("000001: pass, 1 passed", "this run: pass")
                .doesNotContain("000002:");
    }

    @Test
    void a_trend_of_other_files_is_shown_in_the_order_in_which_they_are_named() throws IOException {
        write(passing("default"));
        Path later = Files.copy(folder.resolve("report.json"), folder.resolve("later.json"));
        Path sooner = Files.copy(folder.resolve("report.json"), folder.resolve("sooner.json"));
        Path out = folder.resolve("out");
        ReportFolder.open(out, List.of(sooner, later)).write(passing("default"));
        String page = Files.readString(out.resolve("index.html"));
        assertThat(page.indexOf("sooner:")).isPositive().isLessThan(page.indexOf("later:"));
    }

    @Test
    void what_is_no_report_is_refused_before_anything_is_written() throws IOException {
        write(passing("default"));
        Files.writeString(folder.resolve("history/000001.json"), "{}");
        assertThatThrownBy(() -> ReportFolder.open(folder, List.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isInstanceOf(UnreadableFile.class));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> ReportFolder.reports(List.of(empty)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isInstanceOf(ReportProblem.NoReport.class));
    }
}
