package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.Shape;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.List;

/** Whether the machine holds its host to the contracts of spec 20 §15.7; a boolean is read as well. */
public enum HostContractAssertions {
    ENFORCED,
    RELAXED_TEST_ONLY;

    public static final Codec<HostContractAssertions> CODEC = new Codec<>() {
        private final Codec<HostContractAssertions> words = WordCodec.snakeCase(HostContractAssertions.class);

        @Override
        public void write(JsonOutput out, HostContractAssertions value) {
            words.write(out, value);
        }

        @Override
        public HostContractAssertions read(JsonInput in) {
            if (in.atBoolean()) {
                return in.readBoolean() ? ENFORCED : RELAXED_TEST_ONLY;
            }
            return words.read(in);
        }

        @Override
        public Shape shape() {
            return new Shape.OneOf("HostContractAssertionsOrFlag", List.of(words.shape(), new Shape.Bool()));
        }
    };
}
