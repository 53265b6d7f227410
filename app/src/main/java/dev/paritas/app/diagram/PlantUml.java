package dev.paritas.app.diagram;

import java.util.List;
import java.util.stream.Collectors;

/** Diagrams as PlantUML draws them; texts are its character codes wherever a character could act. */
final class PlantUml {
    private static final String NAME = "p";
    private static final String MARK = "#B23B3B";

    private static final String STYLE = """
            <style>
            sequenceDiagram {
              FontName sans-serif
              participant {
                BackgroundColor #EAF1FB
                LineColor #4A6FA5
                FontColor #1B2A3A
                FontSize 13
                FontStyle bold
                RoundCorner 8
              }
              lifeLine {
                LineColor #9FB3C8
              }
              arrow {
                LineColor #33475B
                FontColor #1B2A3A
                FontSize 12
              }
              note {
                BackgroundColor #FFF9E5
                LineColor #D9C27A
                FontSize 12
              }
              group {
                LineColor #B23B3B
                FontSize 12
              }
              groupHeader {
                BackgroundColor #FBE9E9
                FontColor #8C2F2F
                FontSize 12
              }
              box {
                BackgroundColor #F7F9FC
                LineColor #C9D6E5
                FontSize 12
              }
            }
            </style>
            """;

    private final StringBuilder out = new StringBuilder();

    private PlantUml() {}

    /** {@return a sequence diagram from {@code @startuml} to {@code @enduml}} */
    static String of(SequenceDiagram diagram) {
        PlantUml written = new PlantUml();
        written.line("@startuml");
        written.line("hide footbox");
        written.out.append(STYLE);
        written.line("title " + text(diagram.title()));
        written.participants(diagram.participants());
        diagram.steps().forEach(written::step);
        written.line("@enduml");
        return written.out.toString().stripTrailing();
    }

    /** {@return text that acts nowhere} */
    static String text(String text) {
        // It reads a backslash and a t as a tabulator, however the backslash is spelled.
        return Shown.text(text, "<U+%04X>"::formatted).replace("<U+005C>t", "<U+005C><U+200B>t");
    }

    private void participants(List<SequenceDiagram.Participant> participants) {
        String group = "";
        for (int i = 0; i < participants.size(); i++) {
            SequenceDiagram.Participant participant = participants.get(i);
            if (!participant.group().equals(group)) {
                if (!group.isEmpty()) {
                    line("end box");
                }
                group = participant.group();
                if (!group.isEmpty()) {
                    line("box \"" + text(group) + "\"");
                }
            }
            line("participant \"" + text(participant.name()) + "\" as " + NAME + i);
        }
        if (!group.isEmpty()) {
            line("end box");
        }
    }

    private void step(SequenceDiagram.Step step) {
        switch (step) {
            case SequenceDiagram.Message message -> {
                String colour = message.marked() ? "[" + MARK + ",bold]" : "";
                String arrow = switch (message.way()) {
                    case WHOLE -> "-" + colour + ">";
                    case SENT -> "-" + colour + "->>";
                    case RECEIVED -> "-" + colour + ">>";
                };
                line(NAME + message.from() + " " + arrow + " " + NAME + message.to() + " : "
                        + (message.marked() ? "<color:" + MARK + ">" : "") + text(message.text()));
            }
            case SequenceDiagram.Note note ->
                line("note over " + NAME + note.first()
                        + (note.last() == note.first() ? "" : ", " + NAME + note.last())
                        + (note.marked() ? " #FDE2E2" : "") + " : "
                        + note.lines().stream().map(PlantUml::text).collect(Collectors.joining("\\n")));
            case SequenceDiagram.Alternatives either -> {
                line("alt " + text(either.left()));
                either.leftSteps().forEach(this::step);
                line("else " + text(either.right()));
                either.rightSteps().forEach(this::step);
                line("end");
            }
        }
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
