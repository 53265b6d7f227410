package dev.paritas.choreography.json;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.PairCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/**
 * Labels as the machine's own JSON and the canonical form write them, sorts tagged by their capitalised names (spec 10
 * §4, 20 §5). This is not the exchange form.
 */
public final class TaggedLabel {
    private static final Codec<PayloadSort> SORT = Codec.recursive("PayloadSort", () -> TaggedLabel.SORT_FAMILY);

    public static final Codec<Label> CODEC = ObjectCodec.of(
            "Label",
            field("name", Codec.STRING, Label::name),
            defaulted("sort", SORT, Label::sort, PayloadSort.UNIT),
            Label::new);

    private static final Codec<PayloadSort> SORT_FAMILY = TaggedCodec.<PayloadSort>named("PayloadSort")
            .constant("Unit", PayloadSort.UNIT)
            .constant("Nat", PayloadSort.NAT)
            .constant("Bool", PayloadSort.BOOL)
            .constant("String", PayloadSort.STRING)
            .constant("Real", PayloadSort.REAL)
            .variant("Vector", PayloadSort.Vector.class, Codec.U64, PayloadSort.Vector::new, PayloadSort.Vector::size)
            .variant(
                    "Prod",
                    PayloadSort.Prod.class,
                    new PairCodec<>(SORT, SORT, PayloadSort.Prod::new, PayloadSort.Prod::left, PayloadSort.Prod::right))
            .build();

    private TaggedLabel() {}
}
