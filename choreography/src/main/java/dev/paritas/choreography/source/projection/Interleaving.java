package dev.paritas.choreography.source.projection;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One role's parallel branches as one sequence, in the order of the source (spec 11 §7). */
final class Interleaving {
    private Interleaving() {}

    /**
     * {@return the branches one behind the other}
     *
     * @throws ProblemException ({@link SourceProjectionError}) when two branches begin with a message in one
     *     direction and with one partner
     */
    static ExtendedLocalType of(List<ExtendedLocalType> branches) {
        Set<String> to = new HashSet<>();
        Set<String> from = new HashSet<>();
        for (ExtendedLocalType branch : branches) {
            boolean fresh = switch (branch) {
                case ExtendedLocalType.Send send -> to.add(send.partner());
                case ExtendedLocalType.Select select -> to.add(select.partner());
                case ExtendedLocalType.Receive receive -> from.add(receive.partner());
                case ExtendedLocalType.Branch offered -> from.add(offered.partner());
                case ExtendedLocalType.End ignored -> true;
                case ExtendedLocalType.LocalChoice ignored -> true;
                case ExtendedLocalType.Loop ignored -> true;
                case ExtendedLocalType.Rec ignored -> true;
                case ExtendedLocalType.Var ignored -> true;
                case ExtendedLocalType.Timeout ignored -> true;
            };
            if (!fresh) {
                throw ProblemException.untraced(new SourceProjectionError.InconsistentParallel());
            }
        }
        ExtendedLocalType all = ExtendedLocalType.END;
        for (ExtendedLocalType branch : branches.reversed()) {
            all = followed(branch, all);
        }
        return all;
    }

    /** Goes along the messages to the end. Anything else on the way swallows what should follow. */
    private static ExtendedLocalType followed(ExtendedLocalType first, ExtendedLocalType then) {
        Deque<ExtendedLocalType> messages = new ArrayDeque<>();
        ExtendedLocalType here = first;
        while (here instanceof ExtendedLocalType.Send || here instanceof ExtendedLocalType.Receive) {
            messages.push(here);
            here = here.child(0);
        }
        if (!(here instanceof ExtendedLocalType.End)) {
            return first;
        }
        ExtendedLocalType result = then;
        for (ExtendedLocalType message : messages) {
            result = message instanceof ExtendedLocalType.Send send
                    ? new ExtendedLocalType.Send(send.partner(), send.message(), result)
                    : message instanceof ExtendedLocalType.Receive receive
                            ? new ExtendedLocalType.Receive(receive.partner(), receive.message(), result)
                            : result;
        }
        return result;
    }
}
