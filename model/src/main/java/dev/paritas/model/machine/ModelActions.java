package dev.paritas.model.machine;

import dev.paritas.choreography.type.GlobalType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Roles and communications of a protocol in the order in which the reference meets them (spec 22 §12).
 *
 * @param roles by first occurrence; delegators and delegatees count, the delegated role does not
 * @param actions per branch its action, then those of its continuation, then the next branch
 */
record ModelActions(SequencedSet<String> roles, List<Action> actions) {
    /** A communication that the protocol permits; sorts are left aside. */
    record Action(String sender, String receiver, String label) {}

    /** A node to visit, with the action that leads to it. */
    private record Visit(@Nullable Action action, GlobalType node) {}

    static ModelActions of(GlobalType type) {
        SequencedSet<String> roles = new LinkedHashSet<>();
        List<Action> actions = new ArrayList<>();
        ArrayDeque<Visit> open = new ArrayDeque<>();
        open.push(new Visit(null, type));
        while (!open.isEmpty()) {
            Visit visit = open.pop();
            if (visit.action() != null) {
                actions.add(visit.action());
            }
            switch (visit.node()) {
                case GlobalType.End ignored -> {}
                case GlobalType.Var ignored -> {}
                case GlobalType.Mu mu -> open.push(new Visit(null, mu.body()));
                case GlobalType.Comm(String sender, String receiver, List<GlobalType.Branch> branches) -> {
                    roles.add(sender);
                    roles.add(receiver);
                    for (GlobalType.Branch branch : branches.reversed()) {
                        Action action =
                                new Action(sender, receiver, branch.label().name());
                        open.push(new Visit(action, branch.continuation()));
                    }
                }
                case GlobalType.Delegate delegate -> {
                    roles.add(delegate.delegator());
                    roles.add(delegate.delegatee());
                    open.push(new Visit(null, delegate.continuation()));
                }
            }
        }
        return new ModelActions(roles, actions);
    }
}
