package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * A result that became the incumbent (spec 52 §8.3).
 *
 * @param witness nodes from the start to the accepted one
 */
public record SearchPublication(long cost, List<Long> witness) {
    public static final Codec<SearchPublication> CODEC = ObjectCodec.of(
            "SearchPublication",
            field("cost", Codec.U64, SearchPublication::cost),
            field("witness", Codec.listOf(Codec.U64), SearchPublication::witness),
            SearchPublication::new);

    public SearchPublication {
        witness = List.copyOf(witness);
    }
}
