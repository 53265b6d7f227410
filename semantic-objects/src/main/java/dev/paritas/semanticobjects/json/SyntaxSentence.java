package dev.paritas.semanticobjects.json;

import java.io.CharConversionException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * What is wrong with the syntax of a document, in our own words: those of the parser name its settings, sources and
 * classes. A word of the parser that is not known here gives the general sentence.
 */
final class SyntaxSentence {
    /** Most digits of one number. */
    static final int MAX_DIGITS = 1000;

    /** By what the parser's words contain, the first that fits. */
    private static final List<Map.Entry<String, String>> SENTENCES = List.of(
            Map.entry("end-of-input", "the document ends early"),
            Map.entry("Invalid UTF-8", "the bytes are not UTF-8 text"),
            Map.entry("Unrecognized token", "a word here is not true, false or null"),
            Map.entry("Non-standard token", "a word here is not true, false or null"),
            Map.entry("hex-digit for character escape", "\\u in a text is not followed by four hexadecimal digits"),
            Map.entry("Unrecognized character escape", "a text has an escape that JSON does not know"),
            Map.entry("Illegal unquoted character", "a text has a control character that is not escaped"),
            Map.entry("surrogate", "a text holds a lone surrogate"),
            Map.entry("eading zeroes", "a number starts with a needless zero"),
            Map.entry("plus sign", "a number starts with a plus sign"),
            Map.entry("numeric value", "a number is not written as JSON writes it"),
            Map.entry("in numeric", "a number is not written as JSON writes it"),
            Map.entry("Unexpected close marker", "a closing bracket does not fit what is open"),
            Map.entry("to separate Object entries", "expected a comma or the end of the object"),
            Map.entry("to separate Array entries", "expected a comma or the end of the array"),
            Map.entry("expecting comma to separate", "expected a comma or a closing bracket"),
            Map.entry("colon to separate", "expected a colon behind a member name"),
            Map.entry("to start property name", "expected a member name in double quotes"),
            Map.entry("expected a value", "expected a value"),
            Map.entry("expected a valid value", "expected a value"),
            Map.entry("Illegal character", "a character here has no place in JSON"),
            Map.entry("Unexpected character", "a character here has no place in JSON"));

    private SyntaxSentence() {}

    static String of(JacksonException e) {
        if (e instanceof UnexpectedEndOfInputException) {
            return "the document ends early";
        }
        if (e instanceof StreamConstraintsException) {
            return "a number has more than " + MAX_DIGITS + " digits";
        }
        if (e.getCause() instanceof IOException cause) {
            return cause instanceof CharConversionException
                    ? "the bytes are not UTF-8 text"
                    : "the document could not be read to its end";
        }
        String words = e.getOriginalMessage();
        return SENTENCES.stream()
                .filter(entry -> words != null && words.contains(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("this is not JSON");
    }
}
