package dev.paritas.choreography.type;

/** A rule of well-formedness that a type breaks (spec 10 §3). */
public sealed interface TypeError {
    /** {@return the reference's sentence} */
    String message();

    record UnboundVariable(String name) implements TypeError {
        @Override
        public String message() {
            return "unbound type variable '" + name + "'";
        }
    }

    record EmptyBranches() implements TypeError {
        @Override
        public String message() {
            return "empty branches not allowed";
        }
    }

    record SelfCommunication(String role) implements TypeError {
        @Override
        public String message() {
            return "self-communication: role '" + role + "' cannot send to itself";
        }
    }

    record UnguardedRecursion() implements TypeError {
        @Override
        public String message() {
            return "unguarded recursion: μ-binder must be followed by communication";
        }
    }

    record DuplicateLabel(String name) implements TypeError {
        @Override
        public String message() {
            return "duplicate label name '" + name + "' in branches";
        }
    }
}
