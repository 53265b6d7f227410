package dev.paritas.admission.runtime;

import dev.paritas.admission.gate.RuntimeContracts;
import dev.paritas.admission.gate.TheoremPackCapabilities;
import java.util.Optional;

/**
 * What is proved about a bundle (spec 31 §9).
 *
 * @param artifactId names the bundle in events and refusals
 * @param linkOkFull the proof side's word that the bundle links with what is deployed beside it: disjoint session ids, dual
 *     exports and imports both ways, coherent merged environments. Nothing here computes it
 */
public record CompositionCertificate(
        String artifactId,
        boolean linkOkFull,
        TheoremPackCapabilities theoremPack,
        Optional<RuntimeContracts> runtimeContracts) {}
