package dev.paritas.model.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.testsupport.Documents;
import dev.paritas.testsupport.Json;
import dev.paritas.testsupport.Protocols;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each code of spec 22 §12.1 once, and which is told first. */
class TraceValidationTest {
    private static final String OPENED = "{'kind':'opened','session':0,'role':'A,B','tick':0}";

    private static String event(String kind, int session, String label) {
        boolean ping = label.equals("ping");
        return "{'kind':'" + kind + "','session':" + session + ",'sender':'" + (ping ? "A" : "B") + "','receiver':'"
                + (ping ? "B" : "A") + "','label':'" + label + "'}";
    }

    private static Optional<TraceIssue> check(String... events) {
        return TraceValidation.validateTrace(
                Json.singleQuoted("{'choreographies':[" + Documents.choreography(Protocols.PING_PONG, "A", "B")
                        + "],'trace':[" + String.join(",", events) + "]}"));
    }

    private static void tells(String code, String path, String message, String... events) {
        assertThat(check(events)).contains(new TraceIssue(code, message, path));
    }

    @Test
    void a_run_of_the_machine_is_valid() {
        String trace = JsonOutput.compactText(
                Codec.listOf(TraceEvent.RUNNER_CODEC),
                Runs.run(64, Protocols.PING_PONG, "A", "B").trace());
        assertThat(TraceValidation.validateTrace(Json.singleQuoted("{'choreographies':["
                        + Documents.choreography(Protocols.PING_PONG, "A", "B") + "],'trace':" + trace + "}")))
                .isEmpty();
    }

    @Test
    void a_tampered_label_is_the_published_issue() {
        tells(
                "trace.unknown_action",
                "trace[1].label",
                "A->B label 'tampered_label' is not permitted by the choreography",
                OPENED,
                "{'kind':'sent','session':0,'sender':'A','receiver':'B','label':'tampered_label'}");
    }

    @Test
    void malformed_payloads_are_told() {
        assertThat(TraceValidation.validateTrace(Json.singleQuoted("null")))
                .contains(new TraceIssue("trace.invalid_payload", "object expected", "payload"));
        assertThat(TraceValidation.validateTrace(Json.singleQuoted("{}")))
                .contains(new TraceIssue("trace.invalid_payload", "property not found: choreographies", "payload"));
        assertThat(TraceValidation.validateTrace(Json.singleQuoted("{'choreographies':7}")))
                .contains(new TraceIssue("trace.invalid_payload", "array expected", "payload"));
        assertThat(TraceValidation.validateTrace(Json.singleQuoted("{'choreographies':[]}")))
                .contains(new TraceIssue("trace.invalid_payload", "property not found: trace", "payload"));
        assertThat(TraceValidation.validateTrace(Json.singleQuoted(
                        "{'choreographies':[{'global_type':{'kind':'end'},'roles':[1]}],'trace':[]}")))
                .contains(new TraceIssue("trace.invalid_payload", "String expected", "payload"));
    }

    @Test
    void events_are_read_member_by_member() {
        tells("trace.invalid_event", "trace[0].kind", "object expected", "7");
        tells("trace.invalid_event", "trace[0].kind", "property not found: kind", "{}");
        tells("trace.invalid_session", "trace[0].session", "property not found: session", "{'kind':'opened'}");
        tells(
                "trace.invalid_session",
                "trace[0].session",
                "Natural number expected",
                "{'kind':'opened','session':null}");
        tells("trace.invalid_roles", "trace[0].roles", "property not found: role", "{'kind':'opened','session':0}");
        tells("trace.invalid_roles", "trace[0].roles", "array expected", "{'kind':'opened','session':0,'roles':'A,B'}");
        tells(
                "trace.invalid_sender",
                "trace[0].sender",
                "property not found: sender",
                "{'kind':'sent','session':0,'receiver':1}");
        tells(
                "trace.invalid_receiver",
                "trace[0].receiver",
                "String expected",
                "{'kind':'sent','session':0,'sender':'A','receiver':1}");
        tells(
                "trace.invalid_label",
                "trace[0].label",
                "String expected",
                "{'kind':'received','session':0,'sender':'A','receiver':'B','label':null}");
    }

    @Test
    void sessions_open_once_and_with_their_roles() {
        tells("trace.unknown_session", "trace[0]", "unknown session 1", "{'kind':'opened','session':1,'role':'A,B'}");
        tells("trace.duplicate_open", "trace[1]", "session 0 opened twice", OPENED, OPENED);
        tells(
                "trace.role_mismatch",
                "trace[0].roles",
                "session 0 roles do not match choreography",
                "{'kind':'opened','session':0,'role':'A'}");
        assertThat(check("{'kind':'opened','session':0,'roles':['B','A','B'],'role':'A'}"))
                .isEmpty();
    }

    @Test
    void sessions_are_used_between_opening_and_closing() {
        tells("trace.close_before_open", "trace[0]", "session 0 closed before open", "{'kind':'closed','session':0}");
        tells("trace.send_before_open", "trace[0]", "session 0 sent before open", event("sent", 0, "ping"));
        tells("trace.recv_before_open", "trace[0]", "session 0 received before open", event("received", 0, "ping"));
        tells(
                "trace.close_with_outstanding",
                "trace[2]",
                "session 0 closed with outstanding sends",
                OPENED,
                event("sent", 0, "ping"),
                "{'kind':'closed','session':0}");
        assertThat(check(
                        OPENED,
                        "{'kind':'closed','session':0}",
                        "{'kind':'closed','session':0}",
                        event("sent", 0, "ping"),
                        event("received", 0, "ping")))
                .isEmpty();
    }

    @Test
    void every_receive_has_its_send() {
        tells(
                "trace.unmatched_receive",
                "trace[1]",
                "A->B label 'ping' had no matching send",
                OPENED,
                event("received", 0, "ping"));
        tells(
                "trace.unmatched_send",
                "trace",
                "trace ended with unmatched send events",
                OPENED,
                event("sent", 0, "ping"),
                event("sent", 0, "ping"),
                event("received", 0, "ping"));
    }

    @Test
    void order_of_communications_is_not_checked_and_other_kinds_are_ignored() {
        assertThat(check(
                        OPENED,
                        event("sent", 0, "pong"),
                        event("received", 0, "pong"),
                        "{'kind':'halted'}",
                        "{'kind':'anything','session':'x'}"))
                .isEmpty();
    }

    @Test
    void only_the_first_issue_is_told() {
        tells("trace.invalid_session", "trace[0].session", "property not found: session", "{'kind':'sent'}", "7");
    }

    @Test
    void a_simulation_trace_has_the_session_of_its_input() {
        String input = "{'input':{'global_type':" + Documents.global(Protocols.PING_PONG) + "},'trace':[";
        assertThat(TraceValidation.validateSimulationTrace(Json.singleQuoted(input + OPENED + "]}")))
                .isEmpty();
        assertThat(TraceValidation.validateSimulationTrace(
                        Json.singleQuoted(input + OPENED + "," + event("sent", 0, "ping") + "]}")))
                .map(TraceIssue::code)
                .contains("trace.unmatched_send");
        assertThat(TraceValidation.validateSimulationTrace(Json.singleQuoted("{}")))
                .contains(new TraceIssue("simulation.invalid_payload", "property not found: input", "payload"));
    }
}
