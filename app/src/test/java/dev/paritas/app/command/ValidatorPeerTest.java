package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code project --runner} and {@code local subtype --runner}: our answers beside a validator's. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the validators are shell scripts")
final class ValidatorPeerTest {
    private static final String SEND = "{\"kind\":\"send\",\"partner\":\"B\",\"branches\":[{\"label\":"
            + "{\"name\":\"m\",\"sort\":\"unit\"},\"continuation\":{\"kind\":\"end\"}}]}";
    private static final String RECV = SEND.replace("send", "recv").replace("\"B\"", "\"A\"");

    @TempDir
    private Path folder = Path.of("");

    /** {@return a validator that answers everything with {@code answer}} */
    private String validator(String answer) throws IOException {
        Path text = Files.writeString(folder.resolve("answer.json"), answer);
        Path script = folder.resolve("validator");
        Executables.script(script, "for last; do :; done; exec cp " + text + " \"$last\"");
        return script.toString();
    }

    private String protocol() throws IOException {
        return Files.writeString(folder.resolve("p.tell"), "protocol P =\n  roles A, B\n  A -> B : m\n")
                .toString();
    }

    @Test
    void equal_projections_agree() throws IOException {
        String runner = validator("{\"success\":true,\"projections\":{\"A\":" + SEND + ",\"B\":" + RECV + "}}");
        assertThat(Ran.paritas("project", protocol(), "--runner", runner))
                .isEqualTo(new Ran(0, "A  agrees\nB  agrees\n", ""));
    }

    @Test
    void one_that_differs_is_told_and_is_no_success() throws IOException {
        String runner = validator("{\"success\":true,\"projections\":{\"A\":" + SEND + ",\"B\":" + SEND + "}}");
        Ran ran = Ran.paritas("project", protocol(), "--runner", runner);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith("A  agrees\nB  Projection mismatch:\n");
    }

    @Test
    void one_that_cannot_be_read_or_is_missing_leaves_nothing_said() throws IOException {
        for (String second : new String[] {",\"B\":7", ""}) {
            String runner = validator("{\"success\":true,\"projections\":{\"A\":" + SEND + second + "}}");
            Ran ran = Ran.paritas("project", protocol(), "--runner", runner);
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .startsWith("error: VALIDATOR at " + runner + ": ")
                    .hasLineCount(1);
        }
    }

    @Test
    void a_choreography_without_roles_compares_nothing() throws IOException {
        Ran ran = Ran.withInput("{\"kind\":\"end\"}", "project", "-", "--runner", validator("{}"));
        assertThat(ran).isEqualTo(new Ran(4, "", "nothing was compared: the choreography has no role\n"));
    }

    @Test
    void a_verdict_on_a_pair_is_held_beside_the_validators() throws IOException {
        String send = Files.writeString(folder.resolve("send"), SEND).toString();
        String recv = Files.writeString(folder.resolve("recv"), RECV).toString();
        String yes = validator("{\"success\":true,\"result\":true}");
        assertThat(Ran.paritas("local", "subtype", send, send, "--runner", yes))
                .isEqualTo(new Ran(0, "a subtype\nthe validator  agrees\n", ""));
        Ran parted = Ran.paritas("local", "subtype", send, recv, "--runner", yes);
        assertThat(parted.exit()).isEqualTo(1);
        assertThat(parted.out())
                .startsWith("no subtype: ")
                .endsWith("the validator  Subtyping mismatch: Rust=NotSubtype, Lean=IsSubtype\n");
        assertThat(Ran.paritas("local", "subtype", send, send, "--sync", "--runner", yes)
                        .exit())
                .isEqualTo(2);
    }
}
