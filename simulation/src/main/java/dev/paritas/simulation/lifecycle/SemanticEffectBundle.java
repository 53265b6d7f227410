package dev.paritas.simulation.lifecycle;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.SchemaVersionCodec;
import java.util.List;

/** What {@code semantic_effect_parity_runner} prints: seven fixtures in the order of spec 52 §6. */
public record SemanticEffectBundle(String schemaVersion, List<SemanticEffectFixture> fixtures) {
    public static final String SCHEMA_VERSION = "semantic_effect_parity_v1";

    public static final Codec<SemanticEffectBundle> CODEC = ObjectCodec.of(
            "SemanticEffectBundle",
            field(
                    "schema_version",
                    new SchemaVersionCodec(SCHEMA_VERSION, " for the semantic-effect bundle"),
                    SemanticEffectBundle::schemaVersion),
            field("fixtures", Codec.listOf(SemanticEffectFixture.CODEC), SemanticEffectBundle::fixtures),
            SemanticEffectBundle::new);

    public SemanticEffectBundle {
        fixtures = List.copyOf(fixtures);
    }

    public static SemanticEffectBundle of(List<SemanticEffectFixture> fixtures) {
        return new SemanticEffectBundle(SCHEMA_VERSION, fixtures);
    }

    /** {@return the bundle as it is compared: the order in which a side lists its fixtures says nothing} */
    public SemanticEffectBundle sorted() {
        return new SemanticEffectBundle(
                schemaVersion,
                fixtures.stream().sorted(SemanticEffectFixture.ORDER).toList());
    }
}
