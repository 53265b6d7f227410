package dev.paritas.machine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.machine.engine.MachineConfig.CommunicationReplayMode;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.session.BackpressurePolicy;
import dev.paritas.machine.session.BufferConfig;
import dev.paritas.machine.session.BufferConfig.BufferMode;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.ValType;
import dev.paritas.semanticobjects.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Consumption of received messages (spec 20 §12). */
class CommunicationReplayTest {
    private static final EffectHandler PASS = new PassThroughHandler();
    private static final Instr SEND = new Instr.Send(0, 1);
    private static final Instr OFFER = new Instr.Offer(0, "m");
    private static final Instr RECEIVE = new Instr.Receive(0, 2);
    private static final Instr YIELD = new Instr.Yield();
    private static final Instr HALT = new Instr.Halt();

    /** Sends the label of a message as its payload. */
    private static final EffectHandler LABELS = new EffectHandler() {
        @Override
        public EffectResult<SendDecision> sendDecision(
                long sid, String role, String partner, String label, RegisterFile state, @Nullable Value payload) {
            return EffectResult.success(new SendDecision.Deliver(new Value.Str(label)));
        }
    };

    private static MachineConfig config(CommunicationReplayMode mode) {
        return MachineConfig.DEFAULT.toBuilder().communicationReplayMode(mode).build();
    }

    private static MachineConfig config(CommunicationReplayMode mode, BufferMode buffers, BackpressurePolicy policy) {
        return config(mode).toBuilder()
                .bufferConfig(new BufferConfig(buffers, 1, policy))
                .build();
    }

    /** A sends the given labels to B, which takes the same ones. */
    private static CodeImage image(List<Instr> sender, List<Instr> receiver, String... labels) {
        LocalType sends = LocalType.END;
        LocalType receives = LocalType.END;
        for (String label : List.of(labels).reversed()) {
            sends = LocalType.send("B", label, sends);
            receives = LocalType.recv("A", label, receives);
        }
        return Images.programs(Map.of("A", sender, "B", receiver), Map.of("A", sends, "B", receives));
    }

    /** {@return the text of the fault that ends the run, or the word of its end} */
    private static String end(ProtocolMachine machine, EffectHandler handler) {
        try {
            return machine.run(handler, 100).name();
        } catch (ProblemException e) {
            return e.only(MachineError.class).sentence();
        }
    }

    private static String end(MachineConfig config, CodeImage image) {
        return end(Images.loaded(config, image), PASS);
    }

    private static String mismatch(int expected, int actual) {
        return "coroutine 1 faulted: verification failed on edge 0:A→B: comm_replay.sequence_mismatch: expected="
                + expected + ", actual=" + actual;
    }

    private static final String DUPLICATE =
            "coroutine 1 faulted: verification failed on edge 0:A→B: comm_replay.duplicate";

    /** Executed by the reference: Choose takes number 0 without expecting it, and Receive then expects it still. */
    @Test
    void a_choice_that_takes_a_sent_message_leaves_its_number_expected() {
        GlobalType left = GlobalType.comm("C", "A", "t0", GlobalType.comm("C", "A", "r3", GlobalType.END));
        GlobalType right = GlobalType.comm("C", "A", "t4", GlobalType.END);
        GlobalType type = new GlobalType.Comm(
                "C",
                "E",
                List.of(new GlobalType.Branch(Label.of("l"), left), new GlobalType.Branch(Label.of("a"), right)));
        ProtocolMachine machine = Images.loaded(config(CommunicationReplayMode.SEQUENCE), CodeImage.of(type));
        assertThat(end(machine, LABELS))
                .isEqualTo("coroutine 0 faulted: verification failed on edge 0:C→A: "
                        + "comm_replay.sequence_mismatch: expected=0, actual=1");
        assertThat(machine.tick()).isEqualTo(9);
        for (CommunicationReplayMode mode : List.of(CommunicationReplayMode.OFF, CommunicationReplayMode.NULLIFIER)) {
            assertThat(end(Images.loaded(config(mode), CodeImage.of(type)), LABELS))
                    .isEqualTo("ALL_DONE");
        }
    }

    @ParameterizedTest
    @CsvSource({"OFF", "SEQUENCE", "NULLIFIER"})
    void messages_in_turn_are_consumed_in_every_mode(CommunicationReplayMode mode) {
        GlobalType exchange = GlobalType.comm(
                "A", "B", "m", GlobalType.comm("B", "A", "m", GlobalType.comm("A", "B", "m", GlobalType.END)));
        assertThat(end(Images.loaded(config(mode), CodeImage.of(exchange), CodeImage.of(exchange)), PASS))
                .isEqualTo("ALL_DONE");
    }

    @Test
    void a_sender_that_waited_has_spent_a_number() {
        CodeImage image = image(List.of(SEND, SEND, HALT), List.of(YIELD, RECEIVE, RECEIVE, HALT), "m", "m");
        BackpressurePolicy block = new BackpressurePolicy.Block();
        assertThat(end(config(CommunicationReplayMode.SEQUENCE, BufferMode.FIFO, block), image))
                .isEqualTo(mismatch(1, 2));
        assertThat(end(config(CommunicationReplayMode.NULLIFIER, BufferMode.FIFO, block), image))
                .isEqualTo("ALL_DONE");
        assertThat(end(config(CommunicationReplayMode.OFF, BufferMode.FIFO, block), image))
                .isEqualTo("ALL_DONE");
    }

