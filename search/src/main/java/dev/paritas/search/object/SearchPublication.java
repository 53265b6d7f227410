package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * A result that became the incumbent (spec 52 §8.3).
 *
 * @param witness nodes from the start to the accepted one
 */
public record SearchPublication(long cost, List<Long> witness) {
    public static final Codec<SearchPublication> CODEC = ObjectCodec.of("SearchPublication", m -> {
        var cost = m.required("cost", Codec.U64, SearchPublication::cost);
        var witness = m.required("witness", Codec.listOf(Codec.U64), SearchPublication::witness);
        return in -> new SearchPublication(in.get(cost), in.get(witness));
    });

    public SearchPublication {
        witness = List.copyOf(witness);
    }
}
