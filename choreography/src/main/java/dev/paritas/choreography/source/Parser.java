package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Recursive descent over the tokens of one file; blocks nest as deep as the source indents. */
final class Parser {
    /** What stands for a statement that is read over. */
    private static final Map<String, Supplier<Statement>> READ_OVER = Map.ofEntries(
            Map.entry("par", () -> new Statement.Unsupported("Parallel")),
            Map.entry("case", () -> new Statement.Unsupported("Case")),
            Map.entry("timeout", () -> new Statement.Unsupported("Timeout")),
            Map.entry("begin", () -> new Statement.Commitment(Statement.Commitment.Kind.BEGIN)),
            Map.entry("await", () -> new Statement.Commitment(Statement.Commitment.Kind.AWAIT)),
            Map.entry("resolve", () -> new Statement.Commitment(Statement.Commitment.Kind.RESOLVE)),
            Map.entry("invalidate", () -> new Statement.Commitment(Statement.Commitment.Kind.INVALIDATE)),
            Map.entry("publish", () -> new Statement.Silent(Statement.Silent.Kind.PUBLISH)),
            Map.entry("materialize", () -> new Statement.Silent(Statement.Silent.Kind.MATERIALIZE)),
            Map.entry("handoff", () -> new Statement.Silent(Statement.Silent.Kind.HANDOFF)),
            Map.entry("dependent", () -> new Statement.Silent(Statement.Silent.Kind.DEPENDENT_WORK)));

    private final SourceText source;
    private final List<Token> tokens;
    private final Map<String, List<Statement>> protocols = new TreeMap<>();
    private final Map<Statement, Token> places = new IdentityHashMap<>();
    private final Set<String> roles = new LinkedHashSet<>();
    private int at;
    private int nesting;
    private int statements;

    Parser(SourceText source) {
        this.source = source;
        this.tokens = Layout.tokens(source);
    }

    Choreography file() {
        if (peek().kind() == Token.Kind.END) {
            throw empty();
        }
        expect("protocol");
        String name = name();
        boolean listed = peek().is("(");
        if (listed) {
            next();
            declareRoles(")");
            expect(")");
        }
        expect("=");
        openBlock();
        if (peek().is("roles")) {
            if (listed) {
                throw syntax("roles are declared twice");
            }
            next();
            declareRoles("");
            expect(Token.Kind.NEWLINE);
        }
        if (roles.isEmpty()) {
            throw empty();
        }
        List<Statement> body = statements();
        closeBlock();
        if (peek().is("where")) {
            where();
        }
        if (peek().kind() != Token.Kind.END) {
            throw syntax("expected the end of the file");
        }
        return new Choreography(name, List.copyOf(roles), WrittenOut.of(body, source, protocols, places));
    }

    private void declareRoles(String end) {
        do {
            Token role = peek();
            if (!roles.add(name())) {
                throw refuse(
                        SourceProblem.Kind.DUPLICATE_ROLE, "Duplicate role declaration '" + role.clipped() + "'", role);
            }
            if (roles.size() > source.limits().roles()) {
                throw source.limit("roles", "more than " + source.limits().roles() + " roles", role);
            }
        } while (accept(",") && !peek().is(end));
    }

    /** Up to the end of the block. */
    private List<Statement> statements() {
        List<Statement> body = new ArrayList<>();
        while (peek().kind() != Token.Kind.DEDENT && peek().kind() != Token.Kind.END) {
            if (peek().is("where")) {
                where();
            } else if (peek().is("let")) {
                skipStatement();
            } else {
                body.add(statement());
            }
        }
        return body;
    }

    private Statement statement() {
        Token first = peek();
        if (first.kind() != Token.Kind.NAME) {
            throw syntax("expected a statement");
        }
        if (++nesting > source.limits().nesting()) {
            throw source.limit(
                    "nesting", "more than " + source.limits().nesting() + " statements inside one another", first);
        }
        Statement statement = statement(first);
        nesting--;
        places.put(statement, first);
        if (++statements > source.limits().statements()) {
            throw source.limit("statements", "more than " + source.limits().statements() + " statements", first);
        }
        return statement;
    }

    private Statement statement(Token first) {
        switch (first.text()) {
            case "choice" -> {
                return choice();
            }
            case "rec" -> {
                next();
                String var = name();
                return new Statement.Rec(var, block());
            }
            case "continue" -> {
                next();
                return ended(new Statement.Continue(name()));
            }
            case "loop" -> {
                return loop();
            }
            case "call" -> {
                next();
                return ended(new Statement.Call(name(), first.line()));
            }
            default -> {
                Supplier<Statement> readOver = READ_OVER.get(first.text());
                boolean message =
                        tokens.get(at + 1).is("->") || tokens.get(at + 1).is("{");
                return readOver == null || message ? send() : skipped(readOver.get());
            }
        }
    }

    private Statement skipped(Statement statement) {
        boolean authority = next().is("publish") && peek().is("authority");
        rejectBraces();
        skipStatement();
        return authority ? new Statement.Silent(Statement.Silent.Kind.PUBLISH_AUTHORITY) : statement;
    }

