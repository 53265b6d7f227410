package dev.paritas.app.hostile;

import dev.paritas.app.executable.ConformanceRunnerMain;
import dev.paritas.app.executable.HeapParityRunnerMain;
import dev.paritas.app.executable.ProtocolMachineRunnerMain;
import dev.paritas.app.executable.ProtocolMachineValidatorMain;
import dev.paritas.app.executable.SearchParityRunnerMain;
import dev.paritas.app.executable.SemanticEffectRunnerMain;
import dev.paritas.app.executable.SimulatorParityTests;
import dev.paritas.app.executable.TelltaleValidator;
import dev.paritas.app.hostile.SoundFiles.Sound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every executable of the reference's that we stand in for, asked once per process, on damaged documents and arguments. */
@Tag("slow")
class HostileExecutablesTest {
    /** Each with the files that may be damaged, and its command lines: {@code !} is the damaged file, {@code @} another. */
    private enum Asked {
        RUNNER(ProtocolMachineRunnerMain::run, 3_000, List.of("protocols", "requests"), List.of("")),
        MACHINE_VALIDATOR(ProtocolMachineValidatorMain::run, 3_000, List.of("requests"), List.of("")),
        CONFORMANCE(ConformanceRunnerMain::run, 3_000, List.of("requests"), List.of("", "T")),
        HEAP(HeapParityRunnerMain::run, 3_000, List.of("heap.json"), List.of("!", "! T", "T")),
        VALIDATOR_OF_GLOBAL(
                TelltaleValidator::run,
                3_000,
                List.of("sound.json", "protocols"),
                List.of(
                        "--choreography ! --program @program.json",
                        "--choreography ! --program @program.json --log @out.log --json-log @out.json",
                        "--export-projection ! --role T --output @out.json",
                        "--export-all-projections ! --output @out.json",
                        "--choreography ! --program",
                        "T ! T")),
        VALIDATOR_OF_LOCAL(
                TelltaleValidator::run,
                3_000,
                List.of("local.json"),
                List.of(
                        "--check-async-subtype ! @local.json --output @out.json",
                        "--check-async-subtype @local.json ! --output @out.json",
                        "--check-orphan-free ! --output @out.json",
                        "--check-regular-practical-fragment ! --output @out.json",
                        "--check-orphan-free T --output @out.json")),
        VALIDATOR_OF_PROGRAM(
                TelltaleValidator::run,
                3_000,
                List.of("program.json"),
                List.of(
                        "--choreography @sound.json --program !",
                        "--choreography @sound.json --program ! --json-log @out.json --log @out.log")),
        SIMULATOR(SimulatorParityTests::run, 200, List.of("two.toml"), List.of("", "T", "--serve T")),
        EFFECTS(SemanticEffectRunnerMain::run, 200, List.of("two.toml"), List.of("", "T", "--serve T")),
        SEARCH(SearchParityRunnerMain::run, 200, List.of("two.toml"), List.of("", "T", "--serve T"));

        private final Printed.Main main;
        private final int ofMillion;
        private final List<String> files;
        private final List<String> lines;

        Asked(Printed.Main main, int ofMillion, List<String> files, List<String> lines) {
            this.main = main;
            this.ofMillion = ofMillion;
            this.files = files;
            this.lines = lines;
        }
    }

    private static final List<String> REQUESTS = List.of(
            "{\"operation\":\"conform\",\"payload\":{\"global_type\":{\"kind\":\"comm\",\"sender\":\"A\",\"receiver\":\"B\","
                    + "\"branches\":[{\"label\":{\"name\":\"m\",\"sort\":\"unit\"},\"continuation\":{\"kind\":\"end\"}}]},"
                    + "\"events\":[{\"role\":\"A\",\"action\":\"send\",\"peer\":\"B\",\"label\":\"m\"},"
                    + "{\"role\":\"A\",\"action\":\"end\"}]}}",
            "{\"operation\":\"role_equivalent\",\"payload\":{\"left\":[],"
                    + "\"right\":[{\"role\":\"A\",\"action\":\"receive\",\"peer\":\"B\",\"label\":\"m\"}]}}",
            "{\"operation\":\"validateTrace\",\"payload\":{\"choreographies\":[],\"trace\":[]}}",
            "{\"operation\":\"runSimulation\",\"payload\":{\"global_type\":{\"kind\":\"end\"},"
                    + "\"scenario\":{\"name\":\"s\",\"roles\":[\"A\"],\"steps\":3},\"initial_states\":{}}}",
            "{\"operation\":\"verifyProtocolBundle\",\"payload\":{\"claims\":{},\"participants\":[\"A\"]}}",
            "{\"operation\":\"validateReconfigurationTransition\",\"payload\":{\"policy\":{},\"members\":[]}}");

    private static final List<String> TEXTS = List.of(
            "", "--", "Client", "x\u001b[2J", "x\u009b1m\u202e", "\u0000", "\ud800", "a\nuncaught exception: b");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void an_executable_answers_on_one_stream(Asked asked) throws IOException {
        SoundFiles files = new SoundFiles(folder);
        for (int i = 0; i < REQUESTS.size(); i++) {
            files.put("requests/" + i, REQUESTS.get(i));
        }
        List<Sound> subjects = new ArrayList<>();
        for (String name : asked.files) {
            subjects.addAll(files.all(name));
        }
        HostileRun run = new HostileRun("one shot of " + asked.name().toLowerCase(Locale.ROOT));
        TextDamage damage = new TextDamage(HostileRun.seed() + asked.ordinal());
        SplittableRandom random = new SplittableRandom(HostileRun.seed() + asked.ordinal());
        int count = HostileRun.share(asked.ofMillion);
        for (int i = 0; i < count; i++) {
            Sound damaged = subjects.get(random.nextInt(subjects.size()));
            List<String> line = Stream.of(
                            asked.lines.get(i % asked.lines.size()).split(" "))
                    .filter(word -> !word.isEmpty())
                    .map(word -> word(word, damaged.path(), random))
                    .toList();
            run.one(i, damage.damaged(damaged.bytes()), input -> {
                Files.write(damaged.path(), input);
                Printed.by(asked.main, line, input).judgeExecutable();
            });
            damaged.restore();
        }
        run.end();
    }

    private String word(String word, Path damaged, SplittableRandom random) {
        return switch (word) {
            case "!" -> damaged.toString();
            case "T" -> TEXTS.get(random.nextInt(TEXTS.size()));
            default -> word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word;
        };
    }
}
