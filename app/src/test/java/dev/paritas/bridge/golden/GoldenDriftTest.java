package dev.paritas.bridge.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.TypeTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenDriftTest {
    @TempDir
    Path directory;

    private final ScriptedProjections peer = new ScriptedProjections();

    @Test
    void a_missing_directory_has_no_drift() {
        assertThat(drift(directory.resolve("none"))).isEmpty();
    }

    @Test
    void an_unchanged_case_has_no_drift_whatever_its_layout() throws IOException {
        ping("c");
        put("c/A.expected.json", "\n\n" + ProtocolTexts.PING_A + "\n");
        assertThat(drift(directory)).isEmpty();
    }

    @Test
    void changed_missing_and_stale_roles_are_listed_in_order() throws IOException {
        ping("b");
        put("b/A.expected.json", ProtocolTexts.PING_B);
        Files.delete(directory.resolve("b/B.expected.json"));
        put("b/Y.expected.json", TypeTexts.END);
        put("b/X.expected.json", TypeTexts.END);
        ping("a");
        put("a/B.expected.json", TypeTexts.END);
        assertThat(drift(directory)).containsExactly("a:B", "b:A", "b:B (missing)", "b:X (stale)", "b:Y (stale)");
    }

    @Test
    void what_is_no_case_is_passed_over() throws IOException {
        put("plain.txt", "a file");
        put("empty/notes.txt", "no input here");
        ping("c");
        assertThat(drift(directory)).isEmpty();
    }

    @Test
    void a_case_the_peer_cannot_project_is_passed_over() throws IOException {
        put("failing/input.json", "\"failing\"");
        put("wordless/input.json", "\"wordless\"");
        put("undecodable/input.json", "\"undecodable\"");
        put("drifted/input.json", "\"drifted\"");
        peer.answer("\"failing\"", "{\"success\":false,\"error\":\"no\"}")
                .answer("\"wordless\"", "{\"projections\":{\"A\":1}}")
                .answer("\"undecodable\"", "{\"success\":true,\"projections\":7}")
                .answer("\"drifted\"", "{\"success\":true,\"projections\":[{\"role\":\"A\",\"localType\":1}]}");
        assertThat(drift(directory)).containsExactly("drifted:A (missing)");
    }

    @Test
    void a_runner_error_ends_the_check() throws IOException {
        ping("a");
        put("b/input.json", "\"dead\"");
        peer.answer("\"dead\"", "");
        assertThat(failure()).isInstanceOf(EquivalenceError.LeanError.class);
    }

    @Test
    void a_broken_file_ends_the_check() throws IOException {
        put("a/input.json", "{");
        assertThat(failure()).isInstanceOf(EquivalenceError.JsonError.class);
        ping("a");
        put("a/A.expected.json", "{");
        assertThat(failure()).isInstanceOf(EquivalenceError.JsonError.class);
    }

    @Test
    void a_role_that_leads_out_of_the_corpus_ends_the_check() throws IOException {
        put("a/input.json", "\"hostile\"");
        peer.answer("\"hostile\"", "{\"success\":true,\"projections\":{\"../../x\":1}}");
        assertThat(failure()).isInstanceOf(EquivalenceError.IoError.class);
    }

    private void ping(String name) throws IOException {
        put(name + "/input.json", ProtocolTexts.PING);
        put(name + "/A.expected.json", ProtocolTexts.PING_A);
        put(name + "/B.expected.json", ProtocolTexts.PING_B);
    }

    private List<String> drift(Path golden) {
        return EquivalenceChecker.withPeer(golden, peer).checkGoldenDrift();
    }

    private EquivalenceError failure() {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> drift(directory));
        assertThat(thrown).as("the check should have failed").isNotNull();
        return thrown.only(EquivalenceError.class);
    }

    private void put(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
