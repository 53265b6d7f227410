package dev.paritas.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.command.BridgeExporter;
import dev.paritas.app.command.Paritas;
import dev.paritas.app.hostile.SoundFiles.Sound;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command, on damaged documents and with damaged options: a code of the table in the README, an answer on one
 * stream only, at most one error line, and nothing that speaks to the terminal in place of us. Standard output counts as
 * a terminal, where documents spell out what is not seen; elsewhere they keep their bytes (docs/json-and-errors.md).
 */
@Tag("slow")
class HostileCommandsTest {
    private static final String TERMINAL = "paritas.terminal.out";

    /**
     * The first word names what is damaged, a file or any one of a folder: {@code !} stands for it, {@code @name} for a
     * file that is sound or written, N for a number or what looks like one, T for a text. Some
     * protocols never end, and cost what their limit of steps allows.
     */
    private static final List<String> COMMANDS = List.of(
            "protocols project !",
            "protocols project ! --json",
            "protocols project ! --trans --role T",
            "protocols project ! -o @out.json",
            "protocols run ! --max-steps 50",
            "protocols run ! --json --max-steps 50",
            "protocols run ! --objects --max-steps N",
            "protocols run ! --stream --strict --max-steps 50",
            "protocols run ! --dialect l --max-steps N",
            "protocols run ! @sound.json --json --max-steps 50",
            "protocols run ! --record @out.tape --max-steps 50",
            "protocols run ! --check-replay --max-steps 50",
            "protocols run ! --all-branches --max-paths 20 --max-steps 50",
            "protocols run ! --choose T --max-steps 50",
            "protocols compare ! --all-branches --max-paths 20 --max-steps 50 --json --reproducers @out",
            "two.toml smoke --runner T",
            "two.toml check --runner T --fuzz N --select fuzz --root @project",
            "protocols step ! --do 1 --do T --do back",
            "protocols step ! --role Client --json --do N",
            "protocols step ! --reaches @sound.json",
            "protocols identity ! --json",
            "protocols identity ! @sound.json",
            "protocols identity --form !",
            "protocols inspect !",
            "protocols inspect ! --json",
            "protocols admit --draft ! -o @out.json",
            "admission.json admit !",
            "admission.json admit ! --json",
            "protocols conform ! @log.jsonl",
            "log.jsonl conform @sound.json !",
            "log.jsonl conform @sound.json ! --json --observe Client --allow-duplicates",
            "log.jsonl conform @sound.json ! --map T=T --skip T",
            "log.jsonl conform @sound.json ! @log.jsonl",
            "otlp.json conform @sound.json ! --format otlp",
            "mapping.json conform @sound.json @log.jsonl --mapping !",
            "sound.json identity ! --verify T --algorithm T",
            "local.json local merge ! @local.json",
            "local.json local merge @local.json ! --erasure --json",
            "local.json local subtype ! @local.json --sync",
            "local.json local subtype @local.json !",
            "local.json local bound ! --unfold N",
            "local.json local bound ! --fuel N --json",
            "local.json local bound ! --yield-when T",
            "objects.json compare --objects ! @objects.json",
            "objects.json compare --objects @objects.json ! --cross-target --json",
            "sound.json schema validate !",
            "admission.json schema validate ! --schema paritas.admission.v1",
            "trace.jsonl schema validate ! --lines --schema lean_bridge.v1/trace_event",
            "report.json report merge ! -o @out",
            "report.json report merge ! @report.json -o @out --trend T",
            "two.toml report T",
            "tell project ! --source",
            "tell fmt !",
            "tell fmt ! @tell/lean-sample.tell --check",
            "protocols compare ! --max-steps N --reproducers @out",
            "protocols compare ! --json --max-steps 50 --reproducers @out",
            "sound.json project !",
            "sound.json run ! --dialect T",
            "sound.json compare ! --reproducers @out",
            "sound.json simulate @two.toml !",
            "sound.json import -i !",
            "sound.json import -i ! -t T",
            "sound.json validate -i ! -v",
            "local.json import -i ! -t local",
            "local.json validate -i ! -t local -v",
            "sound.json exporter --input ! --role Client --choreography-out @out.g --program-out @out.p",
            "tell exporter --input ! --role Client --choreography-out @out.g --program-out @out.p",
            "two.toml simulate ! @sound.json",
            "two.toml simulate ! @sound.json --json --lenient",
            "two.toml simulate ! @sound.json --trace --strict --state Client=N,1",
            "trace.jsonl compare @sound.trace !",
            "trace.jsonl compare ! @sound.trace --json",
            "trace.jsonl compare ! !",
            "tape run @sound.json --replay !",
            "kept compare --reproduce @kept",
            "kept compare --reproduce @kept --json",
            "golden golden --golden-dir @golden list",
            "project/corpus compare --case one --root @project",
            "project/corpus compare --case T --root @project --json",
            "checkout reference import @checkout --root @taken",
            "project/reference reference import @checkout --root @project",
            "two.toml project T",
            "two.toml run T T",
            "two.toml compare T T T",
            "two.toml compare --case T --root @golden",
            "two.toml compare --reproduce T",
            "two.toml sample --sample T",
            "two.toml sample -o @out.json --pretty",
            "two.toml export -t T --pretty",
            "two.toml golden T",
            "two.toml golden --golden-dir T list",
            "two.toml check T N",
            "two.toml check types --seed N --root @project",
            "two.toml check types --list --select T --shard T --root @project",
            "two.toml check types --list --workers N --max-fail N --root @project",
            "two.toml corpus --root T T",
            "two.toml reference import @nowhere T",
            "two.toml schema print T",
            "two.toml schema list --json",
            "two.toml completion T",
            "two.toml manual T",
            "two.toml version --json",
            "two.toml T",
            "two.toml train T");

