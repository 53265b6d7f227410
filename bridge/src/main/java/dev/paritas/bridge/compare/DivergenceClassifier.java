package dev.paritas.bridge.compare;

import dev.paritas.bridge.compare.SideOutcome.Ran;
import dev.paritas.bridge.compare.SideOutcome.Refused;
import java.util.List;
import java.util.Optional;

/**
 * Finds what is known of the difference between two outcomes of one case. A class is named only on evidence that the
 * outcomes themselves hold; what is left over stays unexplained.
 */
final class DivergenceClassifier {
    private DivergenceClassifier() {}

    /** {@return the class of the divergence between two outcomes that are not equal; empty when none explains it} */
    public static Optional<DivergenceClass> classify(List<Protocol> protocols, SideOutcome machine, SideOutcome lean) {
        return switch (machine) {
            case Ran left ->
                switch (lean) {
                    case Ran right -> new RunDivergence(protocols, left, right, Long.MAX_VALUE).known();
                    case Refused refused -> leanRefusal(refused.message());
                };
            case Refused ignored ->
                switch (lean) {
                    case Ran ran -> machineRefusal(protocols);
                    case Refused refused -> Optional.empty();
                };
        };
    }

    private static Optional<DivergenceClass> leanRefusal(String message) {
        if (message.contains("duplicate entry-point role") || message.contains("duplicate local-type role")) {
            return Optional.of(DivergenceClass.ROLE_LIST);
        }
        return message.contains("projection mismatch for role")
                ? Optional.of(DivergenceClass.MERGED_PROJECTION)
                : Optional.empty();
    }

    private static Optional<DivergenceClass> machineRefusal(List<Protocol> protocols) {
        if (protocols.stream().allMatch(Protocol::isWellFormedButForSelfCommunication)
                && protocols.stream().anyMatch(Protocol::hasSelfCommunication)) {
            return Optional.of(DivergenceClass.SELF_COMMUNICATION);
        }
        return protocols.stream().allMatch(Protocol::isWellFormed)
                        && protocols.stream().anyMatch(Protocol::hasOddRoleList)
                ? Optional.of(DivergenceClass.ROLE_LIST)
                : Optional.empty();
    }
}
