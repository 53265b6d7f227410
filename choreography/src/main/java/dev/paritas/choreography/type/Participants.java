package dev.paritas.choreography.type;

import dev.paritas.semanticobjects.json.CodePointOrder;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who takes part in a type; the delegated role of a delegation does not (spec 10 §2.3). */
final class Participants {
    private Participants() {}

    static SortedSet<String> ofGlobal(GlobalType type) {
        SortedSet<String> roles = new TreeSet<>(CodePointOrder.INSTANCE);
        Structure.each(type, node -> {
            switch (node) {
                case GlobalType.Comm comm -> {
                    roles.add(comm.sender());
                    roles.add(comm.receiver());
                }
                case GlobalType.Delegate delegate -> {
                    roles.add(delegate.delegator());
                    roles.add(delegate.delegatee());
                }
                case GlobalType.End ignored -> {}
                case GlobalType.Mu ignored -> {}
                case GlobalType.Var ignored -> {}
            }
        });
        return roles;
    }

    static SortedSet<String> ofLocal(LocalType type) {
        SortedSet<String> partners = new TreeSet<>(CodePointOrder.INSTANCE);
        Structure.each(type, node -> {
            if (node instanceof LocalType.Choice choice) {
                partners.add(choice.partner());
            }
        });
        return partners;
    }

    static boolean isParty(GlobalType node, String role) {
        return switch (node) {
            case GlobalType.Comm comm ->
                comm.sender().equals(role) || comm.receiver().equals(role);
            case GlobalType.Delegate delegate ->
                delegate.delegator().equals(role) || delegate.delegatee().equals(role);
            case GlobalType.End ignored -> false;
            case GlobalType.Mu ignored -> false;
            case GlobalType.Var ignored -> false;
        };
    }

    static boolean isSelfComm(GlobalType node) {
        return node instanceof GlobalType.Comm comm && comm.sender().equals(comm.receiver());
    }
}
