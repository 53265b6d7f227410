package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands before the first statement: declarations of the file, the protocol's name, its roles. */
final class Heading {
    /** Declarations that say nothing of messages. */
    private static final Set<String> READ_OVER = Set.of("module", "import", "type", "profile", "effect");

    /** What a protocol asks of its surroundings says nothing of messages either. */
    private static final Set<String> CLAUSES = Set.of("uses", "under", "requires");

    private final SourceText source;
    private final Words words;
    private final Found found;
    private final Map<String, Token> roles = new LinkedHashMap<>();

    Heading(SourceText source, Words words, Found found) {
        this.source = source;
        this.words = words;
        this.found = found;
    }

    /** {@return the declared roles, each with its place, in order} */
    Map<String, Token> roles() {
        return roles;
    }

    /** Reads up to the first statement of the protocol. {@return the protocol's name} */
    String read() {
        if (words.peek().kind() == Token.Kind.END) {
            throw empty(words.peek());
        }
        declarations();
        words.expect("protocol", "");
        String name = words.name();
        boolean listed = words.accept("(");
        if (listed) {
            declareRoles(")");
            words.expect(")", "");
        }
        while (CLAUSES.contains(words.peek().text())) {
            words.next();
            names();
        }
        words.expect("=", "a protocol begins: protocol NAME =");
        Token start = words.peek();
        words.openBlock("the protocol");
        if (words.peek().is("roles") && !words.messageHere()) {
            if (listed) {
                throw words.refuse("Syntax error: roles are declared twice", words.peek(), "");
            }
            words.next();
            declareRoles("");
        }
        if (roles.isEmpty()) {
            throw empty(start);
        }
        return name;
    }

    private void declarations() {
        while (READ_OVER.contains(words.peek().text())) {
            do {
                words.next();
            } while (!words.endsLine() && !words.peek().is("protocol")
                    || words.peek().is("|"));
            words.skipBlock();
        }
        Token here = words.peek();
        if (here.kind() == Token.Kind.NAME && !here.is("protocol")) {
            String hint =
                    Nearest.hint(here.text(), List.of("protocol", "module", "import", "type", "profile", "effect"));
            throw words.expected("'protocol'", hint.isEmpty() ? "declarations of this kind are not supported" : hint);
        }
        if (here.is("/") || here.is("#")) {
            throw words.expected("'protocol'", "a comment begins with '--'");
        }
    }

    private void names() {
        do {
            words.name();
            while (words.accept(".")) {
                words.name();
            }
        } while (words.accept(","));
    }

    private void declareRoles(String end) {
        do {
            Token role = words.peek();
            String name = words.name();
            if (words.peek().is("->")) {
                throw words.refuse("Syntax error: expected a role behind ',', found a message", role, "");
            }
            if (words.peek().is("[")) {
                words.skipBrackets();
            }
            if (roles.putIfAbsent(name, role) != null) {
                found.add(
                        SourceProblem.Kind.DUPLICATE_ROLE,
                        "Duplicate role declaration '" + role.clipped() + "'",
                        role,
                        "");
            }
            if (roles.size() > source.limits().roles()) {
                throw source.limit("roles", "more than " + source.limits().roles() + " roles", role);
            }
        } while (words.accept(",") && !words.peek().is(end));
        if (words.peek().kind() == Token.Kind.NAME && !words.peek().fresh() && !words.messageHere()) {
            throw words.expected("','", "roles are separated by commas");
        }
        if (words.peek().kind() == Token.Kind.FOREIGN) {
            words.name();
        }
    }

    private ProblemException empty(Token place) {
        return source.refuse(
                SourceProblem.Kind.EMPTY,
                "Empty choreography: no statements found",
                place,
                "a protocol begins with its name and its roles: protocol NAME = and, indented below, roles A, B");
    }
}
