package dev.paritas.machine.isa;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.Shape;
import java.util.List;

/** What {@code Invoke} names: a bare string, or a bare register number (spec 20 §5, untagged). */
public sealed interface InvokeAction {
    record Named(String name) implements InvokeAction {}

    record Register(int register) implements InvokeAction {}

    Codec<InvokeAction> CODEC = new Codec<>() {
        @Override
        public void write(JsonOutput out, InvokeAction action) {
            switch (action) {
                case Named(String name) -> out.string(name);
                case Register(int register) -> out.unsigned(register);
            }
        }

        @Override
        public InvokeAction read(JsonInput in) {
            return in.atString() ? new Named(in.readString()) : new Register(Instr.REG.read(in));
        }

        @Override
        public Shape shape() {
            return new Shape.OneOf("InvokeAction", List.of(new Shape.Text(), Instr.REG.shape()));
        }
    };
}
