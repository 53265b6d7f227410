package dev.paritas.admission.runtime;

import dev.paritas.machine.isa.CodeImage;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import java.util.Optional;

/**
 * What a composed runtime admits (spec 31 §9).
 *
 * @param certificate carried unchanged; admission alone looks into it
 * @param reconfiguration present when changes of membership were claimed, even if none is allowed
 */
public record MachineBundle<C>(CodeImage image, C certificate, Optional<ReconfigurationPolicy> reconfiguration) {}
