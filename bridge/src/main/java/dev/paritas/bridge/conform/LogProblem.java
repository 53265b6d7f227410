package dev.paritas.bridge.conform;

import dev.paritas.semanticobjects.problem.Problem;

/** Why several logs make no history (docs/conform.md). */
public sealed interface LogProblem extends Problem {
    /** What one role does has an order of its own, and nothing says it. */
    record RoleInTwoLogs(String log, long line, String session, String role, String other) implements LogProblem {
        @Override
        public String place() {
            return log + " line " + line;
        }

        @Override
        public String sentence() {
            return role + (session.isEmpty() ? "" : " of session " + session) + " is in " + other
                    + " as well, and nothing tells which of the events come first; put such logs one behind the other";
        }
    }

    /** A log that names sessions and one that does not cannot tell of the same ones. */
    record SessionsUnnamed(String log, long line, String other) implements LogProblem {
        @Override
        public String place() {
            return log + " line " + line;
        }

        @Override
        public String sentence() {
            return "of this log and " + other + " only one names sessions";
        }
    }

    /** The messages that so many events wait for may be anywhere. */
    record TooFarApart(String log, long line, int most) implements LogProblem {
        @Override
        public String place() {
            return log + " line " + line;
        }

        @Override
        public String sentence() {
            return "more than " + most
                    + " events wait for messages that no log has told of so far; cut the logs to the same time";
        }
    }
}
