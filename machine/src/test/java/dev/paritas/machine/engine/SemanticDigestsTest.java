package dev.paritas.machine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.isa.ImmValue;
import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.ledger.SemanticAuditRecord;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.Protocols;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The byte-exact bundles and audit logs of spec 30 §19.2, made by the machine itself. */
class SemanticDigestsTest {
    private static final EffectHandler PASS = new PassThroughHandler();

    @Test
    void one_message() {
        ProtocolMachine machine = run(CodeImage.of(Protocols.MESSAGE), PASS, 100);
        assertThat(bundle(machine)).isEqualTo("62767 f84704f90ffccd093a265830b080c3ec2be0fcde80478f32c7fbf184860d9c86");
        assertThat(audit(machine)).isEqualTo("18642 63f06af2a988753e01c90427fe68e5422dd19a3c6b95ea01684517a1d45c87a3");
    }

    @Test
    void binary_choice() {
        ProtocolMachine machine = run(CodeImage.of(Protocols.CHOICE), PASS, 100);
        assertThat(bundle(machine)).isEqualTo("34815 cb22c8bf994ce192b277d192a9fc05caf8ebede8197273de373b017710da9afc");
        assertThat(audit(machine)).isEqualTo("10367 0059d2f59a4bdb25f721f805a670f0523772ac1b7f4b652704336456b80ebe02");
    }

    @Test
    void a_partition_that_heals() {
        EffectHandler network = new EffectHandler() {
            @Override
            public EffectResult<List<TopologyEvent>> topologyEvents(long tick) {
                return EffectResult.success(
                        tick == 1
                                ? List.of(new TopologyEvent.Partition("A", "B"))
                                : tick == 2 ? List.of(new TopologyEvent.Heal("A", "B")) : List.of());
            }
        };
        ProtocolMachine machine = run(CodeImage.of(Protocols.MESSAGE), network, 100);
        assertThat(bundle(machine)).isEqualTo("76276 d7345a876672c18b51d9a5b0209b39e245c94f5265d9ffdb19715dee798da048");
        assertThat(audit(machine)).isEqualTo("24092 936755e0e9ebfb91856a238373d6448bd2357db12d7b25cfed1802cba76ba763");
    }

    @Test
    void a_step_that_is_denied() {
        EffectHandler denying = new EffectHandler() {
            @Override
            public EffectResult<EffectResult.Done> step(String role, RegisterFile state) {
                return EffectResult.failure(new EffectFailure(EffectFailureKind.DENIED, "nope"));
            }
        };
        ProtocolMachine machine = run(CodeImage.of(Protocols.MESSAGE), denying, 100);
        assertThat(bundle(machine)).isEqualTo("37246 c4345570a4faa49ac3050c8e2be4d5d2a49fa063e78d5a4c606458b044d4e037");
        assertThat(audit(machine)).isEqualTo("11384 2100432a6688471c9305aa75243f625a0c74eaac5d1297c3841f4fbd2d2d28a0");
    }

    @Test
    void a_transfer() {
        CodeImage image = Images.programs(Map.of(
                "A",
                List.of(new Instr.Set(1, new ImmValue.Nat(1)), new Instr.Transfer(0, 1, 2), new Instr.Halt()),
                "B",
                List.of(new Instr.Halt())));
        ProtocolMachine machine = run(image, PASS, 100);
        assertThat(bundle(machine)).isEqualTo("20993 4721db5ed484d65fe6acb169a803246047fa85a927700d402aed47ffc450786c");
        assertThat(audit(machine)).isEqualTo("6384 6daa988497194bd203e106cc7dc9138963eeb6c8a51b3c3b43150a6de7de9fde");
    }

    @Test
    void a_loop_of_24_rounds() {
        GlobalType loop = new GlobalType.Mu(
                "Loop",
                GlobalType.comm("A", "B", "Ping", GlobalType.comm("B", "A", "Pong", new GlobalType.Var("Loop"))));
        ProtocolMachine machine = run(CodeImage.of(loop), PASS, 24);
        assertThat(bundle(machine))
                .isEqualTo("261944 aa1934e9cf0e9d726d086a2529ab63b3ba0a462306cbc99addb8696deb761b66");
        assertThat(audit(machine)).isEqualTo("74827 4e77b6d2b7d54889d9b80b7692d3de01c2d1519bec41fc65fff00b9cc20e7e37");
    }

    private static ProtocolMachine run(CodeImage image, EffectHandler handler, long rounds) {
        ProtocolMachine machine = Images.loaded(MachineConfig.DEFAULT, image);
        try {
            machine.run(handler, rounds);
        } catch (ProblemException e) {
            assertThat(e.only(MachineError.class)).isInstanceOf(MachineError.CoroutineFault.class);
        }
        return machine;
    }

    private static String bundle(ProtocolMachine machine) {
        return lengthAndDigest(JsonOutput.declaredBytes(
                SemanticObjects.CODEC, machine.records().semanticObjects()));
    }

    private static String audit(ProtocolMachine machine) {
        return lengthAndDigest(JsonOutput.declaredBytes(
                Codec.listOf(SemanticAuditRecord.CODEC), machine.records().semanticAudit()));
    }

    private static String lengthAndDigest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return bytes.length + " " + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
