package dev.paritas.bridge.bundle;

import dev.paritas.admission.claim.InvariantClaims;
import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.admission.runtime.MachineBundle;
import dev.paritas.choreography.json.ImportRefusal;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** From types to a bundle, and from a bundle to what a composed runtime admits (spec 32 §4). */
public final class ProtocolBundles {
    private ProtocolBundles() {}

    /**
     * {@return the bundle of these types and claims} Nothing is checked: the local types need not be projections, the
     * claims need not agree with each other.
     */
    public static ProtocolBundle exportProtocolBundle(
            GlobalType global, Map<String, LocalType> locals, InvariantClaims claims) {
        TreeMap<String, JsonValue> localTypes = new TreeMap<>(CodePointOrder.INSTANCE);
        locals.forEach((role, type) -> localTypes.put(role, TypeCodec.LOCAL.toTree(type)));
        return new ProtocolBundle(TypeCodec.GLOBAL.toTree(global), localTypes, claims);
    }

    /**
     * {@return the machine's form of {@code bundle}} The claim of reconfiguration becomes the policy; no other claim
     * influences the machine. The image is compiled from the local types without being held to the global one.
     *
     * @param certificate attached unchanged
     * @throws ProblemException ({@link BundleImportProblem}) when a type cannot be read; of the local types, the
     *     first role in order
     */
    public static <C> MachineBundle<C> toMachineBundle(ProtocolBundle bundle, C certificate) {
        GlobalType global;
        try {
            global = TypeReader.global().read(bundle.globalType());
        } catch (ProblemException e) {
            ImportRefusal refusal = e.only(ImportRefusal.class);
            throw new ProblemException(
                    new BundleImportProblem(
                            "/global_type" + refusal.pointer(),
                            "failed to import global type from bridge bundle: " + refusal.sentence()),
                    e);
        }
        TreeMap<String, LocalType> locals = new TreeMap<>(CodePointOrder.INSTANCE);
        bundle.localTypes().forEach((role, type) -> locals.put(role, local(role, type)));
        return new MachineBundle<>(
                CodeImage.fromLocalTypes(locals, global),
                certificate,
                Optional.ofNullable(bundle.claims().distributed().reconfiguration()));
    }

    private static LocalType local(String role, JsonValue type) {
        try {
            return TypeReader.local().read(type);
        } catch (ProblemException e) {
            ImportRefusal refusal = e.only(ImportRefusal.class);
            String step = role.replace("~", "~0").replace("/", "~1");
            throw new ProblemException(
                    new BundleImportProblem(
                            "/local_types/" + step + refusal.pointer(),
                            "failed to import local type for role `" + role + "` from bridge bundle: "
                                    + refusal.sentence()),
                    e);
        }
    }
}
