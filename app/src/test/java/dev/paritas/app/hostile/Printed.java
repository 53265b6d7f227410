package dev.paritas.app.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;

/** What one run of a program printed, and with which exit code it ended. */
record Printed(int code, String out, String err) {
    /** Everything below the space but the line feed, DEL, C1, the line separators and the marks that turn text around. */
    private static final Pattern CONTROL = Pattern.compile(
            "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    /** The colour of a word of ours that a line begins with. An escape in any other place is somebody else's. */
    private static final Pattern WORD = Pattern.compile("(?m)^\\x1b\\[1;3[1236]m(OK|FAIL|STOP|KNOWN|MISS|SKIP|NOTE"
            + "|agree|diverge|broken|declined|conforms|violates|undecided|nothing to look at"
            + "|[Ee]rror:|warning:|note:)\\x1b\\[0m");

    /** The colour of a whole line of a difference. */
    private static final Pattern DIFFERENCE =
            Pattern.compile("(?m)^\\x1b\\[1;3[123]m(  [<>|] [^\\x1b\\n]*)\\x1b\\[0m$");

    /** The colour of a caret that has its line to itself. */
    private static final Pattern CARET = Pattern.compile("(?m)^( +)\\x1b\\[1;31m\\^\\x1b\\[0m$");

    private static final Pattern INSIDES = Pattern.compile(
            "Exception|java\\.(lang|util|io|nio)|dev\\.paritas|jackson|REDACTED|OutOfMemoryError|StackOverflowError|INTERNAL");

    private static final Pattern ERROR = Pattern.compile("(?i)error: .*");

    /** A command that compares tells what broke as its verdict. */
    private static final Pattern BROKEN = Pattern.compile("^(broken|Failed )|\"verdict\":\"broken\"");

    /** The one failure that the reference tells on both streams (docs/spec/10-types-and-json.md). */
    private static final String DRIFT = "✗ Golden file drift detected:";

    /** A program over its three streams. */
    @FunctionalInterface
    interface Main {
        int run(List<String> args, InputStream in, OutputStream out, OutputStream err);
    }

    static Printed by(Main program, List<String> args, byte[] input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = program.run(args, new ByteArrayInputStream(input), out, err);
        return new Printed(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** Fails unless this is how a command answers: a code of the table in the README, and at most one error line. */
    void judgeCommand() {
        new Printed(code, uncoloured(out), uncoloured(err)).judgeWords();
    }

    /** {@return the text without colours of ours} */
    private static String uncoloured(String text) {
        String words = WORD.matcher(text).replaceAll("$1");
        String lines = DIFFERENCE.matcher(words).replaceAll("$1");
        return CARET.matcher(lines).replaceAll("$1^");
    }

    private void judgeWords() {
        assertThat(code).as("exit code").isBetween(0, 4);
        judgeText();
        List<String> errors =
                err.lines().filter(line -> ERROR.matcher(line).matches()).toList();
        assertThat(errors).as("error lines").hasSizeLessThanOrEqualTo(1);
        if (!errors.isEmpty()) {
            assertThat(code).as("an error line and exit code").isNotZero();
            if (!out.startsWith(DRIFT)) {
                assertThat(out).as("standard output beside an error").isEmpty();
            }
        }
        if (code == 2 || code == 3) {
            long told = errors.size()
                    + out.lines()
                            .filter(line -> BROKEN.matcher(line).find())
                            .limit(1)
                            .count();
            assertThat(told)
                    .as("a reason for exit code %d: %s %s", code, out, err)
                    .isEqualTo(1);
        }
    }

    /**
     * Fails unless this is how an executable of the reference answers: what failed is told, and on one stream. It prints
     * the bytes that the reference prints, also those of a name; who shows them to people spells out what is not seen.
     */
    void judgeExecutable() {
        assertThat(code).as("exit code").isBetween(0, 1);
        assertThat(out.isEmpty() || err.isEmpty())
                .as("both streams: %s %s", out, err)
                .isTrue();
        assertThat(code == 0 ? err : "").as("standard error of a success").isEmpty();
        assertThat(INSIDES.matcher(err).find()).as(err).isFalse();
    }

    private void judgeText() {
        for (String text : List.of(out, err)) {
            assertThat(CONTROL.matcher(text).find())
                    .as("control character in %s", text)
                    .isFalse();
        }
        assertThat(INSIDES.matcher(err).find()).as(err).isFalse();
    }
}
