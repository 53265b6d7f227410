package dev.paritas.simulation.lifecycle;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One effect, reduced to what every implementation must agree on (spec 52 §6).
 *
 * @param name of the fixture, unique in its bundle
 * @param effectKind word of the effect, such as {@code send_decision}
 * @param interfaceName from the metadata of the request, such as {@code Transport}
 * @param operationName from the metadata of the request, such as {@code sendDecision}
 * @param publicationMaterialized whether the run published and materialised something; asked of one fixture only
 * @param outputPredicate predicate of the run's first output-condition check, null where it is not asked
 */
public record SemanticEffectFixture(
        String name,
        String effectKind,
        EffectLifecycle lifecycle,
        String interfaceName,
        String operationName,
        boolean publicationMaterialized,
        @Nullable String outputPredicate) {
    public static final Codec<SemanticEffectFixture> CODEC = ObjectCodec.of(
            "SemanticEffectFixture",
            field("name", Codec.STRING, SemanticEffectFixture::name),
            field("effect_kind", Codec.STRING, SemanticEffectFixture::effectKind),
            field("lifecycle", EffectLifecycle.CODEC, SemanticEffectFixture::lifecycle),
            field("interface_name", Codec.STRING, SemanticEffectFixture::interfaceName),
            field("operation_name", Codec.STRING, SemanticEffectFixture::operationName),
            field("publication_materialized", Codec.BOOL, SemanticEffectFixture::publicationMaterialized),
            nullable("output_predicate", Codec.STRING, SemanticEffectFixture::outputPredicate),
            SemanticEffectFixture::new);

    /** The order in which two lists are laid side by side: by all members, an absent predicate first. */
    static final Comparator<SemanticEffectFixture> ORDER = Comparator.comparing(
                    SemanticEffectFixture::name, CodePointOrder.INSTANCE)
            .thenComparing(SemanticEffectFixture::effectKind, CodePointOrder.INSTANCE)
            .thenComparing(fixture -> EffectLifecycle.CODEC.word(fixture.lifecycle()), CodePointOrder.INSTANCE)
            .thenComparing(SemanticEffectFixture::interfaceName, CodePointOrder.INSTANCE)
            .thenComparing(SemanticEffectFixture::operationName, CodePointOrder.INSTANCE)
            .thenComparing(SemanticEffectFixture::publicationMaterialized)
            .thenComparing(SemanticEffectFixture::outputPredicate, Comparator.nullsFirst(CodePointOrder.INSTANCE));
}
