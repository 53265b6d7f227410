package dev.paritas.choreography.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenChoreographiesTest {
    private static final String PING = """
            {"kind":"comm","sender":"B","receiver":"A","branches":[
              {"label":{"name":"ping","sort":"unit"},"continuation":{"kind":"end"}}]}""";

    private static List<ChoreographyJson> read(String text) {
        return WrittenChoreographies.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "protocol P =\n  roles A, B\n\n  B -> A : ping\n",
                "-- a comment\nprotocol P =\n  roles A, B\n\n  B -> A : ping\n",
                "{- a comment -}\nprotocol P =\n  roles A, B\n\n  B -> A : ping\n",
            })
    void a_source_is_read_whatever_it_begins_with(String source) {
        assertThat(read(source)).singleElement().satisfies(found -> {
            assertThat(found.roles()).containsExactly("A", "B");
            assertThat(found.globalType())
                    .isInstanceOfSatisfying(
                            GlobalType.Comm.class,
                            comm -> assertThat(comm.sender()).isEqualTo("B"));
        });
    }

    @Test
    void a_type_gets_its_roles_and_a_choreography_keeps_its_own() {
        assertThat(read(PING).getFirst().roles()).containsExactly("A", "B");
        assertThat(read(versioned("\"B\",\"A\"")).getFirst().roles()).containsExactly("B", "A");
        assertThat(read(PING).getFirst().globalType())
                .isEqualTo(read(versioned("\"A\"")).getFirst().globalType());
    }

    @Test
    void a_run_request_gives_all_its_choreographies_in_order() {
        List<ChoreographyJson> found = read("{\"schema_version\":\"lean_bridge.v1\",\"choreographies\":["
                + versioned("\"B\",\"A\"") + "," + versioned("\"A\",\"B\"") + "],\"concurrency\":1,\"max_steps\":9}");
        assertThat(found).extracting(ChoreographyJson::roles).containsExactly(List.of("B", "A"), List.of("A", "B"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    protocol P =\\n  roles A\\n\\n  A -> Q : m\\n | UNDEFINED_ROLE
                    protocol                                    | SYNTAX
                    {"choreographies":[]}                       | NO_CHOREOGRAPHY
                    {"choreographies":[{}]}                     | MISSING_MEMBER
                    {"kind":"comm"                              | INVALID_JSON
                    """)
    void what_is_wrong_has_a_code_and_a_place(String text, String code) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(text.replace("\\n", "\n")))
                .satisfies(e -> assertThat(e.problem().place()).isNotBlank())
                .extracting(e -> e.problem().code())
                .isEqualTo(code);
    }

    private static String versioned(String roles) {
        return "{\"schema_version\":\"lean_bridge.v1\",\"global_type\":" + PING + ",\"roles\":[" + roles + "]}";
    }
}
