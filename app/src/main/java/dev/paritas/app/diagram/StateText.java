package dev.paritas.app.diagram;

import dev.paritas.choreography.monitor.Action;
import dev.paritas.choreography.monitor.RoleStates;
import dev.paritas.semanticobjects.value.ForeignText;
import java.util.ArrayList;
import java.util.List;

/** The states of a role in the languages of those who draw them. */
final class StateText {
    private static final String STYLE = """
            <style>
            stateDiagram {
              FontName sans-serif
              state {
                BackgroundColor #EAF1FB
                LineColor #4A6FA5
                FontColor #1B2A3A
                FontSize 13
              }
              arrow {
                LineColor #33475B
                FontColor #1B2A3A
                FontSize 12
              }
            }
            </style>
            """;

    private StateText() {}

    static String dot(String role, RoleStates states) {
        List<String> lines = new ArrayList<>();
        lines.add("digraph " + quoted(role) + " {");
        lines.add("    label=" + quoted(role) + "; labelloc=t; rankdir=TB;");
        lines.add("    node [shape=circle];");
        lines.add("    start [shape=point];");
        for (int i = 0; i < states.states(); i++) {
            lines.add("    s" + i + " [label=\"" + i + "\"" + (states.ends().contains(i) ? ", shape=doublecircle" : "")
                    + "];");
        }
        lines.add("    start -> s0;");
        states.moves()
                .forEach(move -> lines.add(
                        "    s" + move.from() + " -> s" + move.to() + " [label=" + quoted(words(move)) + "];"));
        lines.add("}");
        return String.join("\n", lines);
    }

    static String mermaid(String role, RoleStates states) {
        List<String> lines = new ArrayList<>();
        lines.add("stateDiagram-v2");
        lines.add("    state \"" + Mermaid.text(role) + "\" as role {");
        numbered(states, lines, "        ");
        states.moves()
                .forEach(move ->
                        lines.add("        s" + move.from() + " --> s" + move.to() + ": " + Mermaid.text(words(move))));
        states.ends().forEach(end -> lines.add("        s" + end + " --> [*]"));
        lines.add("    }");
        return String.join("\n", lines);
    }

    static String plantUml(String role, RoleStates states) {
        List<String> lines = new ArrayList<>();
        lines.add("@startuml");
        lines.add("!pragma layout smetana");
        lines.add("hide empty description");
        lines.add(STYLE.stripTrailing());
        lines.add("title " + PlantUml.text(role));
        numbered(states, lines, "");
        states.moves()
                .forEach(move ->
                        lines.add("s" + move.from() + " --> s" + move.to() + " : " + PlantUml.text(words(move))));
        states.ends().forEach(end -> lines.add("s" + end + " --> [*]"));
        lines.add("@enduml");
        return String.join("\n", lines);
    }

    private static void numbered(RoleStates states, List<String> lines, String indent) {
        for (int i = 0; i < states.states(); i++) {
            lines.add(indent + "state \"" + i + "\" as s" + i);
        }
        lines.add(indent + "[*] --> s0");
    }

    private static String words(RoleStates.Move move) {
        return (move.action() == Action.SEND ? "!" : "?") + move.peer() + " " + move.label();
    }

    /** Within its quotes Graphviz knows the backslash and the quote, and names of characters, which begin with an ampersand. */
    private static String quoted(String text) {
        return "\""
                + Shown.cut(ForeignText.line(text))
                        .replace("&", "&amp;")
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                + "\"";
    }
}
