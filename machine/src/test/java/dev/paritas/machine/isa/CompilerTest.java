package dev.paritas.machine.isa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.machine.isa.Instr.ChooseEntry;
import dev.paritas.machine.isa.Instr.EdgeHandler;
import dev.paritas.machine.isa.Instr.RoleRegister;
import dev.paritas.machine.isa.Instr.RoleType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.value.ValType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compilation, instruction JSON and the load boundary (spec 20 §5, §6, §8). */
class CompilerTest {
    private static final Instr STEP = new Instr.Invoke(new InvokeAction.Named("runtime.step"));

    @Test
    void a_loop_jumps_to_its_first_instruction() {
        LocalType loop = new LocalType.Mu(
                "step", LocalType.send("B", "pos", LocalType.recv("B", "pos", new LocalType.Var("step"))));
        assertThat(Compiler.compile(loop))
                .containsExactly(new Instr.Send(0, 1), STEP, new Instr.Receive(0, 1), STEP, new Instr.Jump(0));
    }

    @Test
    void an_internal_choice_offers_its_first_label_only() {
        LocalType offer = new LocalType.Send(
                "B",
                List.of(
                        new LocalType.Branch(Label.of("yes"), LocalType.END),
                        new LocalType.Branch(Label.of("no"), LocalType.send("B", "m", LocalType.END))));
        assertThat(Compiler.compile(offer)).containsExactly(new Instr.Offer(0, "yes"), new Instr.Halt());
    }

    @Test
    void an_external_choice_has_a_table_of_its_branches() {
        LocalType choice = new LocalType.Recv(
                "A",
                List.of(
                        new LocalType.Branch(Label.of("yes"), LocalType.send("A", "ok", LocalType.END)),
                        new LocalType.Branch(Label.of("no"), LocalType.END)));
        assertThat(Compiler.compile(choice))
                .containsExactly(
                        new Instr.Choose(0, List.of(new ChooseEntry("yes", 1), new ChooseEntry("no", 4))),
                        new Instr.Send(0, 1),
                        STEP,
                        new Instr.Halt(),
                        new Instr.Halt());
    }

    @Test
    void an_empty_choice_emits_nothing_and_an_unbound_variable_halts() {
        assertThat(Compiler.compile(new LocalType.Send("B", List.of()))).isEmpty();
        assertThat(Compiler.compile(new LocalType.Var("free"))).containsExactly(new Instr.Halt());
    }

