package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The tokens of a source as they are read one after the other, with errors that say what was expected and what is there. */
final class Words {
    /** Words that, with a name behind them, begin a statement in the middle of a line. */
    private static final Set<String> BEGINNINGS = Set.of("choice", "rec", "loop", "continue", "call");

    static final String NAMES = "a name is of the letters a to z and A to Z, digits and '_', and begins with a letter";

    private final SourceText source;
    private final List<Token> tokens;
    private int at;

    Words(SourceText source) {
        this.source = source;
        this.tokens = Layout.tokens(source);
    }

    /** {@return whether both are the same words on lines of the same structure} */
    static boolean same(SourceText one, SourceText other) {
        List<Token> words = Layout.tokens(one);
        List<Token> others = Layout.tokens(other);
        return words.size() == others.size()
                && IntStream.range(0, words.size()).allMatch(i -> words.get(i).says(others.get(i)));
    }

    Token peek() {
        return tokens.get(at);
    }

    Token after(int words) {
        return tokens.get(Math.min(at + words, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean accept(String word) {
        boolean here = peek().is(word);
        if (here) {
            next();
        }
        return here;
    }

    boolean accept(Token.Kind kind) {
        boolean here = peek().kind() == kind;
        if (here) {
            next();
        }
        return here;
    }

    void expect(String word, String hint) {
        if (!accept(word)) {
            throw expected("'" + word + "'", hint);
        }
    }

    /** {@return the name that stands here} */
    String name() {
        Token name = peek();
        if (name.kind() == Token.Kind.FOREIGN) {
            throw expected("a name", NAMES);
        }
        if (name.kind() != Token.Kind.NAME) {
            throw expected("a name", "");
        }
        next();
        Token dash = peek();
        Token more = after(1);
        if (dash.is("-") && name.touches(dash) && dash.touches(more)) {
            throw refuse(
                    "Syntax error: a name has no '-'",
                    dash,
                    "did you mean '" + name.clipped() + "_" + more.clipped() + "'?");
        }
        if (peek().kind() == Token.Kind.FOREIGN && name.touches(peek())) {
            throw expected("the end of the name", "");
        }
        return name.text();
    }

    /** {@return whether a message begins here: a name, with an index or a record where there are some, and an arrow} */
    boolean messageHere() {
        return messageAt(at);
    }

    private boolean messageAt(int from) {
        if (tokens.get(from).kind() != Token.Kind.NAME) {
            return false;
        }
        int behind = from + 1;
        for (String open : List.of("[", "{")) {
            if (tokens.get(behind).is(open)) {
                behind = behindBrackets(behind);
            }
        }
        return tokens.get(behind).is("->");
    }

    private int behindBrackets(int from) {
        int open = 0;
        int to = from;
        do {
            Token token = tokens.get(to++);
            open += token.opens() ? 1 : token.closes() ? -1 : 0;
        } while (open > 0);
        return to;
    }

    /** Passes a bracket and all within; the layout has seen to it that it is closed. */
    void skipBrackets() {
        at = behindBrackets(at);
    }

    /** Passes what is left of the line, up to {@code stop} or another statement. {@return whether {@code stop} was there} */
    boolean skipLine(String stop) {
        while (!endsLine()) {
            if (peek().is(stop)) {
                next();
                return true;
            }
            if (messageHere() || BEGINNINGS.contains(peek().text()) && beginning()) {
                return false;
            }
            if (peek().opens()) {
                skipBrackets();
            } else {
                next();
            }
        }
        return false;
    }

    /** Passes what is left of a line that is refused as a whole, and the lines that are indented deeper. */
    void skipRefused() {
        while (!endsLine()) {
            if (peek().opens()) {
                skipBrackets();
            } else {
                next();
            }
        }
        skipBlock();
    }

    private boolean beginning() {
        return peek().kind() == Token.Kind.NAME && after(1).kind() == Token.Kind.NAME && !after(1).fresh();
    }

    boolean endsLine() {
        return peek().fresh() || peek().kind() == Token.Kind.END;
    }

    /** Passes the lines that are indented deeper, if any. */
    void skipBlock() {
        int open = 0;
        while (peek().kind() == Token.Kind.INDENT || open > 0) {
            Token token = next();
            open += token.kind() == Token.Kind.INDENT ? 1 : token.kind() == Token.Kind.DEDENT ? -1 : 0;
        }
    }

    /** Passes the lines that are indented deeper, if any, as long as no message is in them. */
    void skipSilentBlock(String statement) {
        int from = at;
        skipBlock();
        for (int i = from; i < at; i++) {
            if (messageAt(i)) {
                throw refuse(
                        "Syntax error: a message inside the lines of '" + statement + "'",
                        tokens.get(i),
                        statement.equals("let")
                                ? "a block belongs to 'let .. in'"
                                : "messages stand beside it, not inside");
            }
        }
    }

    /** Passes the type of a payload: {@code a.b.C<D, E>}. */
    void skipType() {
        int open = 0;
        do {
            name();
            while (accept(".")) {
                name();
            }
            boolean deeper = accept("<");
            open += deeper ? 1 : 0;
            while (!deeper && open > 0 && accept(">")) {
                open--;
            }
            if (!deeper && open > 0) {
                expect(",", "a type is written: a.b.C<D, E>");
            }
        } while (open > 0);
    }

    /** Passes what stands between {@code when} and the arrow; a guard says nothing of messages. */
    void skipGuard() {
        Token guard = peek();
        while (!peek().is("=>") && !endsLine()) {
            if (peek().opens()) {
                skipBrackets();
            } else {
                next();
            }
        }
        if (peek() == guard) {
            throw expected("a guard", "a guard is written: when (condition) =>");
        }
    }

    void openBlock(String of) {
        rejectBraces();
        if (!accept(Token.Kind.INDENT)) {
            throw expected("the statements of " + of + " on lines that are indented deeper", "");
        }
    }

    void closeBlock() {
        if (!accept(Token.Kind.DEDENT)) {
            throw expected("the end of the block", "");
        }
    }

    void rejectBraces() {
        if (peek().is("{")) {
            throw refuse(
                    "Syntax error: blocks in braces are no longer part of the language; indent the block", peek(), "");
        }
    }

    ProblemException expected(String what, String hint) {
        Token here = peek();
        return refuse("Syntax error: expected " + what + ", found " + here.found(), here, hint);
    }

    ProblemException refuse(String reason, Token place, String hint) {
        return source.refuse(SourceProblem.Kind.SYNTAX, reason, place, hint);
    }
}
