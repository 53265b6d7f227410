package dev.paritas.app.diagram;

import java.util.List;
import java.util.stream.Collectors;

/** Diagrams as Mermaid draws them; texts are its character codes wherever a character could act. */
final class Mermaid {
    private static final String NAME = "p";

    private final StringBuilder out = new StringBuilder();

    private Mermaid() {}

    /** {@return a {@code sequenceDiagram}} */
    static String of(SequenceDiagram diagram) {
        Mermaid written = new Mermaid();
        written.line("", "sequenceDiagram");
        written.line("    ", "title " + text(diagram.title()));
        written.participants(diagram.participants());
        diagram.steps().forEach(step -> written.step("    ", step));
        return written.out.toString().stripTrailing();
    }

    /** {@return text that acts nowhere} */
    static String text(String text) {
        return Shown.text(text, codePoint -> "#" + codePoint + ";");
    }

    private void participants(List<SequenceDiagram.Participant> participants) {
        String group = "";
        for (int i = 0; i < participants.size(); i++) {
            SequenceDiagram.Participant participant = participants.get(i);
            if (!participant.group().equals(group)) {
                if (!group.isEmpty()) {
                    line("    ", "end");
                }
                group = participant.group();
                if (!group.isEmpty()) {
                    line("    ", "box transparent " + text(group));
                }
            }
            line("    ", "participant " + NAME + i + " as " + text(participant.name()));
        }
        if (!group.isEmpty()) {
            line("    ", "end");
        }
    }

    private void step(String indent, SequenceDiagram.Step step) {
        switch (step) {
            case SequenceDiagram.Message message -> {
                String arrow = switch (message.way()) {
                    case WHOLE -> "->>";
                    case SENT -> "--)";
                    case RECEIVED -> "-)";
                };
                marked(
                        indent,
                        message.marked(),
                        NAME + message.from() + arrow + NAME + message.to() + ": " + text(message.text()));
            }
            case SequenceDiagram.Note note ->
                marked(
                        indent,
                        note.marked(),
                        "Note over " + NAME + note.first()
                                + (note.last() == note.first() ? "" : "," + NAME + note.last()) + ": "
                                + note.lines().stream().map(Mermaid::text).collect(Collectors.joining("<br/>")));
            case SequenceDiagram.Alternatives either -> {
                line(indent, "alt " + text(either.left()));
                either.leftSteps().forEach(inner -> step(indent + "    ", inner));
                line(indent, "else " + text(either.right()));
                either.rightSteps().forEach(inner -> step(indent + "    ", inner));
                line(indent, "end");
            }
        }
    }

    private void marked(String indent, boolean marked, String line) {
        if (marked) {
            line(indent, "rect rgb(253, 226, 226)");
            line(indent + "    ", line);
            line(indent, "end");
        } else {
            line(indent, line);
        }
    }

    private void line(String indent, String line) {
        out.append(indent).append(line).append('\n');
    }
}
