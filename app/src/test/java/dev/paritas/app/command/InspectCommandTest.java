package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code paritas inspect}: what holds of a choreography (docs/spec/11-projection-and-subtyping.md §6, §10). */
final class InspectCommandTest {
    @Test
    void a_sound_choreography_says_so_of_itself_and_of_each_role() {
        Ran ran = Ran.withInput("protocol P =\n  roles A, B\n  A -> B : m\n  B -> A : m\n", "inspect", "-");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("well_formed           yes\n")
                .contains("A  !B{m.?B{m.end}}\n  candidate_relation  yes\n  orphan_free         yes\n");
    }

    @Test
    void a_message_to_oneself_is_named() {
        Ran ran = Ran.withInput("""
                {"kind":"comm","sender":"A","receiver":"A","branches":[
                  {"label":{"name":"m","sort":"unit"},"continuation":{"kind":"end"}}]}""", "inspect", "-");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("well_formed           no\n", "nobody_to_itself      no\n", "unique_labels         yes\n");
    }

    @Test
    void a_role_that_cannot_follow_has_no_projection() {
        Ran ran = Ran.withInput("""
                {"kind":"comm","sender":"A","receiver":"B","branches":[
                  {"label":{"name":"l","sort":"unit"},"continuation":{"kind":"comm","sender":"C","receiver":"A","branches":[
                    {"label":{"name":"x","sort":"unit"},"continuation":{"kind":"end"}}]}},
                  {"label":{"name":"r","sort":"unit"},"continuation":{"kind":"comm","sender":"C","receiver":"A","branches":[
                    {"label":{"name":"y","sort":"unit"},"continuation":{"kind":"end"}}]}}]}""", "inspect", "--json", "-");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("\"projectable\":false", "\"C\":{\"code\":\"MERGE_FAILURE\"", "\"well_formed\":true");
    }
}