    private Statement send() {
        String sender = role();
        if (peek().is("{")) {
            skipBrackets();
        }
        expect("->");
        if (accept("*")) {
            skipStatement();
            return new Statement.Unsupported("Broadcast");
        }
        String receiver = role();
        expect(":");
        String label = name();
        if (peek().is("(") || peek().is("{")) {
            skipBrackets();
        } else if (accept("of")) {
            do {
                name();
            } while (accept("."));
        }
        return ended(Statement.send(sender, receiver, label));
    }

    private Statement choice() {
        expect("choice");
        String decider = role();
        expect("at");
        rejectBraces();
        expect(Token.Kind.NEWLINE);
        boolean indented = peek().kind() == Token.Kind.INDENT;
        if (indented) {
            next();
        }
        List<Statement.Branch> branches = new ArrayList<>();
        while (peek().is("|")) {
            branches.add(branch());
        }
        if (branches.isEmpty()) {
            throw syntax("expected a branch");
        }
        if (indented) {
            closeBlock();
        }
        return new Statement.Choice(Role.of(decider), branches);
    }

    private Statement.Branch branch() {
        expect("|");
        String label = name();
        if (accept("when")) {
            if (!peek().is("(")) {
                throw syntax("expected a guard in parentheses");
            }
            skipBrackets();
        }
        expect("=>");
        if (peek().kind() == Token.Kind.NEWLINE) {
            return new Statement.Branch(label, block());
        }
        rejectBraces();
        return new Statement.Branch(label, List.of(statement()));
    }

    private Statement loop() {
        expect("loop");
        if (accept("decide")) {
            expect("by");
            String role = role();
            return new Statement.DecideBy(Role.of(role), block());
        }
        if (accept("repeat") && peek().kind() == Token.Kind.NUMBER) {
            int times = rounds(next());
            return new Statement.Loop(new LoopCondition.Count(times), block());
        }
        rejectBraces();
        skipStatement();
        return new Statement.Unsupported("Loop");
    }

    private int rounds(Token number) {
        String digits = number.text().replaceFirst("^0+(?=.)", "");
        int times = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (times > source.limits().rounds()) {
            throw source.limit("rounds", "more than " + source.limits().rounds() + " rounds of a loop", number);
        }
        return times;
    }

    /** Definitions of local protocols, for calls anywhere in the file. */
    private void where() {
        expect("where");
        openBlock();
        while (accept("protocol")) {
            String name = name();
            expect("=");
            protocols.put(name, block());
        }
        closeBlock();
    }

    private List<Statement> block() {
        openBlock();
        List<Statement> body = statements();
        closeBlock();
        return body;
    }

    private void openBlock() {
        rejectBraces();
        expect(Token.Kind.NEWLINE);
        expect(Token.Kind.INDENT);
    }

    private void closeBlock() {
        expect(Token.Kind.DEDENT);
    }

    private void rejectBraces() {
        if (peek().is("{")) {
            throw syntax("blocks in braces are no longer part of the language; indent the block");
        }
    }

    /** Passes the rest of the line and the block under it. */
    private void skipStatement() {
        while (peek().kind() != Token.Kind.NEWLINE && peek().kind() != Token.Kind.END) {
            next();
        }
        expect(Token.Kind.NEWLINE);
        int open = 0;
        while (peek().kind() == Token.Kind.INDENT || open > 0) {
            Token token = next();
            open += token.kind() == Token.Kind.INDENT ? 1 : token.kind() == Token.Kind.DEDENT ? -1 : 0;
        }
    }

    private void skipBrackets() {
        int open = 0;
        do {
            Token token = next();
            if (token.kind() == Token.Kind.END) {
                throw syntax("a bracket is not closed");
            }
            open += token.is("(") || token.is("{") || token.is("[") ? 1 : 0;
            open -= token.is(")") || token.is("}") || token.is("]") ? 1 : 0;
        } while (open > 0);
    }

    private Statement ended(Statement statement) {
        expect(Token.Kind.NEWLINE);
        return statement;
    }

    private String role() {
        Token role = peek();
        if (!roles.contains(name())) {
            throw refuse(SourceProblem.Kind.UNDEFINED_ROLE, "Undefined role '" + role.clipped() + "'", role);
        }
        return role.text();
    }

    private String name() {
        if (peek().kind() != Token.Kind.NAME) {
            throw syntax("expected a name");
        }
        return next().text();
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private boolean accept(String word) {
        boolean here = peek().is(word);
        if (here) {
            next();
        }
        return here;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw syntax("expected '" + word + "'");
        }
    }

    private void expect(Token.Kind kind) {
        if (peek().kind() != kind) {
            throw syntax("expected " + kind.name().toLowerCase(Locale.ROOT));
        }
        next();
    }

    private ProblemException syntax(String reason) {
        return refuse(SourceProblem.Kind.SYNTAX, "Syntax error: " + reason, peek());
    }

    private static ProblemException empty() {
        return new ProblemException(
                new SourceProblem(SourceProblem.Kind.EMPTY, "Empty choreography: no statements found", 0, 0, ""));
    }

    private ProblemException refuse(SourceProblem.Kind kind, String reason, Token place) {
        return source.refuse(kind, reason, place);
    }
}
