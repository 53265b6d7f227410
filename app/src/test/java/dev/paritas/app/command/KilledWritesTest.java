package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.corpus.CorpusFolder;
import dev.paritas.bridge.corpus.CorpusProblem;
import dev.paritas.bridge.files.FolderChange;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL while a real program writes: afterwards, once the folder is opened again, everything is old or everything is
 * new. Whoever reads beside it meets whole documents only. {@code -Dparitas.kills=N} sets how often, and
 * {@code -Dparitas.kills.seed=S} the moments.
 */
@Tag("slow")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the peer is a shell script")
class KilledWritesTest {
    private static final int KILLS = Integer.getInteger("paritas.kills", 25);
    private static final long SEED = Long.getLong("paritas.kills.seed", 20_261_129);
    private static final String PING = """
            {"kind":"comm","sender":"A","receiver":"B","branches":[{"label":{"name":"m"},"continuation":{"kind":"end"}}]}""";

    @TempDir
    private Path root = Path.of("");

    /**
     * A command that writes.
     *
     * @param share of all kills, in hundredths
     * @param watched where it leaves its traces while it writes
     * @param folder what it changes
     * @param old what is there before
     * @param opened what the next command does first with the folder
     */
    private record Scene(
            String name,
            int share,
            List<String> args,
            Path watched,
            Path folder,
            Map<String, byte[]> old,
            Consumer<Path> opened) {}

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Scene> scenes() throws IOException {
        Path input = Files.write(root.resolve("message.json"), utf8(PING));
        Path peer = Executables.script(root.resolve("validator"), """
                for last; do :; done
                echo '{"success":true,"projections":{"A":{"kind":"end"},"B":{"kind":"end"}}}' > "$last\"""");
        Path project = Files.createDirectories(root.resolve("project"));
        Path protocols = Files.createDirectories(project.resolve("fixtures/protocols"));
        Files.copy(Checkout.FIXTURES.resolve("protocols/ping_pong.json"), protocols.resolve("ping_pong.json"));
        Map<String, byte[]> cases = new TreeMap<>();
        for (int i = 0; i < 4; i++) {
            cases.put("case" + i + "/input.json", utf8(PING));
            cases.put("case" + i + "/A.expected.json", utf8("\"old " + i + "\""));
        }
        Path grown = root.resolve("grown/golden");
        Path fresh = root.resolve("fresh/golden");
        Path rewritten = root.resolve("rewritten/golden");
        Path tapes = root.resolve("tapes");
        Path corpus = project.resolve("corpus");
        Path reports = project.resolve("target/parity");
        return List.of(
                new Scene("golden add", 20, golden(peer, grown, "case0"), grown, grown, cases, golden(grown)),
                new Scene(
                        "golden add, no corpus yet",
                        15,
                        golden(peer, fresh, "case0"),
                        fresh.resolveSibling(""),
                        fresh.resolveSibling(""),
                        Map.of(),
                        golden(fresh)),
                new Scene(
                        "golden regenerate",
                        20,
                        List.of(
                                "golden",
                                "--runner",
                                peer.toString(),
                                "--golden-dir",
                                rewritten.toString(),
                                "regenerate"),
                        rewritten,
                        rewritten,
                        cases,
                        golden(rewritten)),
                new Scene(
                        "run --record",
                        25,
                        List.of("run", "--record", tapes.resolve("tape.json").toString(), input.toString()),
                        tapes,
                        tapes,
                        Map.of("tape.json", utf8("old")),
                        _ -> {}),
                new Scene(
                        "check",
                        15,
                        List.of("check", "types", "--root", project.toString()),
                        reports,
                        reports,
                        Map.of("check-parity.json", utf8("old")),
                        _ -> {}),
                new Scene(
                        "corpus --accept",
                        5,
                        List.of("corpus", "--accept", "--root", project.toString()),
                        corpus,
                        corpus,
                        Map.of(
                                "index.json",
                                utf8("old"),
                                "machine-runs.jsonl",
                                utf8("old"),
                                "heap-vectors.jsonl",
                                utf8("")),
                        KilledWritesTest::openCorpus));
    }

