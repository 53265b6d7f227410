package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A named figure. */
public record SummaryMetric(SummaryMetricName name, long value) {
    public static final Codec<SummaryMetric> CODEC = ObjectCodec.of(
            "SummaryMetric",
            field("name", SummaryMetricName.CODEC, SummaryMetric::name),
            field("value", Codec.U64, SummaryMetric::value),
            SummaryMetric::new);
}
