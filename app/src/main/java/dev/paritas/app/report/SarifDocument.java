package dev.paritas.app.report;

import dev.paritas.bridge.files.Sha256;
import dev.paritas.bridge.implementation.Release;
import dev.paritas.bridge.report.CaseFailure;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.InputFile;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneResult;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A report in the form SARIF 2.1.0, which code scanners exchange: a rule for each check, a result for each difference and
 * each case without an answer. Known divergences are notes that are suppressed.
 */
final class SarifDocument {
    private final LaneReport report;

    private SarifDocument(LaneReport report) {
        this.report = report;
    }

    static String of(LaneReport report) {
        return new SarifDocument(report).text();
    }

    private String text() {
        List<JsonValue> rules = new ArrayList<>();
        List<JsonValue> results = new ArrayList<>();
        List<JsonValue> notices = new ArrayList<>();
        for (LaneCheck check : report.checks()) {
            rules.add(rule(check));
            for (Mismatch mismatch : check.mismatches()) {
                results.add(result(rules.size() - 1, check, mismatch));
            }
            for (CaseFailure failure : check.failures()) {
                results.add(result(rules.size() - 1, check, failure));
            }
            if (check.status() == CheckStatus.SKIPPED || check.status() == CheckStatus.BLOCKED) {
                notices.add(notice(check, report.strict()));
            }
        }
        boolean successful = report.result() == LaneResult.PASS || report.result() == LaneResult.FAIL;
        JsonValue driver = object(Map.of(
                "name", text(Release.NAME), "version", text(Release.VERSION), "rules", new JsonValue.Array(rules)));
        JsonValue run = object(Map.of(
                "tool",
                object(Map.of("driver", driver)),
                "results",
                new JsonValue.Array(results),
                "invocations",
                list(object(Map.of(
                        "executionSuccessful",
                        new JsonValue.Bool(successful),
                        "toolExecutionNotifications",
                        new JsonValue.Array(notices)))),
                "properties",
                object(Map.of(
                        "mode", text(report.mode()),
                        "result", text(word(report.result())),
                        "sha256", text(report.sha256())))));
        JsonValue document = object(Map.of(
                "$schema",
                text("https://json.schemastore.org/sarif-2.1.0.json"),
                "version",
                text("2.1.0"),
                "runs",
                list(run)));
        return JsonOutput.prettyText(JsonValue.CODEC, document) + "\n";
    }

    private static JsonValue rule(LaneCheck check) {
        return object(Map.of(
                "id",
                text(check.id()),
                "shortDescription",
                message(check.description()),
                "properties",
                object(Map.of(
                        "evidence", text(word(check.evidence())),
                        "status", text(word(check.status())),
                        "cases", JsonValue.Num.of(check.cases())))));
    }

    private JsonValue result(int rule, LaneCheck check, Mismatch mismatch) {
        boolean known = check.status() == CheckStatus.COVERED;
        Map<String, JsonValue> members = members(
                rule,
                check,
                known ? "note" : "error",
                mismatch.key() + ": expected " + mismatch.expected() + ", got " + mismatch.told(),
                mismatch.location());
        members.put(
                "partialFingerprints",
                object(Map.of(
                        "difference/v1",
                        text(Sha256.hex((check.id() + "\n" + mismatch.key() + "\n" + mismatch.location())
                                .getBytes(StandardCharsets.UTF_8))))));
        if (known) {
            members.put(
                    "suppressions",
                    list(object(Map.of(
                            "kind", text("external"), "justification", text("a listed deviation explains it")))));
        }
        return object(members);
    }

    private JsonValue result(int rule, LaneCheck check, CaseFailure failure) {
        return object(members(rule, check, "error", "no answer: " + failure.reason(), failure.location()));
    }

    private Map<String, JsonValue> members(int rule, LaneCheck check, String level, String message, String location) {
        Map<String, JsonValue> members = new TreeMap<>();
        members.put("ruleId", text(check.id()));
        members.put("ruleIndex", JsonValue.Num.of(rule));
        members.put("level", text(level));
        members.put("message", message(message));
        Map<String, JsonValue> place = new TreeMap<>();
        place.put("logicalLocations", list(object(Map.of("fullyQualifiedName", text(location)))));
        file(location)
                .ifPresent(file -> place.put(
                        "physicalLocation",
                        object(Map.of(
                                "artifactLocation",
                                object(Map.of("uri", text(uri(file)), "uriBaseId", text("%SRCROOT%")))))));
        members.put("locations", list(object(place)));
        return members;
    }

    /** {@return the file of the tree that the place is in; empty where it is a case with a name of its own} */
    private Optional<String> file(String location) {
        return report.inputs().stream()
                .map(InputFile::path)
                .filter(path -> location.equals(path) || location.startsWith(path + "/"))
                .max(Comparator.comparingInt(String::length));
    }

    /** A path is foreign text; what could be a scheme, a host or a query in it is spelled. */
    private static String uri(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static JsonValue notice(LaneCheck check, boolean strict) {
        boolean error = strict || check.status() == CheckStatus.BLOCKED;
        return object(Map.of(
                "level",
                text(error ? "error" : "note"),
                "message",
                message(Objects.requireNonNullElse(check.skippedReason(), check.description())),
                "associatedRule",
                object(Map.of("id", text(check.id())))));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static JsonValue message(String text) {
        return object(Map.of("text", text(text)));
    }

    private static JsonValue text(String text) {
        return new JsonValue.Text(text);
    }

    private static JsonValue list(JsonValue one) {
        return new JsonValue.Array(List.of(one));
    }

    private static JsonValue object(Map<String, JsonValue> members) {
        return new JsonValue.Obj(new TreeMap<>(members));
    }
}
