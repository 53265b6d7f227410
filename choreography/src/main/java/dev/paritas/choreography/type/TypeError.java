package dev.paritas.choreography.type;

import dev.paritas.semanticobjects.problem.Problem;

/** A rule of well-formedness that a type breaks (spec 10 §3). */
public sealed interface TypeError extends Problem {
    record UnboundVariable(String name) implements TypeError {
        @Override
        public String sentence() {
            return "unbound type variable '" + name + "'";
        }
    }

    record EmptyBranches() implements TypeError {
        @Override
        public String sentence() {
            return "empty branches not allowed";
        }
    }

    record SelfCommunication(String role) implements TypeError {
        @Override
        public String sentence() {
            return "self-communication: role '" + role + "' cannot send to itself";
        }
    }

    record UnguardedRecursion() implements TypeError {
        @Override
        public String sentence() {
            return "unguarded recursion: μ-binder must be followed by communication";
        }
    }

    record DuplicateLabel(String name) implements TypeError {
        @Override
        public String sentence() {
            return "duplicate label name '" + name + "' in branches";
        }
    }
}
