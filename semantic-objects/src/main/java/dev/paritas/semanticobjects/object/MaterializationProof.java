package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** The verdict of an output check as proof of a materialized result (spec 30 §4.7). */
public record MaterializationProof(
        String proofId,
        @Nullable Long session,
        String predicateRef,
        @Nullable String witnessRef,
        String outputDigest,
        boolean passed) {
    public static final Codec<MaterializationProof> CODEC = ObjectCodec.of("MaterializationProof", m -> {
        var proofId = m.required("proof_id", Codec.STRING, MaterializationProof::proofId);
        var session = m.nullable("session", Codec.U64, MaterializationProof::session);
        var predicateRef = m.required("predicate_ref", Codec.STRING, MaterializationProof::predicateRef);
        var witnessRef = m.nullable("witness_ref", Codec.STRING, MaterializationProof::witnessRef);
        var outputDigest = m.required("output_digest", Codec.STRING, MaterializationProof::outputDigest);
        var passed = m.required("passed", Codec.BOOL, MaterializationProof::passed);
        return in -> new MaterializationProof(
                in.get(proofId),
                in.get(session),
                in.get(predicateRef),
                in.get(witnessRef),
                in.get(outputDigest),
                in.get(passed));
    });
}
