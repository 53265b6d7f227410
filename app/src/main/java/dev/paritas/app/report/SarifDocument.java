package dev.paritas.app.report;

import dev.paritas.bridge.files.Sha256;
import dev.paritas.bridge.implementation.Release;
import dev.paritas.bridge.report.CaseFailure;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneResult;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A report in the form SARIF 2.1.0, which code scanners exchange: a rule for each check, a result for each difference and
 * each case without an answer. Known divergences are notes that are suppressed.
 */
final class SarifDocument {
    private SarifDocument() {}

    static String of(LaneReport report) {
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

    private static JsonValue result(int rule, LaneCheck check, Mismatch mismatch) {
        boolean known = check.status() == CheckStatus.COVERED;
        Map<String, JsonValue> members = members(
                rule,
                check,
                known ? "note" : "error",
                mismatch.key() + ": expected " + mismatch.expected() + ", got " + mismatch.actual(),
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

    private static JsonValue result(int rule, LaneCheck check, CaseFailure failure) {
        return object(members(rule, check, "error", "no answer: " + failure.reason(), failure.location()));
    }

    private static Map<String, JsonValue> members(
            int rule, LaneCheck check, String level, String message, String location) {
        Map<String, JsonValue> members = new TreeMap<>();
        members.put("ruleId", text(check.id()));
        members.put("ruleIndex", JsonValue.Num.of(rule));
        members.put("level", text(level));
        members.put("message", message(message));
        members.put(
                "locations",
                list(object(Map.of("logicalLocations", list(object(Map.of("fullyQualifiedName", text(location))))))));
        return members;
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