    @Test
    void every_instruction_is_read_back() {
        LocalType type = new LocalType.Mu(
                "X",
                new LocalType.Recv(
                        "B",
                        List.of(
                                new LocalType.Branch(
                                        new Label("m", new PayloadSort.Vector(3)), ValType.NAT, new LocalType.Var("X")),
                                new LocalType.Branch(Label.of("n"), LocalType.END))));
        List<Instr> all = List.of(
                new Instr.Send(0, 1),
                new Instr.Receive(0, 1),
                new Instr.Offer(0, "l"),
                new Instr.Choose(0, List.of(new ChooseEntry("l", 3))),
                new Instr.Open(
                        List.of("A"),
                        List.of(new RoleType("A", type)),
                        List.of(new EdgeHandler("A", "B", "h")),
                        List.of(new RoleRegister("A", 2))),
                new Instr.Close(0),
                STEP,
                new Instr.Invoke(new InvokeAction.Register(4)),
                new Instr.Acquire("g", 1),
                new Instr.Release("g", 1),
                new Instr.Fork(1),
                new Instr.Join(),
                new Instr.Abort(),
                new Instr.Transfer(0, 1, 2),
                new Instr.Tag(1, 2),
                new Instr.Check(1, 2, 3),
                new Instr.Set(1, new ImmValue.Nat(-1L)),
                new Instr.Set(1, new ImmValue.Unit()),
                new Instr.Move(1, 2),
                new Instr.Jump(9),
                new Instr.Spawn(1, List.of(2, 3)),
                new Instr.Yield(),
                new Instr.Halt());
        Codec<List<Instr>> codec = Codec.listOf(Instr.CODEC);
        String text = JsonOutput.compactText(codec, all);
        assertThat(JsonInput.read(text, ReadPolicy.STRICT, codec)).isEqualTo(all);
        assertThat(text)
                .contains("{\"Invoke\":{\"action\":4}}")
                .contains("{\"Set\":{\"dst\":1,\"val\":{\"Nat\":18446744073709551615}}}")
                .contains(
                        "{\"Mu\":{\"body\":{\"Recv\":{\"branches\":[[{\"name\":\"m\",\"sort\":{\"Vector\":3}},\"Nat\","
                                + "{\"Var\":\"X\"}],[{\"name\":\"n\",\"sort\":\"Unit\"},null,\"End\"]],\"partner\":\"B\"}},"
                                + "\"var\":\"X\"}}")
                .contains("[[\"A\",\"B\"],\"h\"]")
                .endsWith("\"Yield\",\"Halt\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Nop\"",
                "{\"Goto\":{\"target\":1}}",
                "{\"Send\":{\"chan\":0}}",
                "{\"Send\":{\"chan\":65536,\"val\":0}}",
                "{\"Set\":{\"dst\":0,\"val\":{\"Int\":1}}}"
            })
    void unknown_opcodes_and_operands_are_refused(String text) {
        assertThatThrownBy(() -> JsonInput.read(text, ReadPolicy.PEER, Instr.CODEC))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void an_image_is_checked_in_the_order_of_the_boundary() {
        CodeImage empty = new CodeImage(new TreeMap<>(), new GlobalType.Var("X"), new TreeMap<>());
        assertThat(empty.runtimeShapeError()).contains("code image must contain at least one role program");
        TreeMap<String, List<Instr>> programs = new TreeMap<>(Map.of("A", List.of(new Instr.Halt())));
        assertThat(new CodeImage(programs, new GlobalType.Var("X"), new TreeMap<>()).runtimeShapeError())
                .contains("code image global type is not well-formed");
        assertThat(new CodeImage(
                                programs, GlobalType.END, new TreeMap<>(Map.of("B", LocalType.END, "C", LocalType.END)))
                        .runtimeShapeError())
                .contains("code image role mismatch: programs [\"A\"], local_types [\"B\", \"C\"]");
    }

    @Test
    void an_untrusted_image_must_project_to_its_types_and_is_recompiled() {
        GlobalType message = GlobalType.comm("A", "B", "m", GlobalType.END);
        Map<String, LocalType> types =
                Map.of("A", LocalType.send("B", "m", LocalType.END), "B", LocalType.recv("A", "m", LocalType.END));
        CodeImage image = CodeImage.fromLocalTypes(types, message);
        TreeMap<String, List<Instr>> forged = new TreeMap<>(Map.of("A", List.of(), "B", List.of()));
        UntrustedImage claimed = new UntrustedImage(new CodeImage(forged, message, image.localTypes()));
        assertThat(claimed.error()).isEmpty();
        assertThat(claimed.trusted()).isEqualTo(image);

        assertThat(untrusted(new GlobalType.Var("X"), types)).contains("global type is not well-formed");
        assertThat(untrusted(message, Map.of("A", LocalType.END)))
                .contains("role mismatch: claimed [\"A\"], projected [\"A\", \"B\"]");
        assertThat(untrusted(message, Map.of("A", LocalType.END, "B", LocalType.END)))
                .contains("local type mismatch for role A: claimed End, expected Send { partner: \"B\", branches: "
                        + "[(Label { name: \"m\", sort: Unit }, None, End)] }");
    }

    private static Optional<String> untrusted(GlobalType global, Map<String, LocalType> types) {
        return new UntrustedImage(CodeImage.fromLocalTypes(types, global)).error();
    }

    @Test
    void equal_programs_are_stored_once() {
        ProgramStore store = new ProgramStore();
        assertThat(store.intern(List.of(new Instr.Halt()))).isZero();
        assertThat(store.intern(List.of(new Instr.Yield()))).isEqualTo(1);
        assertThat(store.intern(List.of(new Instr.Halt()))).isZero();
        assertThat(store.size()).isEqualTo(2);
    }

    @Test
    void ten_thousand_nested_choices_compile() {
        LocalType deep = LocalType.END;
        for (int i = 0; i < 10_000; i++) {
            deep = new LocalType.Recv(
                    "A",
                    List.of(
                            new LocalType.Branch(Label.of("go"), deep),
                            new LocalType.Branch(Label.of("stop"), LocalType.END)));
        }
        assertThat(Compiler.compile(deep)).hasSize(20_001);
    }
}
