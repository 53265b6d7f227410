package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Turns text into tokens in one pass (spec 10 §7.2). Indentation by spaces opens and closes blocks; inside brackets neither
 * indentation nor quotes mean anything. A line that opens with a comment is indented as the comment is.
 */
final class Layout {
    private final SourceText source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final Deque<Integer> indents = new ArrayDeque<>();
    private final Deque<Token> brackets = new ArrayDeque<>();
    private int at;
    private int row = 1;
    private int lineStart;

    /** Whether the next token is the first of its line. */
    private boolean fresh = true;

    /** Where the line begins with a word or comment, -1 before. */
    private int first = -1;

    /** The first tab before that, -1 for none. */
    private int tab = -1;

    /** Quotes since the outermost bracket was opened. */
    private int quotes;

    /** Whether a comment began inside the outermost bracket. */
    private boolean commented;

    private Layout(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    /**
     * A text in both its forms.
     *
     * @param tokens what the parser reads
     * @param pieces what stands in the text, comments too
     */
    record Laid(List<Token> tokens, List<Piece> pieces) {}

    static List<Token> tokens(SourceText source) {
        return of(source).tokens();
    }

    static Laid of(SourceText source) {
        Layout layout = new Layout(source);
        layout.scan();
        return new Laid(List.copyOf(layout.tokens), List.copyOf(layout.pieces));
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isLineEnd(c)) {
                passLineEnd();
                first = -1;
                tab = -1;
            } else if (c == '\t') {
                tab = first < 0 && tab < 0 ? column() : tab;
                at++;
            } else if (c == ' ' || (first < 0 && Character.isWhitespace(c))) {
                at++;
            } else {
                first = first < 0 ? column() : first;
                piece(c);
            }
        }
        if (!brackets.isEmpty()) {
            throw source.refuse(
                    SourceProblem.Kind.SYNTAX,
                    "Syntax error: a bracket is not closed",
                    brackets.getLast(),
                    commented ? "a comment begins inside it: '--' is one in quotes too" : "");
        }
        first = 0;
        for (; indents.size() > 1; indents.pop()) {
            mark(Token.Kind.DEDENT);
        }
        mark(Token.Kind.END);
    }

    private void piece(char c) {
        int from = at;
        int open = brackets.size();
        boolean quoted = open > 0 && quotes % 2 == 1;
        boolean comment = true;
        if (text.startsWith("--", at)) {
            commented |= !brackets.isEmpty();
            passLine();
        } else if (text.startsWith("{-", at)) {
            passComment();
        } else {
            comment = false;
            word(c);
        }
        pieces.add(new Piece(from, at, comment ? -1 : tokens.size() - 1, open, quoted));
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private void passLineEnd() {
        at += text.startsWith("\r\n", at) ? 2 : 1;
        lineStart = at;
        row++;
        fresh = true;
    }

    private void passLine() {
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            at++;
        }
    }

    private void passComment() {
        Token begin = new Token(Token.Kind.SYMBOL, "{-", row, column() + 1, false);
        int end = text.indexOf("-}", at + 2);
        int to = end < 0 ? text.length() : end + 2;
        while (at < to) {
            if (isLineEnd(text.charAt(at))) {
                passLineEnd();
                if (!brackets.isEmpty() && quotes % 2 == 1) {
                    throw source.refuse(
                            SourceProblem.Kind.SYNTAX,
                            "Syntax error: a comment of several lines begins inside quotes",
                            begin,
                            "quotes in brackets keep no comment mark from being one");
                }
            } else {
                at++;
            }
        }
        if (end < 0) {
            throw source.refuse(
                    SourceProblem.Kind.SYNTAX,
                    "Syntax error: a comment is not closed",
                    begin,
                    "a comment that begins with '{-' ends with '-}'");
        }
    }

    private int column() {
        return at - lineStart;
    }

    private void word(char c) {
        int from = at;
        if (Character.isLetter(c) || Character.isHighSurrogate(c)) {
            boolean plain = true;
            for (; at < text.length() && isPart(text.charAt(at)); at++) {
                plain &= text.charAt(at) < 128;
            }
            add(plain ? Token.Kind.NAME : Token.Kind.FOREIGN, from);
        } else if (isDigit(c)) {
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
            add(Token.Kind.NUMBER, from);
        } else if (c == '"' && brackets.isEmpty()) {
            at = endOfText(from);
            add(Token.Kind.TEXT, from);
        } else {
            quotes += c == '"' ? 1 : 0;
            at += text.startsWith("->", at) || text.startsWith("=>", at) ? 2 : 1;
            add(Token.Kind.SYMBOL, from);
            bracket();
        }
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private int endOfText(int from) {
        for (int i = from + 1; i < text.length() && !isLineEnd(text.charAt(i)); i++) {
            if (text.charAt(i) == '"') {
                return i + 1;
            }
            i += text.charAt(i) == '\\' ? 1 : 0;
        }
        throw source.refuse(
                SourceProblem.Kind.SYNTAX,
                "Syntax error: text without end",
                new Token(Token.Kind.SYMBOL, "", row, column() + 1, false),
                "a text ends with its line; a bracket closes where its partner stands, in quotes too");
    }

    private void bracket() {
        Token token = tokens.getLast();
        if (token.opens()) {
            if (brackets.isEmpty()) {
                quotes = 0;
                commented = false;
            }
            brackets.push(token);
        } else if (token.closes() && brackets.poll() == null) {
            throw source.refuse(
                    SourceProblem.Kind.LAYOUT, "Layout error: Unmatched closing delimiter", row, token.column());
        }
    }

    private void add(Token.Kind kind, int from) {
        int column = from - lineStart + 1;
        String word = kind == Token.Kind.SYMBOL
                ? text.substring(from, at).intern()
                : kind == Token.Kind.TEXT ? text.substring(from + 1, at - 1) : text.substring(from, at);
        boolean opensLine = fresh && brackets.isEmpty() && !(kind == Token.Kind.SYMBOL && continues(word));
        if (opensLine) {
            opensLine = openLine();
        }
        fresh = false;
        tokens.add(new Token(kind, word, row, column, opensLine));
    }

    /** Besides what the language says, a line goes on around a comma or colon: no statement begins or ends with one. */
    private boolean continues(String symbol) {
        return !tokens.isEmpty()
                && (symbol.equals("{") || symbol.equals("->") || symbol.equals(",") || symbol.equals(":"));
    }

    /** {@return whether the line is one of its own} */
    private boolean openLine() {
        if (tab >= 0) {
            throw refuse("Tabs are not allowed for indentation", tab, "indent by spaces");
        }
        if (indents.isEmpty()) {
            indents.push(first);
        }
        if (!tokens.isEmpty()
                && (tokens.getLast().is(",")
                        || tokens.getLast().is(":")
                        || tokens.getLast().is("->"))) {
            return false;
        }
        if (first > indents.element()) {
            indents.push(first);
            mark(Token.Kind.INDENT);
        }
        while (indents.size() > 1 && first < indents.element()) {
            indents.pop();
            mark(Token.Kind.DEDENT);
        }
        if (first != indents.element()) {
            throw refuse("Inconsistent indentation", first, "no block around this line begins at its column");
        }
        return true;
    }

    private void mark(Token.Kind kind) {
        tokens.add(new Token(kind, "", row, first + 1, true));
    }

    private ProblemException refuse(String reason, int column, String hint) {
        return source.refuse(
                SourceProblem.Kind.LAYOUT,
                "Layout error: " + reason,
                new Token(Token.Kind.SYMBOL, "", row, column + 1, false),
                hint);
    }
}
