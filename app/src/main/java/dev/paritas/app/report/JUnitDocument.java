package dev.paritas.app.report;

import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A report in the form of JUnit's XML reports, which build servers read: a suite for each lane, a case for each check. */
final class JUnitDocument {
    private final XMLStreamWriter xml;
    private final boolean strict;

    private JUnitDocument(XMLStreamWriter xml, boolean strict) {
        this.xml = xml;
        this.strict = strict;
    }

    static String of(LaneReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new JUnitDocument(xml, report.strict()).suites(report);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text that grows in memory cannot be written", e);
        }
        return text + "\n";
    }

    private void suites(LaneReport report) throws XMLStreamException {
        Map<String, List<LaneCheck>> lanes = report.checks().stream()
                .collect(Collectors.groupingBy(LaneCheck::lane, LinkedHashMap::new, Collectors.toList()));
        xml.writeStartElement("testsuites");
        counted(report.lane() + " " + report.mode(), report.checks());
        for (Map.Entry<String, List<LaneCheck>> lane : lanes.entrySet()) {
            xml.writeStartElement("testsuite");
            counted(lane.getKey(), lane.getValue());
            for (LaneCheck check : lane.getValue()) {
                one(check);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void counted(String name, List<LaneCheck> checks) throws XMLStreamException {
        attribute("name", name);
        attribute("tests", String.valueOf(checks.size()));
        attribute("failures", count(checks, "failure"));
        attribute("errors", count(checks, "error"));
        attribute("skipped", count(checks, "skipped"));
        attribute(
                "time", seconds(checks.stream().mapToLong(LaneCheck::durationMs).sum()));
    }

    private String count(List<LaneCheck> checks, String outcome) {
        return String.valueOf(checks.stream()
                .filter(check -> outcome(check.status()).equals(outcome))
                .count());
    }

    private String outcome(CheckStatus status) {
        return switch (status) {
            case PASS, COVERED -> "";
            case FAIL -> "failure";
            case BLOCKED, BROKEN -> "error";
            case SKIPPED -> strict ? "failure" : "skipped";
        };
    }

    private void one(LaneCheck check) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("name", check.id());
        attribute("classname", check.lane());
        attribute("time", seconds(check.durationMs()));
        String outcome = outcome(check.status());
        if (!outcome.isEmpty()) {
            xml.writeStartElement(outcome);
            attribute("message", Objects.requireNonNullElse(check.skippedReason(), check.description()));
            attribute("type", check.status().name().toLowerCase(Locale.ROOT));
            xml.writeCharacters(legal(details(check)));
            xml.writeEndElement();
        } else if (check.status() == CheckStatus.COVERED) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(legal(details(check)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String details(LaneCheck check) {
        StringBuilder text = new StringBuilder();
        check.mismatches()
                .forEach(mismatch -> text.append(mismatch.key())
                        .append(" at ")
                        .append(mismatch.location())
                        .append("\n  expected ")
                        .append(mismatch.expected())
                        .append("\n  got      ")
                        .append(mismatch.told())
                        .append('\n'));
        check.failures()
                .forEach(failure -> text.append(failure.text())
                        .append('\n')
                        .append(failure.stderr()
                                .lines()
                                .map(line -> "  | " + line + "\n")
                                .collect(Collectors.joining())));
        return text.toString();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
    }

    /** {@return the text with U+FFFD for what XML 1.0 cannot hold, escaped or not} */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints().map(point -> isLegal(point) ? point : 0xFFFD).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
