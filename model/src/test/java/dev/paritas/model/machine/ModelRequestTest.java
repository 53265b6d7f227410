package dev.paritas.model.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.Documents;
import dev.paritas.testsupport.Json;
import dev.paritas.testsupport.Protocols;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Failure texts of run requests, in the order in which they are checked (spec 22 §3). */
class ModelRequestTest {
    private static final String PING_PONG = Documents.choreography(Protocols.PING_PONG, "A", "B");

    private static void refuses(ModelInputCode code, String message, String request) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ModelRequest.run(Json.singleQuoted(request)))
                .withMessage(message)
                .satisfies(
                        e -> assertThat(e.only(ModelInputProblem.class).kind()).isEqualTo(code));
    }

    private static void refusesChoreography(String message, String choreography) {
        refuses(
                ModelInputCode.BAD_CHOREOGRAPHY,
                message,
                "{'choreographies':[" + choreography + "],'concurrency':1,'max_steps':1}");
    }

    @Test
    void a_request_runs_whatever_its_version_and_further_members() {
        var output = ModelRequest.run(Json.singleQuoted("{'schema_version':'other','x':1,'choreographies':[" + PING_PONG
                + "],'concurrency':99,'max_steps':64}"));
        assertThat(output.stepsExecuted()).isEqualTo(11);
        assertThat(output.concurrency()).isEqualTo(99);
        assertThat(output.stepStates())
                .isEqualTo(Runs.run(64, Protocols.PING_PONG, "A", "B").stepStates());
    }

    @Test
    void typed_choreographies_run_like_their_documents() {
        var output = ModelMachine.run(List.of(ChoreographyJson.of(Protocols.PING_PONG)), 99, 64);
        assertThat(output)
                .isEqualTo(ModelRequest.run(
                        Json.singleQuoted("{'choreographies':[" + PING_PONG + "],'concurrency':99,'max_steps':64}")));
    }

    @Test
    void missing_members_are_told_in_order() {
        refuses(
                ModelInputCode.BAD_REQUEST,
                "missing choreographies: expected JSON array, got 'null'",
                "{'concurrency':'x'}");
        refuses(
                ModelInputCode.BAD_REQUEST,
                "missing choreographies: expected JSON array, got '{}'",
                "{'choreographies':{}}");
        refuses(
                ModelInputCode.BAD_REQUEST,
                "missing concurrency: Natural number expected",
                "{'choreographies':[7],'max_steps':'x'}");
        refuses(
                ModelInputCode.BAD_REQUEST,
                "missing concurrency: Natural number expected",
                "{'choreographies':[],'concurrency':1.0,'max_steps':1}");
        refuses(
                ModelInputCode.BAD_REQUEST,
                "missing max_steps: Natural number expected",
                "{'choreographies':[7],'concurrency':1,'max_steps':-1}");
    }

    @Test
    void a_choreography_is_told_with_the_reader_s_words() {
        refusesChoreography("bad choreography: String expected", "{}");
        refusesChoreography("bad choreography: invalid GlobalType kind: loop", "{'global_type':{'kind':'loop'}}");
        refusesChoreography(
                "bad choreography: invalid sort: Unit",
                "{'global_type':{'kind':'comm','sender':'A','receiver':'B','branches':[{'label':{'name':'m','sort':'Unit'},'continuation':{'kind':'end'}}]}}");
        refusesChoreography(
                "bad choreography: prod must have 2 elements",
                "{'global_type':{'kind':'comm','sender':'A','receiver':'B','branches':[{'label':{'name':'m','sort':{'prod':['nat']}},'continuation':{'kind':'end'}}]}}");
        refusesChoreography(
                "bad choreography: Natural number expected",
                "{'global_type':{'kind':'delegate','delegator':'A','delegatee':'B','session_id':'x','role':'C','continuation':{'kind':'end'}},'roles':[]}");
        refusesChoreography(
                "bad choreography: expected JSON array, got 'null'",
                "{'global_type':{'kind':'comm','sender':'A','receiver':'B','branches':[{'label':{'name':'m'},'continuation':{'kind':'end'}}]}}");
        refusesChoreography("bad choreography: String expected", "{'global_type':{'kind':'end'},'roles':['A',1]}");
    }

    @Test
    void a_choreography_is_loaded_before_the_next_is_read() {
        refuses(
                ModelInputCode.BAD_IMAGE,
                "bad choreography image: duplicate entry-point role",
                "{'choreographies':[" + Documents.choreography(GlobalType.END, "A", "A")
                        + ",7],'concurrency':1,'max_steps':1}");
        refuses(
                ModelInputCode.BAD_CHOREOGRAPHY,
                "bad choreography: String expected",
                "{'choreographies':[" + PING_PONG + ",7],'concurrency':1,'max_steps':1}");
    }

    @Test
    void limits_are_told_like_the_choreographies_that_break_them() {
        String many = String.join(",", Collections.nCopies(257, Documents.choreography(GlobalType.END, "A")));
        refuses(
                ModelInputCode.TOO_MANY_SESSIONS,
                "too many sessions while loading choreographies: 256",
                "{'choreographies':[" + many + "],'concurrency':1,'max_steps':1}");
    }

    @Test
    void a_delegation_is_read_and_faults() {
        var output = ModelRequest.run(
                Json.singleQuoted(
                        "{'choreographies':[{'global_type':{'kind':'delegate','delegator':'A','delegatee':'B','session_id':7,'role':'C','continuation':{'kind':'end'}},'roles':['A','B']}],'concurrency':1,'max_steps':9}"));
        assertThat(Runs.faults(output)).containsExactly("type_violation:ValType.chan 7 \"C\"->ValType.unit");
    }
}
