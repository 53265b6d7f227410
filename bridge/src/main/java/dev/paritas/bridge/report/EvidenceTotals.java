package dev.paritas.bridge.report;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/** How many executed checks had which evidence. */
public record EvidenceTotals(long reference, long independent, long recorded, long transport) {
    public static final Codec<EvidenceTotals> CODEC = ObjectCodec.of("EvidenceTotals", m -> {
        var reference = m.required("reference", Codec.U64, EvidenceTotals::reference);
        var independent = m.required("independent", Codec.U64, EvidenceTotals::independent);
        var recorded = m.required("recorded", Codec.U64, EvidenceTotals::recorded);
        var transport = m.required("transport", Codec.U64, EvidenceTotals::transport);
        return in -> new EvidenceTotals(in.get(reference), in.get(independent), in.get(recorded), in.get(transport));
    });

    static EvidenceTotals of(List<LaneCheck> checks) {
        return new EvidenceTotals(
                count(checks, Evidence.REFERENCE),
                count(checks, Evidence.INDEPENDENT),
                count(checks, Evidence.RECORDED),
                count(checks, Evidence.TRANSPORT));
    }

    private static long count(List<LaneCheck> checks, Evidence evidence) {
        return checks.stream()
                .filter(check -> check.executed() && check.evidence() == evidence)
                .count();
    }

    /** {@return the counts for people, such as {@code 9 reference, 20 independent, 15 recorded, 8 transport}} */
    public String text() {
        return "%d reference, %d independent, %d recorded, %d transport"
                .formatted(reference, independent, recorded, transport);
    }
}
