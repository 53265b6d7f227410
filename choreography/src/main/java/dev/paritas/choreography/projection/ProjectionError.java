package dev.paritas.choreography.projection;

import dev.paritas.semanticobjects.value.DebugText;

/** Why a global type has no canonical projection on a role (spec 11 §2.1). */
public sealed interface ProjectionError {
    /** Stable codes: scripts key on the name. */
    enum Code {
        /** A communication offers no branch; refused for every role. */
        EMPTY_BRANCHES,
        /** A role that does not take part cannot tell the branches apart. */
        MERGE_FAILURE,
        /** A delegation node, which the canonical projection does not know. */
        DELEGATION
    }

    Code code();

    String message();

    String debugText();

    record EmptyBranches(String sender, String receiver) implements ProjectionError {
        @Override
        public Code code() {
            return Code.EMPTY_BRANCHES;
        }

        @Override
        public String message() {
            return "empty branches in communication from " + sender + " to " + receiver;
        }

        @Override
        public String debugText() {
            return DebugText.struct(
                    "EmptyBranches", "sender", DebugText.quoted(sender), "receiver", DebugText.quoted(receiver));
        }
    }

    record MergeFailure(String role, MergeError source) implements ProjectionError {
        @Override
        public Code code() {
            return Code.MERGE_FAILURE;
        }

        @Override
        public String message() {
            return "cannot merge branches for role '" + role + "': " + source.message();
        }

        @Override
        public String debugText() {
            return DebugText.struct("MergeFailure", "role", DebugText.quoted(role), "source", source.debugText());
        }
    }

    record Delegation(String delegator, String delegatee) implements ProjectionError {
        @Override
        public Code code() {
            return Code.DELEGATION;
        }

        @Override
        public String message() {
            return "delegation from " + delegator + " to " + delegatee + " has no canonical projection";
        }

        @Override
        public String debugText() {
            return DebugText.struct(
                    "Delegation", "delegator", DebugText.quoted(delegator), "delegatee", DebugText.quoted(delegatee));
        }
    }
}
