package dev.paritas.bridge.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.ChildResult;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the assembled distribution, whose start-up cache is damaged before each start. */
@Tag("slow")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launchers are shell scripts")
final class DamagedCacheTest {
    private static final Path DISTRIBUTION = Checkout.ROOT.resolve("target/dist");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/bin:/bin", "JAVA_HOME", System.getProperty("java.home"));
    private static final int SEED = 20260101;

    @TempDir
    private Path home = Path.of("");

    private final ChildProcesses children = new ChildProcesses();

    @BeforeEach
    void install() throws IOException {
        assumeTrue(Files.exists(DISTRIBUTION.resolve("lib/paritas.aot")), "no distribution here; run just dist");
        for (String folder : new String[] {"bin", "lib"}) {
            Files.createDirectory(home.resolve(folder));
            try (Stream<Path> files = Files.list(DISTRIBUTION.resolve(folder))) {
                for (Path file : files.toList()) {
                    // A cache belongs to jars of one time.
                    Files.copy(
                            file, home.resolve(folder).resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    @AfterEach
    void close() {
        children.close();
    }

    private ChildResult run(String program, String... arguments) {
        return children.run(
                ChildCommand.of(ENVIRONMENT, program).with(List.of(arguments)),
                new byte[0],
                ChildLimits.within(Duration.ofSeconds(60)));
    }

    private ChildResult version() {
        return run(home.resolve("bin/paritas").toString(), "version");
    }

    /** The machine itself says whether it would take a cache: asked for one that it must use, it ends without it. */
    private ChildResult demanded(Path cache) {
        return run(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:AOTMode=on",
                "-XX:+UseSerialGC",
                "-XX:AOTCache=" + cache,
                "-cp",
                home.resolve("lib/paritas.jar").toString(),
                "-version");
    }

    @Test
    void a_start_is_right_whatever_bit_of_the_cache_is_turned_or_page_is_lost() throws IOException {
        Path cache = home.resolve("lib/paritas.aot");
        byte[] whole = Files.readAllBytes(cache);
        ChildResult good = version().requireSuccess();
        assertThat(good.stderrText()).isEmpty();
        assertThat(demanded(cache).exitCode()).as("the whole cache is used").isZero();

        Random random = new Random(SEED);
        for (int turn = 0; turn < 70; turn++) {
            byte[] damaged = whole.clone();
            int place;
            if (turn < 40) {
                place = random.nextInt(damaged.length);
                damaged[place] ^= (byte) (1 << random.nextInt(8));
            } else {
                do {
                    place = random.nextInt(damaged.length - 65536);
                    Arrays.fill(damaged, place, place + 65536, (byte) 0);
                } while (Arrays.equals(damaged, whole));
            }
            Files.write(cache, damaged);

            ChildResult result = version();
            String where = "seed %d, turn %d, at byte %d".formatted(SEED, turn, place);
            assertThat(result.exitCode()).as(where).isZero();
            assertThat(result.stdoutText()).as(where).isEqualTo(good.stdoutText());
            assertThat(result.stderrText()).as(where).startsWith("warning: ").hasLineCount(1);
            assertThat(cache).as(where).doesNotExist();
        }
        Files.write(cache, whole);
        assertThat(version().stderrText()).as("the whole cache again").isEmpty();
        assertThat(cache).exists();
    }
}
