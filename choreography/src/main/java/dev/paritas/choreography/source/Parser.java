package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Recursive descent over the statements of one file; blocks nest as deep as the source indents. */
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

    private static final List<String> STATEMENTS = List.of("choice", "rec", "continue", "loop", "call", "let", "where");

    private static final String MESSAGE = "a message is written: A -> B : Label";

    private final SourceText source;
    private final Words words;
    private final Found found;
    private final Heading heading;
    private final Places places = new Places();
    private final Map<String, List<Statement>> protocols = new HashMap<>();
    private final Set<String> called = new HashSet<>();

    /** Indices of roles, which no global type has; who has many needs to see no more than some. */
    private final List<Token> indices = new ArrayList<>();

    private int nesting;
    private int statements;

    Parser(SourceText source) {
        this.source = source;
        this.words = new Words(source);
        this.found = new Found(source);
        this.heading = new Heading(source, words, found);
    }

    /** A parsed file, and where all of it stands. */
    record File(
            Choreography choreography,
            Map<String, Token> roles,
            Map<String, Token> uncalled,
            List<Token> indices,
            Places places) {}

    /** @throws ProblemException ({@link SourceProblem}) with all that is wrong as far as reading could go on */
    File file() {
        try {
            return whole();
        } catch (ProblemException e) {
            throw found.with(e);
        }
    }

    private File whole() {
        String name = heading.read();
        List<Statement> body = statements();
        words.closeBlock();
        if (words.peek().is("where")) {
            where();
        }
        if (words.peek().kind() != Token.Kind.END) {
            throw words.expected(
                    "the end of the file",
                    words.peek().is("protocol") ? "a file has one protocol; others stand below 'where'" : "");
        }
        List<Statement> written = WrittenOut.of(body, source, protocols, called, places, found);
        Map<String, Token> uncalled = new HashMap<>();
        protocols.forEach((protocol, statements) -> {
            if (!called.contains(protocol)) {
                uncalled.put(protocol, places.of(statements));
            }
        });
        Choreography choreography =
                new Choreography(name, List.copyOf(heading.roles().keySet()), written);
        found.refuse();
        return new File(choreography, heading.roles(), uncalled, indices, places);
    }

    /** Up to the end of the block. */
    private List<Statement> statements() {
        List<Statement> body = new ArrayList<>();
        while (words.peek().kind() != Token.Kind.DEDENT && words.peek().kind() != Token.Kind.END) {
            Token first = words.peek();
            if (first.kind() != Token.Kind.NAME) {
                throw noStatement();
            }
            if (++nesting > source.limits().nesting()) {
                throw source.limit(
                        "nesting", "more than " + source.limits().nesting() + " statements inside one another", first);
            }
            if (words.messageHere()) {
                body.add(counted(send(), first));
            } else if (first.is("where")) {
                where();
            } else if (first.is("let")) {
                let(body);
            } else if ((first.is("observe") || first.is("authoritative"))
                    && words.after(1).is("let")) {
                words.next();
                let(body);
            } else {
                body.add(counted(statement(first), first));
            }
            nesting--;
        }
        return body;
    }

    private Statement counted(Statement statement, Token first) {
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
                words.next();
                String var = words.name();
                return new Statement.Rec(var, block("rec " + Token.clipped(var)));
            }
            case "continue" -> {
                words.next();
                return new Statement.Continue(words.name());
            }
            case "loop" -> {
                return loop();
            }
            case "call" -> {
                words.next();
                return new Statement.Call(words.name(), first.line());
            }
            default -> {
                Supplier<Statement> readOver = READ_OVER.get(first.text());
                if (readOver == null) {
                    throw noStatement();
                }
                return skipped(readOver.get());
            }
        }
    }

    private ProblemException noStatement() {
        Token here = words.peek();
        if (here.kind() == Token.Kind.INDENT) {
            return words.expected("a statement", "the statements of one block begin at the same column");
        }
        if (here.is("/") || here.is("#")) {
            return words.expected("a statement", "a comment begins with '--'");
        }
        if (here.is("|")) {
            return words.expected(
                    "a statement", "branches stand below 'choice ROLE at'; one on a single line has one statement");
        }
        if (here.kind() == Token.Kind.FOREIGN) {
            return words.expected("a statement", Words.NAMES);
        }
        if (here.is("roles")) {
            return words.expected("a statement", "roles stand in the protocol's first line, once");
        }
        if (heading.roles().containsKey(here.text())) {
            words.next();
            return words.expected("'->'", MESSAGE);
        }
        List<String> known = new ArrayList<>(STATEMENTS);
        known.addAll(READ_OVER.keySet().stream().sorted().toList());
        known.addAll(heading.roles().keySet());
        return words.expected("a statement", Nearest.hint(here.text(), known));
    }

    /** The statements of {@code let .. in} stand for themselves; a binding exchanges no message. */
    private void let(List<Statement> body) {
        words.next();
        words.accept(Token.Kind.NAME);
        if (!words.skipLine("in")) {
            words.skipSilentBlock("let");
        } else if (words.accept(Token.Kind.INDENT)) {
            body.addAll(statements());
            words.closeBlock();
        }
    }

    private Statement skipped(Statement statement) {
        String word = words.next().text();
        words.rejectBraces();
        if (statement instanceof Statement.Silent) {
            boolean as = words.skipLine("as") && word.equals("publish");
            words.skipLine("");
            words.skipSilentBlock(word);
            return as ? new Statement.Silent(Statement.Silent.Kind.PUBLISH_AUTHORITY) : statement;
        }
        words.skipRefused();
        while (word.equals("timeout")
                && words.peek().is("on")
                && (words.after(1).is("timeout") || words.after(1).is("cancel"))) {
            words.next();
            words.skipRefused();
        }
        return statement;
    }

    private Statement send() {
        Role sender = role();
        if (words.peek().is("{")) {
            words.skipBrackets();
        }
        words.expect("->", MESSAGE);
        if (words.accept("*")) {
            words.skipRefused();
            return new Statement.Unsupported("Broadcast");
        }
        Role receiver = role();
        words.expect(":", MESSAGE);
        String label = words.name();
        if (words.peek().is("of") && !words.messageHere()) {
            words.next();
            words.skipType();
        }
        if (words.peek().is("(") || words.peek().is("{")) {
            words.skipBrackets();
        }
        return new Statement.Send(sender, receiver, label);
    }

    private Statement choice() {
        words.next();
        if (words.peek().is("at") && !words.after(1).is("at") && words.after(1).kind() == Token.Kind.NAME) {
            throw words.expected(
                    "the role that decides", "write: choice " + words.after(1).clipped() + " at");
        }
        Role decider = role();
        words.expect("at", "a choice begins: choice ROLE at");
        words.rejectBraces();
        boolean indented = words.accept(Token.Kind.INDENT);
        List<Statement.Branch> branches = new ArrayList<>();
        while (words.peek().is("|")) {
            branches.add(branch());
        }
        if (branches.isEmpty()) {
            throw words.expected("a branch", "a branch is written: | Label => and its statements, indented below");
        }
        if (indented) {
            if (words.peek().kind() != Token.Kind.DEDENT) {
                throw words.expected("another branch or the end of the choice", "a branch begins with '|'");
            }
            words.closeBlock();
        }
        return new Statement.Choice(decider, branches);
    }

    private Statement.Branch branch() {
        words.next();
        Token place = words.peek();
        String label = words.name();
        if (words.accept("when")) {
            words.skipGuard();
        }
        words.expect("=>", "a branch is written: | Label => and its statements, indented below");
        Statement.Branch branch = new Statement.Branch(
                label, words.endsLine() || words.peek().is("{") ? block("branch " + Token.clipped(label)) : single());
        places.put(branch, place);
        return branch;
    }

    /** The one statement of a branch that is written on one line. */
    private List<Statement> single() {
        Token first = words.peek();
        if (first.kind() != Token.Kind.NAME) {
            throw noStatement();
        }
        if (++nesting > source.limits().nesting()) {
            throw source.limit(
                    "nesting", "more than " + source.limits().nesting() + " statements inside one another", first);
        }
        Statement statement = counted(words.messageHere() ? send() : statement(first), first);
        nesting--;
        if (!words.endsLine() && !words.peek().is("|")) {
            throw words.expected(
                    "the end of the line", "a branch on one line has one statement; indent several below '=>'");
        }
        if (words.peek().kind() == Token.Kind.INDENT) {
            throw words.expected(
                    "the end of the branch", "a branch on one line has one statement; indent several below '=>'");
        }
        return List.of(statement);
    }

    private Statement loop() {
        words.next();
        if (words.accept("decide")) {
            words.expect("by", "a decided loop begins: loop decide by ROLE");
            return new Statement.DecideBy(role(), block("the loop"));
        }
        if (words.peek().is("repeat") && words.after(1).kind() == Token.Kind.NUMBER) {
            words.next();
            int times = rounds(words.next());
            return new Statement.Loop(new LoopCondition.Count(times), block("the loop"));
        }
        if (!words.peek().is("while")
                && !words.peek().is("forever")
                && !words.peek().is("repeat")) {
            throw words.expected("what the loop does", "loops: loop repeat 3, loop decide by ROLE");
        }
        words.rejectBraces();
        words.skipRefused();
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
        words.next();
        words.openBlock("'where'");
        while (words.accept("protocol")) {
            Token place = words.peek();
            String name = words.name();
            words.expect("=", "a protocol begins: protocol NAME =");
            List<Statement> body = block("protocol " + Token.clipped(name));
            places.put(body, place);
            if (protocols.putIfAbsent(name, body) != null) {
                found.add(
                        SourceProblem.Kind.SYNTAX,
                        "Syntax error: protocol '" + place.clipped() + "' is defined twice",
                        place,
                        "");
            }
        }
        if (words.peek().kind() != Token.Kind.DEDENT) {
            throw words.expected("'protocol'", "below 'where' stand protocols only");
        }
        words.closeBlock();
    }

    private List<Statement> block(String of) {
        words.openBlock(of);
        List<Statement> body = statements();
        words.closeBlock();
        return body;
    }

    private Role role() {
        Token role = words.peek();
        String name = words.name();
        if (!heading.roles().containsKey(name)) {
            found.add(
                    SourceProblem.Kind.UNDEFINED_ROLE,
                    "Undefined role '" + role.clipped() + "'",
                    role,
                    Nearest.hint(name, heading.roles().keySet()));
        }
        if (!words.peek().is("[")) {
            return Role.of(name);
        }
        Token index = words.after(1);
        boolean one = words.after(2).is("]");
        if (indices.size() < Found.MOST) {
            indices.add(words.peek());
        }
        words.skipBrackets();
        if (one && index.kind() == Token.Kind.NUMBER) {
            return Role.of(name);
        }
        return one && index.kind() == Token.Kind.NAME ? new Role.Symbolic(name, index.text()) : new Role.Dynamic(name);
    }
}
