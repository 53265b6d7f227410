package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code paritas local}: merge, subtype and bound (docs/spec/11-projection-and-subtyping.md §5, §8, §9, §12). */
final class LocalCommandTest {
    private static final String YES = "{\"kind\":\"recv\",\"partner\":\"A\",\"branches\":[" + branch("yes") + "]}";
    private static final String NO = "{\"kind\":\"recv\",\"partner\":\"A\",\"branches\":[" + branch("no") + "]}";
    private static final String BOTH =
            "{\"kind\":\"recv\",\"partner\":\"A\",\"branches\":[" + branch("yes") + "," + branch("no") + "]}";

    @TempDir
    private Path folder = Path.of("");

    private static String branch(String label) {
        return "{\"label\":{\"name\":\"" + label + "\",\"sort\":\"unit\"},\"continuation\":{\"kind\":\"end\"}}";
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void receives_of_different_labels_merge_and_sends_do_not() throws IOException {
        assertThat(Ran.paritas("local", "merge", file("yes", YES), file("no", NO)))
                .isEqualTo(new Ran(0, "?A{no.end, yes.end}\n", ""));
        String sends = YES.replace("recv", "send");
        Ran ran = Ran.paritas("local", "merge", file("a", sends), file("b", NO.replace("recv", "send")));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith("they do not merge: ").hasLineCount(1);
    }

    @Test
    void the_erasure_merge_refuses_sends_even_with_themselves() throws IOException {
        String send = file("send", YES.replace("recv", "send"));
        assertThat(Ran.paritas("local", "merge", send, send).exit()).isZero();
        assertThat(Ran.paritas("local", "merge", "--erasure", send, send))
                .isEqualTo(new Ran(1, "they do not merge\n", ""));
    }

    @Test
    void who_receives_more_labels_can_take_the_place_of_who_receives_fewer() throws IOException {
        String fewer = file("fewer", YES);
        String more = file("more", BOTH);
        assertThat(Ran.paritas("local", "subtype", "--sync", fewer, fewer)).isEqualTo(new Ran(0, "a subtype\n", ""));
        Ran ran = Ran.paritas("local", "subtype", "--sync", more, fewer);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith("no subtype: ").contains("no");
    }

    @Test
    void a_role_of_a_choreography_is_a_local_type() throws IOException {
        String tell = file("p.tell", "protocol P =\n  roles A, B\n  A -> B : m\n");
        assertThat(Ran.paritas("local", "subtype", tell + "#A", tell + "#A").out())
                .isEqualTo("a subtype\n");
        assertThat(Ran.paritas("local", "bound", "--unfold", "1", tell + "#B").out())
                .isEqualTo("?A{m.end}\n");
        assertThat(Ran.paritas("local", "bound", "--unfold", "1", "--json", tell + "#B")
                        .out())
                .startsWith("{\"branches\":[")
                .contains("\"kind\":\"recv\"");
    }

    @Test
    void loops_are_cut_in_four_ways_and_one_is_named() throws IOException {
        String loop = file(
                "loop",
                "{\"kind\":\"rec\",\"var\":\"t\",\"body\":{\"kind\":\"send\",\"partner\":\"B\","
                        + "\"branches\":[{\"label\":{\"name\":\"m\",\"sort\":\"unit\"},\"continuation\":"
                        + "{\"kind\":\"var\",\"name\":\"t\"}}]}}");
        assertThat(Ran.paritas("local", "bound", "--fuel", "0", loop).out()).isEqualTo("end\n");
        assertThat(Ran.paritas("local", "bound", "--yield-after", "1", loop).out())
                .isEqualTo("μt.end\n");
        assertThat(Ran.paritas("local", "bound", "--yield-when", "m", loop).out())
                .startsWith("μt.!B{m.");
        assertThat(Ran.paritas("local", "bound", "--fuel", "1", "--unfold", "1", loop)
                        .exit())
                .isEqualTo(2);
        assertThat(Ran.paritas("local", "bound", loop).exit()).isEqualTo(2);
        assertThat(Ran.paritas("local", "bound", "--unfold", "1000001", loop).exit())
                .isEqualTo(2);
    }

    @Test
    void a_bad_document_is_refused_at_its_place() throws IOException {
        String bad = file("bad", "{\"kind\":\"send\"}");
        Ran ran = Ran.paritas("local", "merge", bad, bad);
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("error: ").contains(" at " + bad + " ").hasLineCount(1);
    }
}
