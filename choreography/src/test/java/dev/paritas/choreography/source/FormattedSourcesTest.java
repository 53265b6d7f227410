package dev.paritas.choreography.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one layout of a source (docs/tell.md), and that nothing but the layout is new. */
class FormattedSourcesTest {
    private static final String HEAD = "protocol P =\n  roles A, B\n\n";

    /** Marks of the comments that {@link #odd} plants. */
    private static final Pattern PLANTED = Pattern.compile("planted [0-9]+");

    private static String formatted(String source) {
        return WrittenSource.read(source.getBytes(StandardCharsets.UTF_8), SourceLimits.DEFAULT)
                .formatted();
    }

    private static void assertFormatted(String body, String formatted) {
        assertThat(formatted(HEAD + body)).isEqualTo(HEAD + formatted);
        assertThat(formatted(HEAD + formatted)).isEqualTo(HEAD + formatted);
    }

    static Stream<Path> sources() throws IOException {
        Path root = Path.of("..");
        List<Path> found = new ArrayList<>();
        for (String folder : List.of("examples/protocols", "fixtures/tell", "junit/src/test/resources/protocols")) {
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".tell")).forEach(found::add);
            }
        }
        assertThat(found).hasSizeGreaterThan(12);
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void published_sources_are_laid_out_already(Path file) throws IOException {
        String source = Files.readString(file);
        assertThat(formatted(source)).isEqualTo(source);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void however_a_source_was_laid_out_it_gets_the_same_layout(Path file) throws IOException {
        String source = Files.readString(file);
        for (long seed = 0; seed < 200; seed++) {
            String odd = odd(source, new SplittableRandom(seed), false);
            assertThat(formatted(odd)).as("seed %d:\n%s", seed, odd).isEqualTo(source);
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void comments_stay_and_the_protocol_too(Path file) throws IOException {
        String source = Files.readString(file);
        Choreography protocol = Choreography.parse(source);
        for (long seed = 0; seed < 200; seed++) {
            String odd = odd(source, new SplittableRandom(seed), true);
            String formatted = formatted(odd);
            assertThat(Choreography.parse(formatted))
                    .as("seed %d:\n%s", seed, odd)
                    .isEqualTo(protocol);
            assertThat(planted(formatted)).as("seed %d:\n%s", seed, odd).isEqualTo(planted(odd));
            assertThat(formatted(formatted)).as("seed %d:\n%s", seed, odd).isEqualTo(formatted);
            assertThat(formatted).doesNotContain("\r").doesNotContain(" \n").doesNotContain("\n\n\n");
        }
    }

    private static List<String> planted(String text) {
        return PLANTED.matcher(text).results().map(result -> result.group()).toList();
    }

    /** {@return {@code source}, which is laid out well, with other blanks, line ends and, where asked, comments} */
    private static String odd(String source, SplittableRandom random, boolean comments) {
        int margin = random.nextInt(3);
        int step = 1 + random.nextInt(5);
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        StringBuilder odd = new StringBuilder();
        boolean inComment = false;
        int planted = 0;
        for (String line : source.lines().toList()) {
            if (line.startsWith("{-") || inComment) {
                inComment = !line.endsWith("-}");
                odd.append(line).append(end);
                continue;
            }
            String words = line.strip();
            if (words.isEmpty()) {
                odd.append(blank(random)).append(end).append(blank(random)).append(end);
                continue;
            }
            int level = (line.length() - line.stripLeading().length()) / 2;
            if (comments && random.nextInt(3) == 0) {
                String indent = random.nextBoolean() ? " ".repeat(random.nextInt(12)) : "\t";
                odd.append(indent).append(comment(random, planted++, end)).append(end);
            }
            odd.append(" ".repeat(margin + step * level));
            if (!words.startsWith("--")) {
                words = Pattern.compile(" *(->|(?<!:):(?!:)) *")
                        .matcher(words)
                        .replaceAll(match -> blank(random) + match.group(1) + blank(random));
                words = words.replace(", ", blank(random) + "," + blank(random));
                words = words.replace("=>", blank(random) + "=>" + blank(random));
            }
            odd.append(words);
            if (comments && !words.startsWith("--") && random.nextInt(3) == 0) {
                odd.append(blank(random)).append(comment(random, planted++, end));
            }
            odd.append(blank(random)).append(end);
        }
        return odd.append(end.repeat(random.nextInt(3))).toString();
    }

    private static String comment(SplittableRandom random, int number, String end) {
        return switch (random.nextInt(3)) {
            case 0 -> "-- planted " + number + " {- ";
            case 1 -> "{- planted " + number + "-}";
            default -> "{- planted" + " " + number + end + "      -- more\t" + end + end + " -}";
        };
    }

    private static String blank(SplittableRandom random) {
        return List.of("", "", " ", "  ", "\t").get(random.nextInt(5));
    }

    @Test
    void blocks_are_two_deep_and_comments_go_with_the_block_that_they_began_in() {
        assertFormatted("""
                  choice A at
                  -- of the choice
                       -- of the branch
                       | X =>
                              -- of the body
                              A->B:X   -- behind
                              -- still of the body
                       -- of the branches
                       | Y => A  ->B   : Y

                  -- at the end


                -- outside
                """, """
                  choice A at
                  -- of the choice
                    -- of the branch
                    | X =>
                      -- of the body
                      A -> B : X -- behind
                      -- still of the body
                    -- of the branches
                    | Y => A -> B : Y

                  -- at the end

                -- outside
                """);
    }

    @Test
    void lines_that_go_on_are_deeper_than_a_block() {
        assertFormatted("""
                  A
                  -> B
                -- between
                            : M
                  A -> B : N(one,  two
                ,  three (
                four
                )
                  )
                """, """
                  A
                      -> B
                      -- between
                      : M
                  A -> B : N(one,  two
                    ,  three (
                      four
                    )
                  )
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  A -> B : M(\"a  b\", 'c'  )\n",
                "  A -> B : M(\"one\n two  \n\")\n",
                "  A -> B : M of a.b.Map<Int, List<c>>\n",
                "  A { x :  1 } -> B[0] : M (Int)\n",
                "  let x = f(a) == b || c\n  A -> B : M\n",
                "  choice A at\n    | X when (f(x) >=  1) => A -> B : X\n    | Y => A -> B : Y\n",
            })
    void what_the_language_reads_over_stays_as_it_is(String body) {
        assertFormatted(body, body);
    }

    @Test
    void further_lines_of_a_comment_move_with_its_first() {
        assertFormatted("""
                     {- One
                        two

                   three -}
                  A -> B : M
                """, """
                  {- One
                     two

                three -}
                  A -> B : M
                """);
    }

    @Test
    void declarations_keep_their_signs() {
        String source = """
                import a::b
                type T<X>=Map<X,Int>
                profile p {x :: 1}
                protocol P(A,B)uses q.r,s=
                  A->B:M
                """;
        assertThat(formatted(source)).isEqualTo("""
                import a::b
                type T<X>=Map<X, Int>
                profile p {x :: 1}
                protocol P(A,B)uses q.r, s =
                  A -> B : M
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "protocol P =\n  roles A, B\n  A -> C : M\n", "protocol P =\n\tA -> B : M\n", "{- open"})
    void a_source_that_is_not_read_is_refused(String source) {
        assertThatThrownBy(() -> formatted(source)).isInstanceOf(ProblemException.class);
    }

    /** A block begins at a column that costs its own width, a line that goes on costs nothing but a word. */
    @Test
    void a_text_that_indentation_would_blow_up_is_refused() {
        StringBuilder deep = new StringBuilder("type T\n");
        for (int level = 1; level < 400; level++) {
            deep.append(" ".repeat(level)).append("x\n");
        }
        deep.append(" ".repeat(400)).append("x (\n").append("x\n".repeat(1_500)).append(")\n");
        String source = deep + HEAD + "  A -> B : M\n";
        SourceLimits tight = new SourceLimits(1_000_000, 10, 10, 10, 10, 10);
        WrittenSource read = WrittenSource.read(source.getBytes(StandardCharsets.UTF_8), tight);
        assertThatThrownBy(read::formatted)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("LIMIT"));
        assertThat(formatted(source).length()).isGreaterThan(1_000_000);
    }
}