    private static List<String> golden(Path peer, Path folder, String name) {
        return List.of("golden", "--runner", peer.toString(), "--golden-dir", folder.toString(), "add", name, PING);
    }

    private static Consumer<Path> golden(Path folder) {
        return _ -> assertThat(Ran.paritas("golden", "--golden-dir", folder.toString(), "list")
                        .err())
                .isEmpty();
    }

    private static void openCorpus(Path folder) {
        try {
            CorpusFolder.index(folder);
        } catch (ProblemException e) {
            e.only(CorpusProblem.class);
            // The old index is none.
        }
    }

    private Process start(Scene scene) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                        Executables.java(Paritas.class, scene.args().toArray(String[]::new)))
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("output").toFile());
        program.environment()
                .put("TMPDIR", Files.createDirectories(root.resolve("tmp")).toString());
        return program.start();
    }

    /** {@return every file in {@code folder} that has its name} */
    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entry, BasicFileAttributes attributes) {
                return FolderChange.isPartOf(entry) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!FolderChange.isPartOf(file)) {
                    try {
                        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                    } catch (NoSuchFileException e) {
                        // It was moved in between.
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path entry, @Nullable IOException problem) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static void lay(Scene scene) throws IOException {
        Path folder = scene.folder();
        if (Files.exists(folder)) {
            try (var entries = Files.walk(folder)) {
                for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(entry);
                }
            }
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : scene.old().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            Files.write(path, file.getValue());
        }
    }

    /** {@return whether {@code bytes} are those of the new file; a report has durations in it and is read} */
    private static boolean isNew(String name, byte[] bytes, Map<String, byte[]> fresh) {
        if (name.equals("check-parity.json")) {
            try {
                JsonInput.read(bytes, ReadPolicy.STRICT, LaneReport.CODEC);
                return bytes[bytes.length - 1] == '\n';
            } catch (JsonException e) {
                return false;
            }
        }
        return Arrays.equals(bytes, fresh.get(name));
    }

    private static List<String> torn(Scene scene, Map<String, byte[]> found, Map<String, byte[]> fresh) {
        return found.entrySet().stream()
                .filter(file -> !Arrays.equals(file.getValue(), scene.old().get(file.getKey()))
                        && !isNew(file.getKey(), file.getValue(), fresh))
                .map(file -> file.getKey() + " (" + file.getValue().length + " bytes)")
                .toList();
    }

    private static boolean isOld(Scene scene, Map<String, byte[]> found) {
        return found.keySet().equals(scene.old().keySet())
                && found.entrySet().stream()
                        .allMatch(file ->
                                Arrays.equals(file.getValue(), scene.old().get(file.getKey())));
    }

    private static boolean isNew(Map<String, byte[]> found, Map<String, byte[]> fresh) {
        return found.keySet().equals(fresh.keySet())
                && found.entrySet().stream().allMatch(file -> isNew(file.getKey(), file.getValue(), fresh));
    }

    /** How long a run took, and how long of it was left when it began to write, in nanoseconds. */
    private record Spans(long whole, long writing) {}

    private static Spans spans(Process process, Path watched) throws InterruptedException {
        long begin = System.nanoTime();
        await(process, watched, ".paritas-");
        long writing = System.nanoTime();
        process.waitFor();
        long end = System.nanoTime();
        return new Spans(end - begin, end - writing + 1_000_000);
    }

    /** Waits until there is a name that begins so, or the process has ended. */
    private static void await(Process process, Path watched, String prefix) {
        while (process.isAlive() && !has(watched, prefix)) {
            LockSupport.parkNanos(50_000);
        }
    }

    /**
     * Waits for a moment of the run: one time in four of the whole of it, one in four right after a change of several files
     * counts, else of the part in which it writes.
     */
    private static void await(Process process, Path watched, Spans spans, SplittableRandom random) {
        int kind = random.nextInt(4);
        long longer = random.nextLong(kind == 0 ? spans.whole() : kind == 1 ? 4_000_000 : spans.writing());
        switch (kind) {
            case 0 -> {}
            case 1 -> await(process, watched, ".paritas-change");
            default -> await(process, watched, ".paritas-");
        }
        long moment = System.nanoTime() + longer;
        while (process.isAlive() && System.nanoTime() < moment) {
            Thread.onSpinWait();
        }
    }

    private static boolean has(Path watched, String prefix) {
        String[] names = watched.toFile().list((_, name) -> name.startsWith(prefix));
        return names != null && names.length > 0;
    }

    /** One scene, and what was found after the kills of it so far. */
    private final class Played {
        private final Scene scene;
        private final Map<String, byte[]> fresh;
        private final Spans spans;
        private int kills;
        private int killed;
        private int old;
        private int finished;

        /** Lets it run to its end once. */
        Played(Scene scene) throws Exception {
            this.scene = scene;
            lay(scene);
            this.spans = spans(start(scene), scene.watched());
            this.fresh = files(scene.folder());
            assertThat(isOld(scene, fresh))
                    .as("%s wrote nothing: %s", scene.name(), Files.readString(root.resolve("output")))
                    .isFalse();
        }

        void kill(SplittableRandom random, AtomicLong read, String moment) throws Exception {
            lay(scene);
            Process process = start(scene);
            List<String> seen = new ArrayList<>();
            Thread reader = Thread.ofPlatform().start(() -> {
                while (process.isAlive()) {
                    try {
                        Map<String, byte[]> found = files(scene.folder());
                        read.addAndGet(found.size());
                        seen.addAll(torn(scene, found, fresh));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    LockSupport.parkNanos(200_000);
                }
            });
            await(process, scene.watched(), spans, random);
            process.destroyForcibly();
            kills++;
            killed += process.waitFor() == 128 + 9 ? 1 : 0;
            reader.join();
            String when = scene.name() + ", " + moment;
            assertThat(seen).as("read beside " + when).isEmpty();
            Map<String, byte[]> left = files(scene.folder());
            assertThat(torn(scene, left, fresh)).as(when).isEmpty();
            scene.opened().accept(scene.folder());
            Map<String, byte[]> found = files(scene.folder());
            boolean stayed = isOld(scene, found);
            assertThat(stayed || isNew(found, fresh))
                    .as("%s: neither old nor new, but %s", when, found.keySet())
                    .isTrue();
            old += stayed ? 1 : 0;
            finished += isOld(scene, left) == stayed && (stayed || isNew(left, fresh)) ? 0 : 1;
        }
    }

    @Test
    void whatever_moment_it_is_killed_at_the_files_are_all_old_or_all_new() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        AtomicLong read = new AtomicLong();
        List<Played> all = new ArrayList<>();
        for (Scene scene : scenes()) {
            all.add(new Played(scene));
        }
        for (int i = 0; i < KILLS; i++) {
            int ticket = random.nextInt(100);
            for (Played one : all) {
                ticket -= one.scene.share();
                if (ticket < 0) {
                    one.kill(random, read, "seed " + SEED + ", kill " + i);
                    break;
                }
            }
            if ((i + 1) % 100 == 0 || i + 1 == KILLS) {
                System.out.println(tell(all, read));
            }
        }
        assertThat(all.stream().mapToInt(one -> one.killed).sum())
                .as("killed while they ran")
                .isPositive();
        assertThat(read.get()).isPositive();
    }

    private static String tell(List<Played> all, AtomicLong read) {
        StringBuilder text = new StringBuilder("seed " + SEED + ", " + read + " documents read beside the writers");
        for (Played one : all) {
            text.append("%n  %s: %d kills, %d in time; %d old, %d new, of these %d finished by the next start"
                    .formatted(one.scene.name(), one.kills, one.killed, one.old, one.kills - one.old, one.finished));
        }
        return text.toString();
    }
}
