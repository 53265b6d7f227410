package dev.paritas.app.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a text cites of the specification: a topic file by its number, with sections, lists and ranges of sections
 * behind it, as in {@code spec 22 §15.2-3}, {@code spec 40 §5–§7, §9}, {@code 22 §16}, {@code spec 12 and 22} and
 * {@code docs/spec/22-lean-machine-runner.md §3}. A section alone is one of the file that was cited last.
 */
final class Citations {
    /**
     * One cited place.
     *
     * @param document number of the topic file
     * @param section number of the section; null for the whole file
     */
    record Citation(String document, @Nullable String section) {}

    /** The end of a line inside a comment, with the marks that begin the next. */
    private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*(?:\\*|//+|--|#)?\\s*");

    private static final String DOCUMENT = "(\\d{2}b?)";
    private static final Pattern START = Pattern.compile("(?i:\\bspec(?:ification)?s?(?:'s|’s)?) `?" + DOCUMENT
            + "`?(?![\\dA-Za-z.-]\\d)|\\bdocs/spec/" + DOCUMENT + "-[a-z0-9-]+\\.md|(?<![\\w.§-])`?" + DOCUMENT
            + "(?:-[a-z0-9-]+\\.md)?`?(?= §)|(?=§ ?\\d)");
    private static final Pattern SECTION = Pattern.compile("\\G(?:,? ?(?:and|or|to|with|,)?)? ?§ ?(\\d+(?:\\.\\d+)*)");
    private static final Pattern RANGE = Pattern.compile("\\G(?:[-–]| to )§?(\\d+(?:\\.\\d+)*)");
    private static final Pattern NEXT = Pattern.compile("\\G,? ?(?:and|or|,) `?" + DOCUMENT + "`?(?=[\\s,;:.)}*|]|$)");

    private Citations() {}

    /** {@return everything that {@code text} cites, in its order} */
    static List<Citation> in(String text) {
        return in(text, null);
    }

    /** {@return the same of a topic file, in which a section alone is one of its own} */
    static List<Citation> in(String text, @Nullable String own) {
        String line = BREAK.matcher(text).replaceAll(" ");
        List<Citation> found = new ArrayList<>();
        Matcher start = START.matcher(line);
        int at = 0;
        while (start.find(at)) {
            String named = first(start);
            String last = found.isEmpty() ? null : found.getLast().document();
            String document = named != null ? named : own != null ? own : last;
            at = document == null ? start.end() + 1 : start.end();
            while (document != null) {
                at = sections(line, at, document, found);
                Matcher next = NEXT.matcher(line);
                document = next.find(at) ? next.group(1) : null;
                at = document == null ? at : next.end();
            }
        }
        return found;
    }

    private static int sections(String line, int from, String document, List<Citation> found) {
        int at = from;
        Matcher section = SECTION.matcher(line);
        if (!section.find(at)) {
            found.add(new Citation(document, null));
            return at;
        }
        do {
            String number = section.group(1);
            found.add(new Citation(document, number));
            at = section.end();
            Matcher range = RANGE.matcher(line);
            if (range.find(at)) {
                upTo(number, range.group(1)).forEach(one -> found.add(new Citation(document, one)));
                at = range.end();
            }
        } while (section.find(at));
        return at;
    }

    /** {@return the sections behind {@code from} up to {@code to}, which may leave out what both begin with} */
    private static List<String> upTo(String from, String to) {
        String parent = parent(from);
        String end = to.contains(".") || parent.isEmpty() ? to : parent + to;
        if (!parent(end).equals(parent)) {
            return List.of(end);
        }
        List<String> between = new ArrayList<>();
        for (int i = last(from) + 1; i <= last(end); i++) {
            between.add(parent + i);
        }
        return between.isEmpty() ? List.of(end) : between;
    }

    private static String parent(String section) {
        return section.substring(0, section.lastIndexOf('.') + 1);
    }

    private static int last(String section) {
        return Integer.parseInt(section.substring(section.lastIndexOf('.') + 1));
    }

    private static @Nullable String first(Matcher start) {
        for (int i = 1; i <= start.groupCount(); i++) {
            String group = start.group(i);
            if (group != null) {
                return group;
            }
        }
        return null;
    }
}
