package dev.paritas.bridge.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.cli.BridgeExporter;
import dev.paritas.bridge.cli.Paritas;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command that reads a document, on damaged ones and with damaged options: a code of the table in the README, an
 * answer on one stream only, at most one error line, and nothing that speaks to the terminal in place of us.
 */
@Tag("slow")
class HostileCommandsTest {
    private static final Path ROOT = Path.of(System.getProperty("paritas.root"));
    /** Everything below the space but the line feed, DEL, C1, the line separators and the marks that turn text around. */
    private static final Pattern CONTROL = Pattern.compile(
            "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    private static final Pattern INSIDES = Pattern.compile(
            "Exception|java\\.(lang|util|io|nio)|dev\\.paritas|jackson|REDACTED|OutOfMemoryError|StackOverflowError|INTERNAL");

    private static final String SCENARIO = """
            name = "two"
            roles = ["Client", "Server"]
            steps = 4

            [field]
            layer = "mean_field"
            beta = "0.5"
            species = ["up", "down"]
            initial_state = ["0.6", "0.4"]
            step_size = "0.01"
            """;

    /** The words FILE, SCENARIO, SOUND, TRACE and TELL stand for files; N for a number or what looks like one. */
    private static final List<List<String>> COMMANDS = List.of(
            List.of("project", "FILE"),
            List.of("project", "FILE", "--json"),
            List.of("run", "FILE"),
            List.of("run", "FILE", "--json"),
            List.of("run", "FILE", "--objects", "--max-steps", "N"),
            List.of("run", "FILE", "--stream"),
            List.of("run", "FILE", "--dialect", "l"),
            List.of("run", "SOUND", "--replay", "FILE"),
            List.of("compare", "FILE", "--reproducers", "KEPT"),
            List.of("compare", "TRACE", "FILE"),
            List.of("compare", "--reproduce", "FILE"),
            List.of("simulate", "SCENARIO", "SOUND"),
            List.of("simulate", "SCENARIO", "SOUND", "--json", "--lenient"),
            List.of("simulate", "SCENARIO", "SOUND", "--trace", "--state", "Client=N,1"),
            List.of("export", "FILE"),
            List.of("import", "FILE"),
            List.of("validate", "FILE"),
            List.of(
                    "exporter",
                    "--input",
                    "TELL",
                    "--role",
                    "Client",
                    "--choreography-out",
                    "C",
                    "--program-out",
                    "P"));

    @TempDir
    private Path folder = Path.of("");

    private record Ran(int code, String out, String err) {}

    @Test
    void every_command_answers_in_its_own_words() throws IOException {
        HostileRun run = new HostileRun("command lines");
        TextDamage damage = new TextDamage(HostileRun.seed());
        SplittableRandom random = new SplittableRandom(HostileRun.seed());
        List<byte[]> protocols = HostileReadersTest.files(ROOT.resolve("fixtures/protocols"), ".json");
        List<byte[]> sources = HostileReadersTest.files(ROOT.resolve("fixtures/tell"), ".tell");
        byte[] sound = command(List.of("sample")).out().getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("sound.json"), sound);
        Files.writeString(
                folder.resolve("trace.jsonl"),
                command(List.of("run", folder.resolve("sound.json").toString(), "--stream"))
                        .out());
        int count = HostileRun.share(30_000);
        for (int i = 0; i < count; i++) {
            List<String> words = COMMANDS.get(i % COMMANDS.size());
            byte[] document = damage.damaged(
                    words.contains("SCENARIO")
                            ? SCENARIO.getBytes(StandardCharsets.UTF_8)
                            : words.contains("TELL")
                                    ? sources.get(random.nextInt(sources.size()))
                                    : words.contains("TRACE")
                                            ? Files.readAllBytes(folder.resolve("trace.jsonl"))
                                            : random.nextBoolean()
                                                    ? sound
                                                    : protocols.get(random.nextInt(protocols.size())));
            List<String> line = words.stream().map(word -> word(word, random)).toList();
            run.one(i, document, input -> {
                Files.write(folder.resolve(words.contains("TELL") ? "it.tell" : "it"), input);
                judge(command(line));
            });
        }
        run.end();
    }

    private String word(String word, SplittableRandom random) {
        return switch (word) {
            case "FILE", "SCENARIO" -> folder.resolve("it").toString();
            case "TELL" -> folder.resolve("it.tell").toString();
            case "SOUND" -> folder.resolve("sound.json").toString();
            case "TRACE" -> folder.resolve("trace.jsonl").toString();
            case "KEPT", "C", "P" -> folder.resolve("out-" + word).toString();
            default ->
                word.contains("N") && word.length() < 12 && !word.equals("--json")
                        ? word.replace(
                                "N",
                                List.of("0", "7", "-1", "1e3", "99999999999999999999", "x\u001b[31m", "")
                                        .get(random.nextInt(7)))
                        : word;
        };
    }

    private static Ran command(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        ByteArrayInputStream in = new ByteArrayInputStream(new byte[0]);
        String[] args = words.toArray(String[]::new);
        int code = words.getFirst().equals("exporter")
                ? BridgeExporter.run(java.util.Arrays.copyOfRange(args, 1, args.length), in, outStream, errStream)
                : Paritas.run(args, in, outStream, errStream);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static void judge(Ran ran) {
        assertThat(ran.code()).as("exit code").isBetween(0, 4);
        assertThat(CONTROL.matcher(ran.out()).find())
                .as("control character in %s", ran.out())
                .isFalse();
        assertThat(CONTROL.matcher(ran.err()).find())
                .as("control character in %s", ran.err())
                .isFalse();
        assertThat(INSIDES.matcher(ran.err()).find()).as(ran.err()).isFalse();
        List<String> errors =
                ran.err().lines().filter(line -> line.matches("(?i)error: .*")).toList();
        assertThat(errors).as("error lines").hasSizeLessThanOrEqualTo(1);
        if (!errors.isEmpty()) {
            assertThat(ran.code()).as("an error line and exit code").isNotZero();
            assertThat(ran.out()).as("standard output beside an error").isEmpty();
        }
        if (ran.code() == 2 || ran.code() == 3) {
            assertThat(errors.size()
                            + ran.out()
                                    .lines()
                                    .filter(line -> line.startsWith("broken"))
                                    .count())
                    .as("a reason for exit code %d: %s %s", ran.code(), ran.out(), ran.err())
                    .isEqualTo(1);
        }
    }
}
