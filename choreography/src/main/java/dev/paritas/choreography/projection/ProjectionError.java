package dev.paritas.choreography.projection;

import dev.paritas.semanticobjects.problem.Problem;
import dev.paritas.semanticobjects.value.DebugText;

/** Why a global type has no canonical projection on a role (spec 11 §2.1). */
public sealed interface ProjectionError extends Problem {
    String debugText();

    /** A communication offers no branch; refused for every role. */
    record EmptyBranches(String sender, String receiver) implements ProjectionError {
        @Override
        public String sentence() {
            return "empty branches in communication from " + sender + " to " + receiver;
        }

        @Override
        public String debugText() {
            return DebugText.struct(
                    "EmptyBranches", "sender", DebugText.quoted(sender), "receiver", DebugText.quoted(receiver));
        }
    }

    /** A role that does not take part cannot tell the branches apart. */
    record MergeFailure(String role, MergeError source) implements ProjectionError {
        @Override
        public String sentence() {
            return "cannot merge branches for role '" + role + "': " + source.sentence();
        }

        @Override
        public String debugText() {
            return DebugText.struct("MergeFailure", "role", DebugText.quoted(role), "source", source.debugText());
        }
    }

    /** A delegation node, which the canonical projection does not know. */
    record Delegation(String delegator, String delegatee) implements ProjectionError {
        @Override
        public String sentence() {
            return "delegation from " + delegator + " to " + delegatee + " has no canonical projection";
        }

        @Override
        public String debugText() {
            return DebugText.struct(
                    "Delegation", "delegator", DebugText.quoted(delegator), "delegatee", DebugText.quoted(delegatee));
        }
    }
}
