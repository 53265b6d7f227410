package dev.paritas.app.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.bridge.corpus.ReferenceFile;
import dev.paritas.bridge.corpus.ReferenceIndex;
import dev.paritas.bridge.files.Sha256;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.tape.RecordingHandler;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder of everything that a command or an executable reads, as it should be, and what of it can be damaged. */
final class SoundFiles {
    private static final String PING =
            "{\"kind\":\"comm\",\"sender\":\"Client\",\"receiver\":\"Server\",\"branches\":[{\"label\":{\"name\":\"ping\","
                    + "\"sort\":\"unit\"},\"continuation\":{\"kind\":\"end\"}}]}";

    private static final String SENDS =
            "{\"kind\":\"send\",\"partner\":\"Server\",\"branches\":[{\"label\":{\"name\":\"ping\",\"sort\":\"unit\"},"
                    + "\"continuation\":{\"kind\":\"end\"}}]}";

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

    private static final String TRACE = """
            {"kind":"sent","label":"ping","receiver":"Server","sender":"Client","session":0,"tick":0}
            {"kind":"received","label":"ping","receiver":"Server","sender":"Client","session":0,"tick":1}
            """;

    /** A file of the folder. */
    record Sound(Path path, byte[] bytes) {
        void restore() throws IOException {
            Files.write(path, bytes);
        }
    }

    private final Path folder;

    /** Writes everything into {@code folder}. */
    SoundFiles(Path folder) throws IOException {
        this.folder = folder;
        put("sound.json", PING);
        put("local.json", SENDS);
        put("program.json", "{\"role\":\"Client\",\"local_type\":" + SENDS + "}");
        put("two.toml", SCENARIO);
        put("trace.jsonl", TRACE);
        put("tape", tape());
        copy(Checkout.FIXTURES.resolve("heap/practice.json"), "heap.json");
        copyAll(Checkout.FIXTURES.resolve("protocols"), "protocols");
        copyAll(Checkout.FIXTURES.resolve("tell"), "tell");
        copyAll(Checkout.FIXTURES.resolve("divergence/loop_type_text-41cb99be293b765b"), "kept");
        put("golden/ping/input.json", PING);
        put("golden/ping/Client.expected.json", SENDS);
        put("golden/ping/Server.expected.json", SENDS.replace("send", "recv").replace("Server", "Client"));
        corpus();
        reference();
    }

    /** {@return the tape of a run} */
    static byte[] tape() {
        RecordingHandler recorder = new RecordingHandler(new PassThroughHandler());
        CaseInput input = CaseInput.of(ChoreographyJson.of(TypeReader.global().read(PING.getBytes(UTF_8))), 10);
        assertThat(new MachineSide(recorder, RunDetail.EFFECTS).run(input)).isInstanceOf(SideOutcome.Ran.class);
        return recorder.tape().toBytes();
    }

    /** {@return the file that {@code name} names in the folder} */
    Path at(String name) {
        return folder.resolve(name);
    }

    /** {@return one file, or every file of a folder} */
    List<Sound> all(String name) throws IOException {
        List<Sound> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(at(name))) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                files.add(new Sound(file, Files.readAllBytes(file)));
            }
        }
        return files;
    }

    void put(String name, String text) throws IOException {
        put(name, text.getBytes(UTF_8));
    }

    private void put(String name, byte[] bytes) throws IOException {
        Files.createDirectories(at(name).getParent());
        Files.write(at(name), bytes);
    }

    private void copy(Path from, String name) throws IOException {
        put(name, Files.readAllBytes(from));
    }

    private void copyAll(Path from, String name) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                copy(file, name + "/" + file.getFileName());
            }
        }
    }

    /** A project with a corpus of one case. */
    private void corpus() throws IOException {
        byte[] input = Files.readAllBytes(Checkout.FIXTURES.resolve("protocols/ping_pong.json"));
        CorpusCase one = CorpusCase.make("one", null, JsonInput.read(input, ReadPolicy.STRICT, CaseInput.CODEC));
        Corpus corpus = Corpus.of("hostile", 1, List.of(one));
        put("project/justfile", "");
        for (var file : corpus.files().entrySet()) {
            put("project/corpus/" + file.getKey(), file.getValue());
        }
    }

    /** A checkout of the reference, and a folder that was imported from one. */
    private void reference() throws IOException {
        put("checkout/Cargo.toml", "version = \"1.2.3\"\n");
        put("checkout/.git/HEAD", "ref: refs/heads/main\n");
        put("checkout/.git/refs/heads/main", "0123456789".repeat(4) + "\n");
        put("checkout/golden/ping/input.json", PING);
        put("checkout/golden/ping/Client.expected.json", SENDS);
        put("checkout/scenarios/two.toml", SCENARIO);
        copy(Checkout.FIXTURES.resolve("heap/practice.json"), "checkout/heap_lean_parity_v1.json");
        put(
                "project/reference/index.json",
                ReferenceIndex.of(
                                "telltale 1.2.3",
                                null,
                                List.of(new ReferenceFile(
                                        "golden/ping/input.json",
                                        Sha256.hex(PING.getBytes(UTF_8)),
                                        1,
                                        null,
                                        "golden/ping/input.json")))
                        .bytes());
        put("project/reference/golden/ping/input.json", PING);
    }
}
