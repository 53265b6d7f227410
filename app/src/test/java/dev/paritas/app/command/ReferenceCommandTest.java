package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReferenceCommandTest {
    @TempDir
    private Path root = Path.of("");

    @Test
    void an_import_counts_what_it_took() throws IOException {
        Path golden = Files.createDirectories(root.resolve("checkout/rust/bridge/golden/none"));
        Files.writeString(golden.resolve("input.json"), "{\"kind\":\"end\"}");
        Files.writeString(golden.resolve("A.expected.json"), "{\"kind\":\"endless\"}");
        Ran ran = Ran.paritas("reference", "import", root.resolve("checkout").toString(), "--root", root.toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("left out rust/bridge/golden/none/A.expected.json: it is no type: "),
                        line -> assertThat(line).isEqualTo("golden: 1 file"),
                        line -> assertThat(line)
                                .isEqualTo("imported 1 file of telltale into " + root.resolve("reference")));
        assertThat(root.resolve("reference/index.json")).isRegularFile();
    }

    @Test
    void an_absent_or_empty_checkout_is_one_coded_line() throws IOException {
        String nowhere = root.resolve("nowhere").toString();
        assertThat(Ran.paritas("reference", "import", nowhere, "--root", root.toString()))
                .isEqualTo(new Ran(3, "", "error: CHECKOUT_MISSING at " + nowhere + ": no such directory\n"));
        String empty = Files.createDirectories(root.resolve("empty")).toString();
        assertThat(Ran.paritas("reference", "import", empty, "--root", root.toString()))
                .isEqualTo(new Ran(
                        3,
                        "",
                        "error: FILE_MISSING at " + empty + ": there is no file of the reference in " + empty + "\n"));
        assertThat(root.resolve("reference")).doesNotExist();
    }
}