    /** Commands that start processes or do much else. */
    private static final List<String> DEAR = List.of(
            "runner.answer compare @sound.json --runner @runner --reproducers @out",
            "runner.answer compare @sound.json --runner @runner --json --reproducers @out",
            "validator.answer project @sound.json --runner @validator",
            "validator.answer local subtype @local.json @local.json --runner @validator",
            "golden golden --golden-dir @golden --runner @validator check",
            "validator.answer golden --golden-dir @golden --runner @validator check",
            "validator.answer golden --golden-dir @out.golden --runner @validator regenerate",
            "validator.answer golden --golden-dir @out.golden --runner @validator add T T",
            "project/reference check golden heap search sim --root @project",
            "two.toml check types effects --json --root @project",
            "report.json check types --report @out --trend ! --root @project",
            "two.toml completion",
            "two.toml manual",
            "two.toml doctor --json --root T",
            "two.toml train");

    /** Words that get a stray word beside them only where none of them can name a file to write, or the project. */
    private static final Set<String> WRITERS =
            Set.of("-o", "--record", "--reproducers", "--choreography-out", "--root", "corpus", "check", "golden");

    private static final List<String> NUMBERS =
            List.of("0", "7", "-1", "1e3", "99999999999999999999", "x\u001b[31m", "");

    private static final List<String> TEXTS = List.of(
            "",
            "-",
            "--",
            "Client",
            "one",
            "l",
            "--json",
            "--nothing",
            "-h",
            "a\nerror: IO at here: forged",
            "x\u001b[2J\u001b[31m",
            "x\u009b1m\u202e\ufeff",
            "\u0000",
            "\ud800",
            "../nowhere",
            "@two.toml",
            "${sys:user.home}",
            "%s%n%d",
            "{\"kind\":\"end\"}",
            "A".repeat(5_000));

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void a_terminal() {
        System.setProperty(TERMINAL, "true");
    }

    @AfterEach
    void no_terminal() {
        System.clearProperty(TERMINAL);
    }

