package dev.paritas.choreography.source;

import java.util.List;

/** A statement of a choreography, as far as the exporter lowers it. */
public sealed interface Statement {
    /** One message; its payload is not kept. */
    record Send(String sender, String receiver, String label) implements Statement {}

    record Choice(String decider, List<Branch> branches) implements Statement {
        public Choice {
            branches = List.copyOf(branches);
        }
    }

    record Rec(String var, List<Statement> body) implements Statement {
        public Rec {
            body = List.copyOf(body);
        }
    }

    record Continue(String var) implements Statement {}

    record Repeat(int times, List<Statement> body) implements Statement {
        public Repeat {
            body = List.copyOf(body);
        }
    }

    record DecideBy(String role, List<Statement> body) implements Statement {
        public DecideBy {
            body = List.copyOf(body);
        }
    }

    /** Stands for the statements of a local protocol; the parser replaces it. */
    record Call(String protocol, int line) implements Statement {}

    /** Parsed over, refused when lowered. */
    record Unsupported(String feature) implements Statement {}

    record Branch(String label, List<Statement> body) {
        public Branch {
            body = List.copyOf(body);
        }
    }
}
