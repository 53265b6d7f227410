package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.OptionalLong;

/** Evidence that a site counts as timed out until a tick (spec 31 §2). */
public record TimeoutWitness(long witnessId, String site, long issuedAtTick, long untilTick)
        implements AuthorityArtifact {
    public static final Codec<TimeoutWitness> CODEC = ObjectCodec.of("TimeoutWitness", m -> {
        var witnessId = m.required("witness_id", Codec.U64, TimeoutWitness::witnessId);
        var site = m.required("site", Codec.STRING, TimeoutWitness::site);
        var issuedAtTick = m.required("issued_at_tick", Codec.U64, TimeoutWitness::issuedAtTick);
        var untilTick = m.required("until_tick", Codec.U64, TimeoutWitness::untilTick);
        return in -> new TimeoutWitness(in.get(witnessId), in.get(site), in.get(issuedAtTick), in.get(untilTick));
    });

    @Override
    public CapabilityClass capabilityClass() {
        return CapabilityClass.EVIDENCE;
    }

    @Override
    public OptionalLong session() {
        return OptionalLong.empty();
    }
}
