package dev.paritas.choreography.path;

import dev.paritas.semanticobjects.problem.Problem;
import java.util.List;

/** Why a protocol has no such path. */
public sealed interface PathProblem extends Problem {
    /** The ways through a protocol that makes no sense are nobody's. */
    record NotWellFormed() implements PathProblem {
        @Override
        public String sentence() {
            return "the protocol is not well-formed";
        }
    }

    /** There are more paths than may be run. */
    record TooManyPaths(int most, int loops) implements PathProblem {
        @Override
        public String sentence() {
            return "there are more than " + most + " paths when loops are taken up to " + loops
                    + (loops == 1 ? " time again" : " times again");
        }
    }

    /** Written out, the path would be too long. */
    record PathTooLong(long most) implements PathProblem {
        @Override
        public String sentence() {
            return "the protocol with its loops written out along the path has more than " + most + " parts";
        }
    }

    /** A role chooses, but among others. */
    record NoSuchBranch(String role, String label, List<String> offered) implements PathProblem {
        public NoSuchBranch {
            offered = List.copyOf(offered);
        }

        @Override
        public String sentence() {
            return role + " does not choose '" + label + "' there, but " + String.join(" or ", offered);
        }
    }

    /** The protocol ends, or goes round for ever, before a role has made all the choices that were asked for. */
    record NoSuchChoice(String role, String label) implements PathProblem {
        @Override
        public String sentence() {
            return role + " has no choice left in which it could take '" + label + "'";
        }
    }

    /** A role chooses that was not told of a choice before, and would have to choose otherwise for it. */
    record NoOrder(String choices) implements PathProblem {
        @Override
        public String sentence() {
            return "no order of the branches makes every role go this way: " + choices;
        }
    }
}
