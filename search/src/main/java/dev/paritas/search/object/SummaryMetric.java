package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A named figure. */
public record SummaryMetric(SummaryMetricName name, long value) {
    public static final Codec<SummaryMetric> CODEC = ObjectCodec.of("SummaryMetric", m -> {
        var name = m.required("name", SummaryMetricName.CODEC, SummaryMetric::name);
        var value = m.required("value", Codec.U64, SummaryMetric::value);
        return in -> new SummaryMetric(in.get(name), in.get(value));
    });
}
