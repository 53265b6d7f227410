package dev.paritas.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.hostile.SoundFiles.Sound;
import dev.paritas.bridge.compare.Reproducer;
import dev.paritas.bridge.compare.TraceFile;
import dev.paritas.bridge.compare.TraceStreamComparator;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusFile;
import dev.paritas.bridge.corpus.CorpusIndex;
import dev.paritas.bridge.corpus.CorpusProblem;
import dev.paritas.bridge.corpus.ReferenceFolder;
import dev.paritas.bridge.corpus.ReferenceImport;
import dev.paritas.bridge.files.Sha256;
import dev.paritas.bridge.files.UnreadableFile;
import dev.paritas.bridge.golden.EquivalenceChecker;
import dev.paritas.bridge.golden.GoldenCorpus;
import dev.paritas.machine.tape.EffectTape;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reader of files and folders: what it says, or its own typed refusal, never anything else. */
@Tag("slow")
class HostileFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void traces() throws IOException {
        byte[] sound = new SoundFiles(folder).all("trace.jsonl").getFirst().bytes();
        HostileRun run = new HostileRun("traces");
        TextDamage damage = new TextDamage(HostileRun.seed());
        int count = HostileRun.share(20_000);
        for (int i = 0; i < count; i++) {
            byte[] other = i % 2 == 0 ? sound : damage.damaged(sound);
            run.one(i, damage.damaged(sound), input -> {
                try {
                    TraceStreamComparator.compare(trace("left", input), trace("right", other));
                } catch (ProblemException e) {
                    assertThat(e.only(UnreadableFile.class).sentence()).isNotBlank();
                    assertThat(e.only(UnreadableFile.class).line()).isPositive();
                }
            });
        }
        run.end();
    }

    private static TraceFile trace(String name, byte[] bytes) {
        return new TraceFile(name, new ByteArrayInputStream(bytes));
    }

    @Test
    void tapes() throws IOException {
        byte[] sound = SoundFiles.tape();
        HostileRun run = new HostileRun("tapes");
        TextDamage damage = new TextDamage(HostileRun.seed());
        int count = HostileRun.share(20_000);
        for (int i = 0; i < count; i++) {
            run.one(i, damage.damaged(sound), input -> {
                try {
                    EffectTape.read(input);
                } catch (JsonException | ProblemException e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            });
        }
        run.end();
    }

    @Test
    void reproducers() throws IOException {
        folders("reproducers", "kept", 10_000, path -> {
            try {
                Reproducer.read(path).recorded();
            } catch (ProblemException | JsonException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
    }

    @Test
    void golden_corpora() throws IOException {
        folders("golden corpora", "golden", 5_000, path -> {
            try {
                new GoldenCorpus(path).list();
                EquivalenceChecker.withGoldenDir(path).loadGoldenBundle("ping");
            } catch (ProblemException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
    }

    @Test
    void reference_folders() throws IOException {
        folders("reference folders", "project/reference", 5_000, path -> {
            try {
                ReferenceFolder.read(path);
            } catch (ProblemException e) {
                assertThat(e.only(CorpusProblem.class).sentence()).isNotBlank();
            }
        });
    }

    @Test
    void checkouts_of_the_reference() throws IOException {
        folders("checkouts", "checkout", 5_000, path -> {
            try {
                ReferenceImport.of(path);
            } catch (ProblemException e) {
                assertThat(e.only(CorpusProblem.class).sentence()).isNotBlank();
            }
        });
    }

    /** The index is made to fit then, so that the damage reaches the readers of lines. */
    @Test
    void published_corpora() throws IOException {
        folders("published corpora", "project/corpus", 3_000, path -> {
            try {
                Corpus.read(path);
            } catch (ProblemException e) {
                assertThat(e.only(CorpusProblem.class).sentence()).isNotBlank();
            }
            CorpusIndex index;
            try {
                index = CorpusIndex.parse(Files.readAllBytes(path.resolve(CorpusIndex.FILE)));
            } catch (ProblemException e) {
                e.only(CorpusProblem.class);
                return;
            }
            Files.write(path.resolve(CorpusIndex.FILE), fitted(path, index).bytes());
            try {
                Corpus.read(path);
            } catch (ProblemException e) {
                assertThat(e.only(CorpusProblem.class).sentence()).isNotBlank();
            } finally {
                Files.write(path.resolve(CorpusIndex.FILE), index.bytes());
            }
        });
    }

    private static CorpusIndex fitted(Path path, CorpusIndex index) throws IOException {
        List<CorpusFile> files = new ArrayList<>();
        for (CorpusFile file : index.files()) {
            byte[] bytes = Files.readAllBytes(path.resolve(file.path()));
            files.add(new CorpusFile(file.path(), Sha256.hex(bytes), file.cases()));
        }
        return CorpusIndex.of(index.schemaVersion(), index.generator(), index.seed(), files, index.cases());
    }

    /** What is done with a folder of which one file is damaged. */
    @FunctionalInterface
    private interface Reader {
        void read(Path path) throws IOException;
    }

    private void folders(String name, String sound, int ofMillion, Reader reader) throws IOException {
        SoundFiles files = new SoundFiles(folder);
        List<Sound> all = files.all(sound);
        HostileRun run = new HostileRun(name);
        TextDamage damage = new TextDamage(HostileRun.seed());
        SplittableRandom random = new SplittableRandom(HostileRun.seed());
        int count = HostileRun.share(ofMillion);
        for (int i = 0; i < count; i++) {
            Sound one = all.get(random.nextInt(all.size()));
            run.one(i, damage.damaged(one.bytes()), input -> {
                Files.write(one.path(), input);
                reader.read(files.at(sound));
            });
            one.restore();
        }
        run.end();
    }
}
