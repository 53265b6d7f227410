package dev.paritas.semanticobjects.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table and the examples of spec 21 §10; every line holds declaration-order JSON, report name, session. */
class ObservableEventTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"Sent":{"tick":1,"edge":{"sid":0,"sender":"A","receiver":"B"},"session":7,"from":"A","to":"B","label":"ping"}} | sent | 7
                    {"Received":{"tick":1,"edge":{"sid":0,"sender":"A","receiver":"B"},"session":7,"from":"A","to":"B","label":"ping"}} | received | 7
                    {"Offered":{"tick":1,"edge":{"sid":7,"sender":"A","receiver":"B"},"label":"l"}} | offered | 7
                    {"Chose":{"tick":1,"edge":{"sid":7,"sender":"A","receiver":"B"},"label":"l"}} | chose | 7
                    {"Opened":{"tick":0,"session":7,"roles":["A","B"]}} | opened | 7
                    {"Closed":{"tick":1,"session":7}} | closed | 7
                    {"SessionTerminal":{"tick":1,"session":7,"reason":{"Closed":{"reason":"close instruction"}}}} | session_terminal | 7
                    {"EpochAdvanced":{"tick":1,"sid":7,"epoch":2}} | epoch_advanced | 7
                    {"Halted":{"tick":1,"coro_id":7}} | halted |
                    {"Invoked":{"tick":1,"coro_id":7,"role":"A"}} | invoked |
                    {"Acquired":{"tick":1,"session":7,"role":"A","layer":"g"}} | acquired | 7
                    {"Released":{"tick":1,"session":7,"role":"A","layer":"g"}} | released | 7
                    {"Transferred":{"tick":1,"session":7,"role":"A","from":0,"to":1}} | transferred | 7
                    {"Forked":{"tick":1,"session":7,"ghost":3}} | forked | 7
                    {"Joined":{"tick":1,"session":7}} | joined | 7
                    {"Aborted":{"tick":1,"session":7}} | aborted | 7
                    {"Tagged":{"tick":1,"session":7,"role":"A","fact":"f"}} | tagged | 7
                    {"Checked":{"tick":1,"session":7,"role":"A","target":"B","permitted":true}} | checked | 7
                    {"Faulted":{"tick":1,"coro_id":7,"fault":"OutOfCredits"}} | faulted |
                    {"FailureBranchEntered":{"tick":1,"session":7,"coro_id":0,"fault":{"Close":{"message":"m"}}}} | failure_branch_entered |
                    {"TimeoutIssued":{"tick":1,"site":"s","until_tick":4,"witness_id":0}} | timeout_issued |
                    {"CancellationRequested":{"tick":1,"session":7,"witness_id":2,"owner_id":"o","reason":{"OwnerDied":{"owner_id":"o"}}}} | cancellation_requested | 7
                    {"Cancelled":{"tick":1,"session":7,"witness_id":2,"reason":{"TransferAbandoned":{"owner_id":"o","claim_id":1}}}} | cancelled | 7
                    {"OutputConditionChecked":{"tick":1,"predicate_ref":"protocol_machine.observable_output","witness_ref":null,"output_digest":"machine.output_digest.unspecified","passed":true}} | output_condition_checked |
                    """)
    void an_event_has_the_json_name_and_session_of_the_table(String json, String kind, Long session) {
        ObservableEvent event = JsonInput.read(json, ReadPolicy.STRICT, ObservableEvent.CODEC);
        assertThat(declared(event)).isEqualTo(json);
        assertThat(event.kind()).isEqualTo(kind);
        assertThat(event.normalisationSession())
                .isEqualTo(session == null ? OptionalLong.empty() : OptionalLong.of(session));
        assertThat(declared(event.withTick(99))).isEqualTo(json.replaceFirst("\"tick\":\\d+", "\"tick\":99"));
        assertThat(event.withTick(99).withTick(event.tick())).isEqualTo(event);
    }

    private static String declared(ObservableEvent event) {
        return new String(JsonOutput.declaredBytes(ObservableEvent.CODEC, event), StandardCharsets.UTF_8);
    }
}
