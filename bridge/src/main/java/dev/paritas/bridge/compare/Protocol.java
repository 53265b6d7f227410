package dev.paritas.bridge.compare;

import dev.paritas.choreography.type.GlobalType;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** One session's choreography, as far as the explanation of a divergence needs it. */
public record Protocol(GlobalType global, List<String> roles) {
    public Protocol {
        roles = List.copyOf(roles);
    }

    /** {@return whether a role sends to itself} */
    boolean hasSelfCommunication() {
        return !global.noSelfComm();
    }

    /** {@return whether the list names a role twice, or one that the protocol does not mention} */
    boolean hasOddRoleList() {
        return new HashSet<>(roles).size() != roles.size()
                || !roles.stream().allMatch(global::mentionsRole) && !roles.isEmpty() && !isTrivial();
    }

    /** {@return whether a binder stands directly inside another one} */
    boolean hasNestedRecursion() {
        return nested(global).isPresent();
    }

    private boolean isTrivial() {
        return global instanceof GlobalType.End;
    }

    private static Optional<GlobalType> nested(GlobalType root) {
        ArrayDeque<GlobalType> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            GlobalType node = open.pop();
            if (node instanceof GlobalType.Mu(String _, GlobalType.Mu _)) {
                return Optional.of(node);
            }
            for (int i = 0; i < node.arity(); i++) {
                open.push(node.child(i));
            }
        }
        return Optional.empty();
    }
}
