package dev.paritas.app.command;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Colours of lines that begin with words of ours. The kind of a line is said by whoever prints it, so no text of others gets
 * a colour by beginning with such a word.
 */
final class Colours {
    /** For streams that no person sees as they are. */
    static final Colours NONE = new Colours(false);

    private static final String END = "\u001b[0m";

    private static final String RED = "\u001b[1;31m";
    private static final String GREEN = "\u001b[1;32m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String CYAN = "\u001b[1;36m";

    /** What a line begins with, and so which part of it is coloured. */
    enum Kind {
        /** The result of one check. */
        STATUS(
                new Rule("(OK)\\b.*", GREEN),
                new Rule("(FAIL|STOP)\\b.*", RED),
                new Rule("(KNOWN|MISS)\\b.*", YELLOW),
                new Rule("(SKIP|NOTE)\\b.*", CYAN)),
        /** The verdict of a comparison, or on a log. */
        VERDICT(
                new Rule("(agree|conforms)\\b.*", GREEN),
                new Rule("(diverge|broken|violates)\\b.*", RED),
                new Rule("(declined|undecided|nothing to look at)\\b.*", YELLOW)),
        /** A line of one side or of both. */
        DIFFERENCE(new Rule("(  < .*)", RED), new Rule("(  > .*)", GREEN), new Rule("(  \\| .*)", YELLOW)),
        /** An error, a warning, or the caret below the line that it is about. */
        MESSAGE(
                new Rule("([Ee]rror:).*", RED),
                new Rule("(warning:).*", YELLOW),
                new Rule("(note:).*", CYAN),
                new Rule(" +(\\^)", RED));

        private final List<Rule> rules;

        Kind(Rule... rules) {
            this.rules = List.of(rules);
        }
    }

    private final boolean shown;

    private Colours(boolean shown) {
        this.shown = shown;
    }

    /**
     * {@return the colours of a stream}
     *
     * @param terminal whether it is one
     * @param environment {@code NO_COLOR} that is not empty, and {@code TERM=dumb}, want none
     */
    static Colours of(boolean terminal, Map<String, String> environment) {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return terminal && wanted ? new Colours(true) : NONE;
    }

    /** @param line without controls */
    String of(Kind kind, String line) {
        if (shown) {
            for (Rule rule : kind.rules) {
                Matcher match = rule.line().matcher(line);
                if (match.matches()) {
                    return line.substring(0, match.start(1))
                            + rule.colour()
                            + match.group(1)
                            + END
                            + line.substring(match.end(1));
                }
            }
        }
        return line;
    }

    /** @param line a whole line; its one group is coloured */
    private record Rule(Pattern line, String colour) {
        Rule(String line, String colour) {
            this(Pattern.compile(line), colour);
        }
    }
}
