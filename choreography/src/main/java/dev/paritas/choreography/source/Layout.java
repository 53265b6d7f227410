package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Turns text into tokens; indentation by spaces opens and closes blocks, inside brackets it means nothing (spec 10 §7.2). */
final class Layout {
    private final SourceText source;
    private final List<String> lines;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Integer> indents = new ArrayDeque<>(List.of(0));
    private int brackets;
    private int row;

    private Layout(SourceText source) {
        this.source = source;
        this.lines = withoutComments(source.text()).lines().toList();
    }

    static List<Token> tokens(SourceText source) {
        Layout layout = new Layout(source);
        layout.scan();
        return List.copyOf(layout.tokens);
    }

    private void scan() {
        int margin = Integer.MAX_VALUE;
        for (row = 0; row < lines.size(); row++) {
            if (!lines.get(row).isBlank()) {
                margin = Math.min(margin, indentation());
            }
        }
        for (row = 0; row < lines.size(); row++) {
            String line = lines.get(row);
            if (!line.isBlank()) {
                int start = indentation();
                if (brackets == 0 && !continues(line.substring(start))) {
                    openLine(start - margin, start);
                }
                words(line, start);
            }
        }
        row = Math.max(0, lines.size() - 1);
        if (!tokens.isEmpty()) {
            mark(Token.Kind.NEWLINE, 0);
        }
        for (; indents.element() > 0; indents.pop()) {
            mark(Token.Kind.DEDENT, 0);
        }
        mark(Token.Kind.END, 0);
    }

    private boolean continues(String text) {
        return !tokens.isEmpty() && (text.startsWith("{") || text.startsWith("->"));
    }

    private int indentation() {
        String line = lines.get(row);
        int start = 0;
        while (Character.isWhitespace(line.charAt(start))) {
            if (line.charAt(start) == '\t') {
                throw refuse("Tabs are not allowed for indentation", start);
            }
            start++;
        }
        return start;
    }

    private void openLine(int indent, int column) {
        if (!tokens.isEmpty()) {
            mark(Token.Kind.NEWLINE, column);
        }
        if (indent > indents.element()) {
            indents.push(indent);
            mark(Token.Kind.INDENT, column);
        }
        while (indent < indents.element()) {
            indents.pop();
            mark(Token.Kind.DEDENT, column);
        }
        if (indent != indents.element()) {
            throw refuse("Inconsistent indentation", column);
        }
    }

    private void words(String line, int start) {
        int at = start;
        while (at < line.length()) {
            char c = line.charAt(at);
            int from = at;
            if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (isLetter(c)) {
                while (at < line.length()
                        && (isLetter(line.charAt(at)) || isDigit(line.charAt(at)) || line.charAt(at) == '_')) {
                    at++;
                }
                add(Token.Kind.NAME, line.substring(from, at), from);
            } else if (isDigit(c)) {
                while (at < line.length() && isDigit(line.charAt(at))) {
                    at++;
                }
                add(Token.Kind.NUMBER, line.substring(from, at), from);
            } else if (c == '"') {
                int end = line.indexOf('"', at + 1);
                if (end < 0) {
                    throw source.refuse(SourceProblem.Kind.SYNTAX, "Syntax error: text without end", row + 1, from + 1);
                }
                at = end + 1;
                add(Token.Kind.TEXT, line.substring(from + 1, end), from);
            } else {
                at += line.startsWith("->", at) || line.startsWith("=>", at) ? 2 : 1;
                bracket(c, from);
                add(Token.Kind.SYMBOL, line.substring(from, at).intern(), from);
            }
        }
    }

    private void bracket(char c, int column) {
        if (c == '{' || c == '(' || c == '[') {
            brackets++;
        } else if (c == '}' || c == ')' || c == ']') {
            if (brackets == 0) {
                throw refuse("Unmatched closing delimiter", column);
            }
            brackets--;
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void mark(Token.Kind kind, int column) {
        add(kind, "", column);
    }

    private void add(Token.Kind kind, String text, int column) {
        tokens.add(new Token(kind, text, row + 1, column + 1));
    }

    private ProblemException refuse(String reason, int column) {
        return source.refuse(SourceProblem.Kind.LAYOUT, "Layout error: " + reason, row + 1, column + 1);
    }

    /** Comments become blanks, so that columns stay. */
    private static String withoutComments(String text) {
        StringBuilder out = new StringBuilder(text);
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\n') {
                quoted = c == '"' && !quoted;
            } else if (!quoted && text.startsWith("--", at)) {
                at = blank(out, at, text.indexOf('\n', at));
            } else if (!quoted && text.startsWith("{-", at)) {
                int end = text.indexOf("-}", at + 2);
                at = blank(out, at, end < 0 ? end : end + 2);
            }
        }
        return out.toString();
    }

    /** {@return the last place that is blank now; a comment without end goes to the end of the text} */
    private static int blank(StringBuilder out, int from, int end) {
        int to = end < 0 ? out.length() : end;
        for (int at = from; at < to; at++) {
            if (out.charAt(at) != '\n') {
                out.setCharAt(at, ' ');
            }
        }
        return to - 1;
    }
}