    @Test
    void a_message_that_was_lost_or_overwritten_has_spent_a_number() {
        CodeImage lost = image(
                List.of(SEND, SEND, YIELD, YIELD, SEND, HALT),
                List.of(YIELD, YIELD, RECEIVE, YIELD, RECEIVE, HALT),
                "m",
                "m",
                "m");
        assertThat(end(config(CommunicationReplayMode.SEQUENCE, BufferMode.FIFO, new BackpressurePolicy.Drop()), lost))
                .isEqualTo(mismatch(1, 2));
        CodeImage overwritten = image(List.of(SEND, SEND, HALT), List.of(YIELD, YIELD, RECEIVE, HALT), "m", "m");
        assertThat(end(
                        config(
                                CommunicationReplayMode.SEQUENCE,
                                BufferMode.LATEST_VALUE,
                                new BackpressurePolicy.Block()),
                        overwritten))
                .isEqualTo(mismatch(0, 1));
    }

    @Test
    void what_the_handler_does_not_deliver_spends_no_number() {
        List<SendDecision> decisions = new ArrayList<>(
                List.of(new SendDecision.Drop(), new SendDecision.Defer(), new SendDecision.Deliver(Value.UNIT)));
        EffectHandler handler = new EffectHandler() {
            @Override
            public EffectResult<SendDecision> sendDecision(
                    long sid, String role, String partner, String label, RegisterFile state, @Nullable Value payload) {
                return EffectResult.success(decisions.removeFirst());
            }
        };
        CodeImage image = image(List.of(SEND, SEND, SEND, HALT), List.of(RECEIVE, HALT), "m", "m", "m");
        assertThat(end(Images.loaded(config(CommunicationReplayMode.SEQUENCE), image), handler))
                .isEqualTo("ALL_DONE");
        assertThat(decisions).isEmpty();
    }

    @Test
    void offers_have_number_zero_and_repeat_themselves() {
        CodeImage same = image(List.of(OFFER, OFFER, HALT), List.of(RECEIVE, RECEIVE, HALT), "m", "m");
        assertThat(end(config(CommunicationReplayMode.NULLIFIER), same)).isEqualTo(DUPLICATE);
        assertThat(end(config(CommunicationReplayMode.SEQUENCE), same)).isEqualTo(mismatch(1, 0));
        assertThat(end(config(CommunicationReplayMode.OFF), same)).isEqualTo("ALL_DONE");
        CodeImage other =
                image(List.of(OFFER, new Instr.Offer(0, "n"), HALT), List.of(RECEIVE, RECEIVE, HALT), "m", "n");
        assertThat(end(config(CommunicationReplayMode.NULLIFIER), other)).isEqualTo("ALL_DONE");
    }

    @Test
    void a_declared_type_stands_for_the_label_of_a_nullifier() {
        LocalType receives = receives("m", receives("n", LocalType.END));
        LocalType sends = LocalType.send("B", "m", LocalType.send("B", "n", LocalType.END));
        CodeImage image = Images.programs(
                Map.of("A", List.of(OFFER, new Instr.Offer(0, "n"), HALT), "B", List.of(RECEIVE, RECEIVE, HALT)),
                Map.of("A", sends, "B", receives));
        EffectHandler same = new EffectHandler() {
            @Override
            public EffectResult<SendDecision> sendDecision(
                    long sid, String role, String partner, String label, RegisterFile state, @Nullable Value payload) {
                return EffectResult.success(new SendDecision.Deliver(new Value.Str("always")));
            }
        };
        assertThat(end(Images.loaded(config(CommunicationReplayMode.NULLIFIER), image), same))
                .isEqualTo(DUPLICATE);
    }

    private static LocalType receives(String label, LocalType next) {
        return new LocalType.Recv("A", List.of(new LocalType.Branch(Label.of(label), ValType.STRING, next)));
    }

    @Test
    void an_injected_message_has_number_zero_and_leaves_the_buffer_although_it_is_refused() {
        CodeImage image = image(List.of(SEND, HALT), List.of(RECEIVE, RECEIVE, HALT), "m", "m");
        ProtocolMachine sequence = Images.loaded(config(CommunicationReplayMode.SEQUENCE), image);
        sequence.injectMessage(0, "A", "B", Value.UNIT);
        assertThat(end(sequence, PASS)).isEqualTo(mismatch(1, 0));
        assertThat(sequence.refinementSlice().sessions().getFirst().bufferedMessages())
                .isZero();
        ProtocolMachine nullifier = Images.loaded(config(CommunicationReplayMode.NULLIFIER), image);
        nullifier.injectMessage(0, "A", "B", Value.UNIT);
        assertThat(end(nullifier, PASS)).isEqualTo(DUPLICATE);
        ProtocolMachine distinct = Images.loaded(config(CommunicationReplayMode.NULLIFIER), image);
        distinct.injectMessage(0, "A", "B", new Value.Nat(1));
        assertThat(end(distinct, PASS)).isEqualTo("ALL_DONE");
    }
}
