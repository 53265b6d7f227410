package dev.paritas.simulation.field;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.Shape;
import dev.paritas.semanticobjects.value.FixedQ32;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Field parameters: the layer's name beside its numbers. */
final class FieldCodec implements Codec<FieldParameters> {
    static final Codec<FieldParameters> STRICT = new FieldCodec(FixedQ32.CODEC);

    private static final String NAME = "FieldParameters";
    private static final String LAYER = "layer";
    private static final String PARAMS = "params";

    private final Codec<MeanField> meanField;
    private final Codec<Hamiltonian> hamiltonian;
    private final Codec<ContinuumField> continuum;

    FieldCodec(Codec<FixedQ32> number) {
        Codec<List<FixedQ32>> numbers = Codec.listOf(number);
        meanField = ObjectCodec.of(
                "MeanField",
                field("beta", number, MeanField::beta),
                field("species", Codec.listOf(Codec.STRING), MeanField::species),
                field("initial_state", numbers, MeanField::initialState),
                field("step_size", number, MeanField::stepSize),
                MeanField::new);
        hamiltonian = ObjectCodec.of(
                "Hamiltonian",
                field("spring_constant", number, Hamiltonian::springConstant),
                field("mass", number, Hamiltonian::mass),
                field("dimensions", U32Codec.INSTANCE, Hamiltonian::dimensions),
                field("initial_positions", numbers, Hamiltonian::initialPositions),
                field("initial_momenta", numbers, Hamiltonian::initialMomenta),
                field("step_size", number, Hamiltonian::stepSize),
                Hamiltonian::new);
        continuum = ObjectCodec.of(
                "ContinuumField",
                field("coupling", number, ContinuumField::coupling),
                field("components", U32Codec.INSTANCE, ContinuumField::components),
                field("initial_fields", numbers, ContinuumField::initialFields),
                field("step_size", number, ContinuumField::stepSize),
                ContinuumField::new);
    }

    @Override
    public void write(JsonOutput out, FieldParameters value) {
        out.beginObject().name(LAYER).string(value.layer()).name(PARAMS);
        switch (value) {
            case MeanField field -> meanField.write(out, field);
            case Hamiltonian field -> hamiltonian.write(out, field);
            case ContinuumField field -> continuum.write(out, field);
        }
        out.endObject();
    }

    @Override
    public FieldParameters read(JsonInput in) {
        in.beginObject();
        Codec<? extends FieldParameters> family = null;
        FieldParameters parameters = null;
        Early early = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            if (name.equals(LAYER)) {
                requireFirst(in, name, family == null);
                family = family(in);
            } else if (name.equals(PARAMS)) {
                requireFirst(in, name, parameters == null && early == null);
                if (family == null) {
                    early = Early.read(in);
                } else {
                    parameters = family.read(in);
                }
            } else if (in.policy().rejectUnknown()) {
                throw in.fail(JsonErrorCode.UNKNOWN_MEMBER, "unknown field `" + name + "` in " + NAME);
            } else {
                in.skip();
            }
        }
        if (family == null) {
            throw missing(in, LAYER);
        }
        if (early != null) {
            return early.as(in, family);
        }
        if (parameters == null) {
            throw missing(in, PARAMS);
        }
        return parameters;
    }

    /** The numbers before the name of their layer: kept until it is known. */
    private record Early(JsonValue params, String path) {
        static Early read(JsonInput in) {
            String path = in.fail(JsonErrorCode.INVALID_VALUE, "").path();
            return new Early(JsonValue.CODEC.read(in), path);
        }

        FieldParameters as(JsonInput in, Codec<? extends FieldParameters> family) {
            try {
                return family.fromTree(params, in.policy());
            } catch (JsonException e) {
                throw new JsonException(e.code(), String.valueOf(e.getMessage()), path + e.path(), 0, 0);
            }
        }
    }

    private static void requireFirst(JsonInput in, String name, boolean first) {
        if (!first && in.policy().rejectDuplicates()) {
            throw in.fail(JsonErrorCode.DUPLICATE_MEMBER, "member '" + name + "' appears twice");
        }
    }

    private static JsonException missing(JsonInput in, String member) {
        return in.fail(JsonErrorCode.MISSING_MEMBER, NAME + " lacks member '" + member + "'");
    }

    private Codec<? extends FieldParameters> family(JsonInput in) {
        String layer = in.peekString("the name of a field layer");
        Codec<? extends FieldParameters> family = named(layer);
        if (family == null) {
            throw in.fail(JsonErrorCode.UNKNOWN_TAG, NAME + " has no layer '" + layer + "'");
        }
        in.skip();
        return family;
    }

    private @Nullable Codec<? extends FieldParameters> named(String layer) {
        return switch (layer) {
            case MeanField.LAYER -> meanField;
            case Hamiltonian.LAYER -> hamiltonian;
            case ContinuumField.LAYER -> continuum;
            default -> null;
        };
    }

    @Override
    public Shape shape() {
        return new Shape.OneOf(
                NAME,
                List.of(
                        alternative(MeanField.LAYER, meanField),
                        alternative(Hamiltonian.LAYER, hamiltonian),
                        alternative(ContinuumField.LAYER, continuum)));
    }

    private static Shape alternative(String layer, Codec<?> params) {
        return new Shape.Obj(
                NAME + "." + layer,
                List.of(
                        new Shape.Member(LAYER, new Shape.Literal(layer), true),
                        new Shape.Member(PARAMS, params.shape(), true)));
    }
}
