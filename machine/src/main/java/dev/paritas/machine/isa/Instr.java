package dev.paritas.machine.isa;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.PairCodec;
import java.util.List;

/**
 * One instruction (spec 20 §5), in the order of the binary tags. Register operands are numbers 0..65535; program
 * counters are unsigned.
 */
public sealed interface Instr {
    Codec<Integer> REG = Codec.unsignedInt(0xFFFF);

    record Send(int chan, int val) implements Instr {}

    record Receive(int chan, int dst) implements Instr {}

    record Offer(int chan, String label) implements Instr {}

    record Choose(int chan, List<ChooseEntry> table) implements Instr {
        public Choose {
            table = List.copyOf(table);
        }
    }

    record Open(List<String> roles, List<RoleType> localTypes, List<EdgeHandler> handlers, List<RoleRegister> dsts)
            implements Instr {
        public Open {
            roles = List.copyOf(roles);
            localTypes = List.copyOf(localTypes);
            handlers = List.copyOf(handlers);
            dsts = List.copyOf(dsts);
        }
    }

    record Close(int session) implements Instr {}

    record Invoke(InvokeAction action) implements Instr {}

    record Acquire(String layer, int dst) implements Instr {}

    record Release(String layer, int evidence) implements Instr {}

    record Fork(int ghost) implements Instr {}

    record Join() implements Instr {}

    record Abort() implements Instr {}

    record Transfer(int endpoint, int target, int bundle) implements Instr {}

    record Tag(int fact, int dst) implements Instr {}

    record Check(int knowledge, int target, int dst) implements Instr {}

    record Set(int dst, ImmValue val) implements Instr {}

    record Move(int dst, int src) implements Instr {}

    record Jump(long target) implements Instr {}

    record Spawn(long target, List<Integer> args) implements Instr {
        public Spawn {
            args = List.copyOf(args);
        }
    }

    record Yield() implements Instr {}

    record Halt() implements Instr {}

    Codec<Instr> CODEC = Codec.recursive("Instr", () -> InstrCodec.INSTANCE);

    /** Where {@code Choose} goes on for a label; {@code target} is an unsigned program counter. */
    record ChooseEntry(String label, long target) {
        public static final Codec<ChooseEntry> CODEC =
                new PairCodec<>(Codec.STRING, Codec.U64, ChooseEntry::new, ChooseEntry::label, ChooseEntry::target);
    }

    /** The handler bound to a directed edge in {@code Open}. */
    record EdgeHandler(String sender, String receiver, String handler) {
        private record Ends(String sender, String receiver) {
            static final Codec<Ends> CODEC =
                    new PairCodec<>(Codec.STRING, Codec.STRING, Ends::new, Ends::sender, Ends::receiver);
        }

        public static final Codec<EdgeHandler> CODEC = new PairCodec<>(
                Ends.CODEC,
                Codec.STRING,
                (ends, handler) -> new EdgeHandler(ends.sender(), ends.receiver(), handler),
                bound -> new Ends(bound.sender(), bound.receiver()),
                EdgeHandler::handler);
    }

    /** The register that receives a role's endpoint in {@code Open}. */
    record RoleRegister(String role, int register) {
        public static final Codec<RoleRegister> CODEC =
                new PairCodec<>(Codec.STRING, Instr.REG, RoleRegister::new, RoleRegister::role, RoleRegister::register);
    }

    /** A role's local type in {@code Open}. */
    record RoleType(String role, LocalType type) {
        public static final Codec<RoleType> CODEC =
                new PairCodec<>(Codec.STRING, LocalTypeJson.CODEC, RoleType::new, RoleType::role, RoleType::type);
    }
}
