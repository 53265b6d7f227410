package dev.paritas.model.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.SessionStatus;
import dev.paritas.testsupport.Protocols;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every row of spec 22 §17, dialect L's side. */
class LeanMachineFixturesTest {
    private static final GlobalType THREE_PARTY_ACK = GlobalType.comm(
            "Leader",
            "Replica1",
            "proposal",
            GlobalType.comm(
                    "Leader",
                    "Replica2",
                    "proposal",
                    GlobalType.comm(
                            "Replica1",
                            "Leader",
                            "ack",
                            GlobalType.comm("Replica2", "Leader", "ack", GlobalType.END))));
    private static final int ENOUGH = 256;

    @Test
    void ping_pong_runs_as_listed() {
        RunOutput output = Runs.run(ENOUGH, Protocols.PING_PONG, "A", "B");
        assertThat(Runs.openings(output)).containsExactly("0 0 A,B");
        assertThat(Runs.events(output))
                .isEqualTo(Runs.listed("1 s0:A>B:ping, 2 r0:A>B:ping, 6 s0:B>A:pong, 8 r0:B>A:pong, 9 h:1, 11 h:0"));
        assertThat(output.stepsExecuted()).isEqualTo(11);
        assertThat(output.status()).isEqualTo(RunOutput.COMPLETED);
        assertThat(output.sessions()).containsExactly(new SessionStatus(0, false));
        assertThat(Runs.execStatuses(output))
                .containsExactly(
                        "continue",
                        "continue",
                        "continue",
                        "continue",
                        "blocked",
                        "continue",
                        "continue",
                        "continue",
                        "halted",
                        "continue",
                        "halted");
        assertThat(Runs.picks(output)).containsExactly(0L, 1L, 0L, 1L, 0L, 1L, 1L, 0L, 1L, 0L, 0L);
        assertThat(output.stepStates().get(4).blocked()).containsExactly(java.util.Map.entry(0L, "recv_wait"));
    }

    @Test
    void queue_observer_runs_like_ping_pong_under_other_names() {
        GlobalType type = GlobalType.comm(
                "Ingress", "Queue", "ping", GlobalType.comm("Queue", "Ingress", "pong", GlobalType.END));
        RunOutput output = Runs.run(ENOUGH, type, "Ingress", "Queue");
        assertThat(Runs.openings(output)).containsExactly("0 0 Ingress,Queue");
        assertThat(Runs.events(output))
                .isEqualTo(
                        Runs.listed(
                                "1 s0:Ingress>Queue:ping, 2 r0:Ingress>Queue:ping, 6 s0:Queue>Ingress:pong, 8 r0:Queue>Ingress:pong, 9 h:1, 11 h:0"));
        assertThat(output.stepsExecuted()).isEqualTo(11);
    }

    @Test
    void a_lone_role_halts_in_one_step() {
        RunOutput output = Runs.run(ENOUGH, GlobalType.END, "Solo");
        assertThat(Runs.openings(output)).containsExactly("0 0 Solo");
        assertThat(Runs.events(output)).containsExactly("1 h:0");
        assertThat(output.stepsExecuted()).isEqualTo(1);
    }

    @Test
    void the_chain_runs_as_listed() {
        RunOutput output = Runs.run(ENOUGH, Protocols.RING, "A", "B", "C");
        assertThat(Runs.openings(output)).containsExactly("0 0 A,B,C");
        assertThat(Runs.events(output))
                .isEqualTo(
                        Runs.listed(
                                "1 s0:A>B:ab, 2 r0:A>B:ab, 7 s0:B>C:bc, 9 r0:B>C:bc, 10 h:1, 12 s0:C>A:ca, 14 r0:C>A:ca, 15 h:2, 17 h:0"));
        assertThat(output.stepsExecuted()).isEqualTo(17);
    }

    @Test
    void the_binary_choice_takes_its_first_label() {
        RunOutput output = Runs.run(320, Protocols.CHOICE, "A", "B");
        assertThat(Runs.events(output)).isEqualTo(Runs.listed("1 s0:A>B:yes, 2 r0:A>B:yes, 3 h:0, 4 h:1"));
        assertThat(output.stepsExecuted()).isEqualTo(4);
    }

    @Test
    void three_party_ack_runs_as_listed() {
        RunOutput output = Runs.run(ENOUGH, THREE_PARTY_ACK, "Leader", "Replica1", "Replica2");
        assertThat(Runs.openings(output)).containsExactly("0 0 Leader,Replica1,Replica2");
        assertThat(Runs.events(output))
                .isEqualTo(Runs.listed(
                        "1 s0:Leader>Replica1:proposal, 2 r0:Leader>Replica1:proposal, 6 s0:Leader>Replica2:proposal, "
                                + "7 s0:Replica1>Leader:ack, 9 r0:Leader>Replica2:proposal, 11 r0:Replica1>Leader:ack, 13 h:1, "
                                + "15 s0:Replica2>Leader:ack, 16 r0:Replica2>Leader:ack, 19 h:2, 20 h:0"));
        assertThat(output.stepsExecuted()).isEqualTo(20);
    }

    @Test
    void a_loop_is_stuck_when_its_steps_run_out() {
        RunOutput output = Runs.run(24, Protocols.LOOP, "A", "B");
        assertThat(Runs.events(output))
                .isEqualTo(
                        Runs.listed(
                                "1 s0:A>B:tick, 2 r0:A>B:tick, 7 s0:A>B:tick, 8 r0:A>B:tick, 13 s0:A>B:tick, 14 r0:A>B:tick, 19 s0:A>B:tick, 20 r0:A>B:tick"));
        assertThat(output.stepsExecuted()).isEqualTo(24);
        assertThat(output.status()).isEqualTo(RunOutput.STUCK);
    }

    @Test
    void three_sessions_take_turns() {
        ModelMachine machine = new ModelMachine();
        machine.load(GlobalType.comm("A", "B", "msg", GlobalType.END), List.of("A", "B"));
        machine.load(Protocols.CHOICE, List.of("A", "B"));
        machine.load(Protocols.LOOP, List.of("A", "B"));
        RunOutput output = machine.run(3, 18);
        assertThat(Runs.openings(output)).containsExactly("0 0 A,B", "0 1 A,B", "0 2 A,B");
        assertThat(Runs.events(output))
                .isEqualTo(Runs.listed(
                        "1 s0:A>B:msg, 2 r0:A>B:msg, 3 s1:A>B:yes, 4 r1:A>B:yes, 5 s2:A>B:tick, 6 r2:A>B:tick, "
                                + "9 h:2, 10 h:3, 13 h:0, 14 h:1, 17 s2:A>B:tick, 18 r2:A>B:tick"));
        assertThat(output.stepsExecuted()).isEqualTo(18);
        assertThat(output.sessions())
                .containsExactly(new SessionStatus(0, false), new SessionStatus(1, false), new SessionStatus(2, false));
        assertThat(output.stepStates().getFirst().preState())
                .satisfies(slice -> assertThat(
                                java.util.Objects.requireNonNull(slice).sessions())
                        .extracting(session -> session.sid())
                        .containsExactly(2L, 1L, 0L));
    }

    @Test
    void a_receiver_is_woken_only_by_the_message_it_waits_for() {
        GlobalType type = GlobalType.comm(
                "A", "B", "go", GlobalType.comm("B", "A", "b1", GlobalType.comm("C", "A", "c1", GlobalType.END)));
        assertThat(Runs.events(Runs.run(ENOUGH, type, "A", "B", "C"))).contains("11 r0:B>A:b1", "12 h:1");
    }
}
