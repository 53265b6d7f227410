package dev.paritas.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.app.diagram.SequenceDiagram.Alternatives;
import dev.paritas.app.diagram.SequenceDiagram.Message;
import dev.paritas.app.diagram.SequenceDiagram.Note;
import dev.paritas.app.diagram.SequenceDiagram.Participant;
import dev.paritas.app.diagram.SequenceDiagram.Way;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.ForeignText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** Whatever roles and labels are called, a diagram shows it and does nothing else. */
final class SequenceFormTest {
    static Stream<String> hostile() {
        return Stream.of(
                "end",
                "End of it",
                "note over p0",
                "a;b#c",
                "#35;",
                "a: b",
                "wrap:x",
                "%%{init: {}}%%",
                "<b>bold</b>",
                "<script>alert(1)</script>",
                "<br/>",
                "<img:/etc/hostname>",
                "<U+0041>",
                "<color:red>x",
                "<latex>x</latex>",
                "**b** //i// __u__ --s-- ~~w~~",
                "[[http://example.org]]",
                "http://example.org",
                "\"quoted\" 'single'",
                "back\\slash \\n new",
                "two\nlines\r\nand\ttab",
                "\n!include /etc/passwd",
                "!include /etc/passwd",
                "%getenv(\"PATH\") %newline()",
                "$x ${y} $!z",
                "' comment /' block '/",
                "@enduml",
                "{{ }}",
                ":smile: <:smile:> <&heart> <$sprite>",
                "||x|| = y * z",
                "== divider ==",
                "... 5 ...",
                "p0 -> p1 : x",
                "&lt; &#65;",
                "ä é 中 \uD83D\uDE00",
                "\u202Eturned",
                "\u001B[31mred",
                "c:\\temp\\table",
                "style x:#y;");
    }

    private static SequenceDiagram named(String name) {
        return new SequenceDiagram(
                name,
                List.of(new Participant(name, name), new Participant(name, "B")),
                List.of(
                        new Message(0, 1, name, Way.WHOLE, false),
                        new Message(1, 0, name, Way.SENT, true),
                        new Note(0, 1, List.of(name, "second"), true),
                        new Alternatives(
                                name,
                                List.of(new Message(0, 0, name, Way.RECEIVED, false)),
                                name,
                                List.of(new Note(1, 1, List.of(name), false)))));
    }

    private static Document svg(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<String> texts(Document document) {
        return elements(document, "text").stream().map(Element::getTextContent).toList();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_picture_shows_every_name_as_it_is_written_and_refers_to_nothing(String name) throws Exception {
        String text = SequenceForm.SVG.write(named(name));
        Document document = svg(text);
        String shown = ForeignText.line(name);
        assertThat(texts(document))
                .filteredOn(shown::equals)
                .as("title, group, participant, two messages, a line, a message to itself, a note: %s", texts(document))
                .hasSize(8);
        assertThat(texts(document)).filteredOn(("[" + shown + "]")::equals).hasSize(2);
        assertThat(elements(document, "title"))
                .hasSize(1)
                .allSatisfy(title -> assertThat(title.getTextContent()).isEqualTo(shown));
        for (Element element : elements(document, "*")) {
            assertThat(element.getTagName())
                    .isIn("svg", "title", "defs", "g", "text", "rect", "line", "path", "polygon", "ellipse");
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                String attribute = attributes.item(i).getNodeName();
                assertThat(attribute).doesNotStartWith("on").doesNotContain("href");
                assertThat(attributes.item(i).getNodeValue()).doesNotContain("url(", "javascript");
            }
        }
    }

    /** The grammar of what we write, in which no foreign text can be anything but a text. */
    @ParameterizedTest
    @MethodSource("hostile")
    void a_mermaid_source_has_one_line_for_each_step_and_no_character_that_acts(String name) {
        String text = "([\\p{L}\\p{N} ,._-]|#[0-9]+;)+";
        assertThat(SequenceForm.MERMAID.write(named(name)).lines())
                .hasSize(18)
                .allSatisfy(line -> assertThat(line)
                        .matches(" *(sequenceDiagram|end|title " + text + "|box transparent " + text
                                + "|participant p\\d as " + text + "|p\\d(->>|--\\)|-\\))p\\d: " + text
                                + "|Note over p\\d(,p\\d)?: " + text + "(<br/>second)?|(alt|else) " + text
                                + "|rect rgb\\(253, 226, 226\\))"))
                .noneSatisfy(line -> assertThat(line).containsIgnoringCase("as end"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_plantuml_source_has_one_line_for_each_step_and_no_character_that_acts(String name) {
        String text = "([\\p{L}\\p{N} ,._-]|<U\\+[0-9A-F]{4,6}>)+";
        assertThat(SequenceForm.PLANTUML.write(named(name)).lines().dropWhile(line -> !line.equals("</style>")))
                .allSatisfy(line -> assertThat(line)
                        .matches("</style>|@enduml|end( box)?|title " + text + "|box \"" + text + "\"|participant \""
                                + text + "\" as p\\d|p\\d -(\\[#B23B3B,bold\\])?(>|->>|>>) p\\d : (<color:#B23B3B>)?"
                                + text + "|note over p\\d(, p\\d)?( #FDE2E2)? : " + text
                                + "(\\\\nsecond)?|(alt|else) " + text));
    }

    @ParameterizedTest
    @EnumSource(SequenceForm.class)
    void a_very_long_name_is_cut(SequenceForm form) {
        assertThat(form.write(named("x".repeat(100_000))))
                .contains("x".repeat(119))
                .doesNotContain("x".repeat(120));
    }

    @Test
    void the_source_of_a_picture_that_is_none_is_refused() {
        assertThat(Svg.of("@startuml\na -> b\n@enduml", "t")).startsWith("<svg");
        assertThatThrownBy(() -> Svg.of("@startuml\nno diagram at all (\n@enduml", "t"))
                .hasMessageContaining("could not be drawn");
        // PlantUML 1.2025.10 trips over this, and draws a picture of its own stack trace.
        assertThatThrownBy(() -> Svg.of("@startuml\na -> b : &#92;x\n@enduml", "t"))
                .hasMessageContaining("could not be drawn");
    }

    @Test
    void whoever_draws_reads_no_file() {
        String source = "@startuml\n!include /etc/hostname\na -> b : %getenv(\"PATH\")x\n@enduml";
        try {
            assertThat(Svg.of(source, "t")).doesNotContain(String.valueOf(System.getenv("PATH")));
        } catch (ProblemException e) {
            assertThat(e.problem()).isInstanceOf(SvgProblem.NotDrawn.class);
        }
    }
}
