package dev.paritas.machine.isa;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.choreography.json.TaggedLabel;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.Shape;
import dev.paritas.semanticobjects.json.TaggedCodec;
import dev.paritas.semanticobjects.value.ValType;
import org.jspecify.annotations.Nullable;

/**
 * Local types in the machine's own JSON (spec 20 §5): externally tagged, a branch is {@code [label, value type or null,
 * continuation]}. This is not the form of choreography files.
 */
final class LocalTypeJson {
    /** A local type in the machine's JSON. */
    public static final Codec<LocalType> CODEC = Codec.recursive("LocalTypeR", () -> LocalTypeJson.FAMILY);

    private static final Codec<LocalType.Branch> BRANCH = new Codec<>() {
        @Override
        public void write(JsonOutput out, LocalType.Branch branch) {
            out.beginArray();
            TaggedLabel.CODEC.write(out, branch.label());
            ValType annotation = branch.annotation();
            if (annotation == null) {
                out.nullValue();
            } else {
                ValType.CODEC.write(out, annotation);
            }
            CODEC.write(out, branch.continuation());
            out.endArray();
        }

        @Override
        public LocalType.Branch read(JsonInput in) {
            in.beginArray();
            element(in);
            Label label = TaggedLabel.CODEC.read(in);
            element(in);
            ValType annotation = annotation(in);
            element(in);
            LocalType continuation = CODEC.read(in);
            if (in.nextElement()) {
                throw in.fail(JsonErrorCode.INVALID_VALUE, "a branch has exactly three elements");
            }
            return new LocalType.Branch(label, annotation, continuation);
        }

        private @Nullable ValType annotation(JsonInput in) {
            if (in.atNull()) {
                in.readNull();
                return null;
            }
            return ValType.CODEC.read(in);
        }

        private void element(JsonInput in) {
            if (!in.nextElement()) {
                throw in.fail(JsonErrorCode.INVALID_VALUE, "a branch has exactly three elements");
            }
        }

        @Override
        public Shape shape() {
            return new Shape.ListOf(new Shape.Any());
        }
    };

    private static final Codec<LocalType> FAMILY = family();

    private LocalTypeJson() {}

    private static Codec<LocalType> family() {
        return TaggedCodec.<LocalType>named("LocalTypeR")
                .constant("End", LocalType.END)
                .variant(
                        "Send",
                        LocalType.Send.class,
                        ObjectCodec.of(
                                "Send",
                                field("partner", Codec.STRING, LocalType.Send::partner),
                                field("branches", Codec.listOf(BRANCH), LocalType.Send::branches),
                                LocalType.Send::new))
                .variant(
                        "Recv",
                        LocalType.Recv.class,
                        ObjectCodec.of(
                                "Recv",
                                field("partner", Codec.STRING, LocalType.Recv::partner),
                                field("branches", Codec.listOf(BRANCH), LocalType.Recv::branches),
                                LocalType.Recv::new))
                .variant(
                        "Mu",
                        LocalType.Mu.class,
                        ObjectCodec.of(
                                "Mu",
                                field("var", Codec.STRING, LocalType.Mu::var),
                                field("body", CODEC, LocalType.Mu::body),
                                LocalType.Mu::new))
                .variant("Var", LocalType.Var.class, Codec.STRING, LocalType.Var::new, LocalType.Var::name)
                .build();
    }
}
