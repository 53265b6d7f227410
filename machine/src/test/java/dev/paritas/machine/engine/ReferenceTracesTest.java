package dev.paritas.machine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.trace.BridgeExport;
import dev.paritas.machine.trace.ObservedRun;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.testsupport.Protocols;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The traces of spec 22 §17 and the tables of spec 21 §11. */
class ReferenceTracesTest {
    @Test
    void ping_pong() {
        assertThat(run(11, CodeImage.of(Protocols.PING_PONG)))
                .isEqualTo(
                        "o:A,B 1 s:A>B:ping, 2 r:A>B:ping, 6 s:B>A:pong, 8 r:B>A:pong, 9 h:1, 11 h:0 | 11 completed");
    }

    @Test
    void ping_pong_picks_and_statuses() {
        ProtocolMachine machine = Images.loaded(MachineConfig.DEFAULT, CodeImage.of(Protocols.PING_PONG));
        List<StepState> steps = new ObservedRun(machine, RunDetail.OBJECTS)
                .run(new PassThroughHandler(), 100, 1)
                .stepStates();
        assertThat(steps)
                .extracting(StepState::selectedCoro)
                .containsExactly(0L, 1L, 0L, 1L, 0L, 1L, 1L, 0L, 1L, 0L, 0L);
        assertThat(steps)
                .extracting(StepState::execStatus)
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
        assertThat(steps.get(4).blocked()).containsEntry(0L, "recv_wait");
    }

    @Test
    void singleton() {
        assertThat(run(10, Images.programs(Map.of("Solo", List.of(new Instr.Halt())))))
                .isEqualTo("o:Solo 1 h:0 | 1 completed");
    }

    @Test
    void chain() {
        GlobalType chain = GlobalType.comm(
                "A", "B", "ab", GlobalType.comm("B", "C", "bc", GlobalType.comm("C", "A", "ca", GlobalType.END)));
        assertThat(run(256, CodeImage.of(chain)))
                .isEqualTo("o:A,B,C 1 s:A>B:ab, 2 r:A>B:ab, 7 s:B>C:bc, 9 r:B>C:bc, 10 h:1, 12 s:C>A:ca, 14 r:C>A:ca, "
                        + "15 h:2, 17 h:0 | 17 completed");
    }

    @Test
    void binary_choice() {
        assertThat(run(320, CodeImage.of(Protocols.CHOICE)))
                .isEqualTo("o:A,B 1 s:A>B:yes, 2 r:A>B:yes, 3 h:0, 4 h:1 | 4 completed");
    }

    @Test
    void three_party_acknowledgement() {
        GlobalType acks = GlobalType.comm(
                "L",
                "R1",
                "proposal",
                GlobalType.comm(
                        "L",
                        "R2",
                        "proposal",
                        GlobalType.comm("R1", "L", "ack", GlobalType.comm("R2", "L", "ack", GlobalType.END))));
        assertThat(run(100, CodeImage.of(acks)))
                .isEqualTo("o:L,R1,R2 1 s:L>R1:proposal, 2 r:L>R1:proposal, 6 s:L>R2:proposal, 7 s:R1>L:ack, "
                        + "9 r:L>R2:proposal, 11 r:R1>L:ack, 13 h:1, 15 s:R2>L:ack, 16 r:R2>L:ack, 19 h:2, 20 h:0"
                        + " | 20 completed");
    }

    @Test
    void loop_of_24_steps() {
        assertThat(run(24, CodeImage.of(Protocols.LOOP)))
                .isEqualTo("o:A,B 1 s:A>B:tick, 2 r:A>B:tick, 7 s:A>B:tick, 8 r:A>B:tick, 13 s:A>B:tick, "
                        + "14 r:A>B:tick, 19 s:A>B:tick, 20 r:A>B:tick | 24 stuck");
    }

    @Test
    void three_sessions_at_once() {
        assertThat(run(
                        18,
                        CodeImage.of(Protocols.MESSAGE),
                        CodeImage.of(Protocols.CHOICE),
                        CodeImage.of(Protocols.LOOP)))
                .isEqualTo("o:A,B o:A,B o:A,B 1 s:A>B:msg, 2 r:A>B:msg, 3 s:A>B:yes, 4 r:A>B:yes, 5 s:A>B:tick, "
                        + "6 r:A>B:tick, 9 h:2, 10 h:3, 13 h:0, 14 h:1, 17 s:A>B:tick, 18 r:A>B:tick | 18 stuck");
    }

    @Test
    void a_message_of_another_sender_wakes_a_receiver_for_nothing() {
        GlobalType two = GlobalType.comm(
                "A", "B", "go", GlobalType.comm("B", "A", "b1", GlobalType.comm("C", "A", "c1", GlobalType.END)));
        assertThat(run(100, CodeImage.of(two))).contains("10 r:B>A:b1").contains("13 h:1");
    }

    @Test
    void a_closed_session_is_terminal() {
        var close = new Instr.Close(0);
        ProtocolMachine machine =
                Images.loaded(MachineConfig.DEFAULT, Images.programs(Map.of("A", List.of(close, new Instr.Halt()))));
        machine.run(new PassThroughHandler(), 10);
        assertThat(BridgeExport.statuses(machine.sessions()).getFirst().terminal())
                .isTrue();
    }

    private static String run(long rounds, CodeImage... images) {
        ProtocolMachine machine = Images.loaded(MachineConfig.DEFAULT, images);
        RunOutput output = new ObservedRun(machine, RunDetail.OBJECTS).run(new PassThroughHandler(), rounds, 1);
        StringBuilder text = new StringBuilder();
        for (TraceEvent event : output.trace()) {
            boolean opened = event.kind().equals("opened");
            text.append(text.isEmpty() || text.charAt(text.length() - 1) == ' ' ? "" : ", ")
                    .append(opened ? "" : event.tick() + " ")
                    .append(event.kind().charAt(0))
                    .append(':')
                    .append(
                            switch (event.kind()) {
                                case "opened" -> event.role() + " ";
                                case "halted" -> event.target();
                                default -> event.sender() + ">" + event.receiver() + ":" + event.label();
                            });
        }
        return text + " | " + output.stepsExecuted() + " " + output.status();
    }
}
