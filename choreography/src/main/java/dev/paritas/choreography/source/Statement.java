package dev.paritas.choreography.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement of a choreography. The parser makes a part of them ({@link Unsupported} stands for what it passes over);
 * the others are for callers that build their choreography themselves.
 */
public sealed interface Statement {
    /** One message; its payload is not kept. */
    record Send(Role sender, Role receiver, String label) implements Statement {}

    /** The same message to each recipient in order. */
    record Broadcast(Role sender, List<Role> recipients, String label) implements Statement {
        public Broadcast {
            recipients = List.copyOf(recipients);
        }
    }

    record Choice(Role decider, List<Branch> branches) implements Statement {
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

    record Loop(LoopCondition condition, List<Statement> body) implements Statement {
        public Loop {
            body = List.copyOf(body);
        }
    }

    record DecideBy(Role role, List<Statement> body) implements Statement {
        static final String VAR = "RoleDecidesLoop";
        static final String DONE = "Done";

        public DecideBy {
            body = List.copyOf(body);
        }

        /**
         * {@return the recursion this loop abbreviates, {@code rest} behind its last message (spec 10 §7.2); empty when
         * the body does not begin with a message of the decider}
         */
        public Optional<Rec> asRecursion(List<Statement> rest) {
            if (body.isEmpty()
                    || !(body.getFirst() instanceof Send(Role sender, Role receiver, String label))
                    || !sender.name().equals(role.name())) {
                return Optional.empty();
            }
            List<Statement> again = new ArrayList<>(body);
            again.add(new Continue(VAR));
            List<Statement> done = new ArrayList<>();
            done.add(new Send(role, receiver, DONE));
            done.addAll(rest);
            Choice choice = new Choice(role, List.of(new Branch(label, again), new Branch(DONE, done)));
            return Optional.of(new Rec(VAR, List.of(choice)));
        }
    }

    record Parallel(List<List<Statement>> branches) implements Statement {
        public Parallel {
            branches = branches.stream().map(List::copyOf).toList();
        }
    }

    /** A distinction by a value that every role is taken to know. */
    record Case(List<Branch> branches) implements Statement {
        public Case {
            branches = List.copyOf(branches);
        }
    }

    /** @param onCancel what happens when the owner gives up before the time is over */
    record Timeout(
            Role owner,
            Duration duration,
            List<Statement> body,
            List<Statement> onTimeout,
            Optional<List<Statement>> onCancel)
            implements Statement {
        public Timeout {
            body = List.copyOf(body);
            onTimeout = List.copyOf(onTimeout);
            onCancel = onCancel.map(List::copyOf);
        }
    }

    /** Exchanges no message: every role goes on with what follows. */
    record Silent(Silent.Kind kind) implements Statement {
        /** What is done. */
        public enum Kind {
            LET,
            PUBLISH,
            PUBLISH_AUTHORITY,
            MATERIALIZE,
            HANDOFF,
            DEPENDENT_WORK,
            EXTENSION
        }
    }

    /** A step in the life of a commitment, which has no local type. */
    record Commitment(Commitment.Kind kind) implements Statement {
        /** The step. */
        public enum Kind {
            BEGIN,
            AWAIT,
            RESOLVE,
            INVALIDATE
        }
    }

    /** Stands for the statements of a local protocol; the parser replaces it. */
    record Call(String protocol, int line) implements Statement {}

    /** Parsed over, refused when lowered or projected. */
    record Unsupported(String feature) implements Statement {}

    record Branch(String label, List<Statement> body) {
        public Branch {
            body = List.copyOf(body);
        }
    }

    /** A message between two plain roles. */
    static Send send(String sender, String receiver, String label) {
        return new Send(Role.of(sender), Role.of(receiver), label);
    }
}