    @Test
    void every_command_answers_in_its_own_words() throws IOException {
        run("command lines", COMMANDS, HostileRun.share(30_000));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the runners are shell scripts")
    void every_command_that_starts_others_answers_in_its_own_words() throws IOException {
        run("command lines that start others", DEAR, HostileRun.share(1_500));
    }

    @Test
    void every_command_is_asked() {
        Set<String> asked = new TreeSet<>();
        COMMANDS.forEach(line -> asked.add(line.split(" ")[1]));
        DEAR.forEach(line -> asked.add(line.split(" ")[1]));
        String help = Printed.by(HostileCommandsTest::paritas, List.of("--help"), new byte[0])
                .out();
        List<String> known = help.lines()
                .dropWhile(line -> !line.equals("Commands:"))
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                .filter(line -> line.charAt(2) != ' ')
                .map(line -> line.strip().split(" ")[0])
                .toList();
        assertThat(known).hasSizeGreaterThan(10);
        assertThat(asked).containsAll(known).contains("exporter", "train");
    }

    private void run(String name, List<String> commands, int count) throws IOException {
        SoundFiles files = sound();
        HostileRun run = new HostileRun(name);
        TextDamage damage = new TextDamage(HostileRun.seed());
        SplittableRandom random = new SplittableRandom(HostileRun.seed());
        List<String[]> split = commands.stream().map(line -> line.split(" ")).toList();
        Map<String, List<Sound>> subjects = new HashMap<>();
        for (String[] words : split) {
            subjects.put(words[0], files.all(words[0]));
        }
        for (int i = 0; i < count; i++) {
            String[] words = split.get(i % split.size());
            List<Sound> subject = Objects.requireNonNull(subjects.get(words[0]));
            Sound damaged = subject.get(random.nextInt(subject.size()));
            List<String> line = line(words, damaged.path(), random);
            run.one(i, damage.damaged(damaged.bytes()), input -> {
                Files.write(damaged.path(), input);
                try {
                    Printed.by(HostileCommandsTest::paritas, line, new byte[0]).judgeCommand();
                } catch (AssertionError e) {
                    throw new AssertionError(line + ": " + e.getMessage(), e);
                }
            });
            damaged.restore();
        }
        run.end();
    }

    private SoundFiles sound() throws IOException {
        SoundFiles files = new SoundFiles(folder);
        files.put("sound.trace", Files.readString(files.at("trace.jsonl")));
        files.put("taken/justfile", "");
        files.put(
                "admission.json",
                printed("admit", "--draft", files.at("sound.json").toString()));
        files.put("log.jsonl", """
                {"session":"s","role":"Client","action":"send","peer":"Server","label":"ping"}
                {"session":"s","role":"Server","action":"receive","peer":"Client","label":"ping"}
                """);
        files.put("otlp.json", """
                {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"t","startTimeUnixNano":"1","attributes":[\
                {"key":"paritas.action","value":{"stringValue":"send"}},\
                {"key":"paritas.role","value":{"stringValue":"Client"}},\
                {"key":"paritas.peer","value":{"stringValue":"Server"}},\
                {"key":"paritas.label","value":{"stringValue":"ping"}}]}]}]}]}
                """);
        files.put("mapping.json", """
                {"members":{"role":"role"},"values":{"label":{"ping":"ping"}},"skip":[{"member":"action","value":"x"}]}
                """);
        files.put(
                "objects.json",
                printed("run", "--objects", files.at("sound.json").toString()));
        files.put("report.json", Files.readString(Checkout.ROOT.resolve("app/src/test/browser/report.json")));
        files.put("runner.answer", "{\"sessions\":[],\"status\":\"ok\"}");
        files.put("validator.answer", "{\"projections\":{\"Client\":{\"kind\":\"end\"}},\"success\":true}");
        script(files, "runner", "exec cat " + files.at("runner.answer"));
        script(files, "validator", "for last; do :; done; exec cp " + files.at("validator.answer") + " \"$last\"");
        return files;
    }

    private static String printed(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = Paritas.run(words, InputStream.nullInputStream(), out, OutputStream.nullOutputStream());
        assertThat(exit).as(String.join(" ", words)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void script(SoundFiles files, String name, String body) throws IOException {
        Executables.script(files.at(name), body);
    }

    /** {@return the command line, now and then with a word too few or too many} */
    private List<String> line(String[] words, Path damaged, SplittableRandom random) {
        List<String> line = new ArrayList<>();
        for (String word : List.of(words).subList(1, words.length)) {
            line.add(word(word, damaged, random));
        }
        if (random.nextInt(8) == 0 && WRITERS.stream().noneMatch(List.of(words)::contains)) {
            int at = random.nextInt(line.size() + 1);
            switch (random.nextInt(3)) {
                case 0 -> line.add(at, text(random));
                case 1 -> line.addAll(line.subList(at, line.size()));
                default -> {
                    // Without its limit of steps a protocol that never ends costs what the default limit allows.
                    if (!line.contains("--max-steps")) {
                        line.subList(at, line.size()).clear();
                    }
                }
            }
        }
        return line;
    }

    private String word(String word, Path damaged, SplittableRandom random) {
        return switch (word) {
            case "!" -> damaged.toString();
            case "N" -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case "Client=N,1" -> "Client=" + NUMBERS.get(random.nextInt(NUMBERS.size())) + ",1";
            case "T" -> text(random);
            default -> word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word;
        };
    }

    private static String text(SplittableRandom random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static int paritas(List<String> words, InputStream in, OutputStream out, OutputStream err) {
        if (!words.isEmpty() && words.getFirst().equals("exporter")) {
            return BridgeExporter.run(words.stream().skip(1).toArray(String[]::new), in, out, err);
        }
        return Paritas.run(words.toArray(String[]::new), in, out, err);
    }
}
