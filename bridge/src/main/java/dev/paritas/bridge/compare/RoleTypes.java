package dev.paritas.bridge.compare;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;
import java.util.Optional;

/**
 * What a role may do next after a row of its own events, by the code's reading of loop variables and by that of R's
 * monitor. Where the two have other heads, the run goes illTyped.
 *
 * @param code a variable means the loop that binds its name: so code is compiled
 * @param loop the loop that the role entered last
 * @param monitor any variable means {@code loop}, whatever its name (spec 20 §9.4)
 */
record RoleTypes(TypePosition code, LocalType loop, LocalType monitor) {
    static RoleTypes start(LocalType type) {
        return new RoleTypes(TypePosition.of(type).openedFully(), type, body(type));
    }

    /** {@return the types behind {@code event}; empty when one of them does not permit it} */
    Optional<RoleTypes> after(TraceEvent event) {
        Optional<LocalType> next = permitted(monitor, event).map(LocalType.Branch::continuation);
        return permitted(code.type(), event)
                .flatMap(mine -> next.map(held -> {
                    LocalType entered = held instanceof LocalType.Mu ? held : loop;
                    return new RoleTypes(
                            code.behind(mine).openedFully(),
                            entered,
                            held instanceof LocalType.Var ? body(entered) : body(held));
                }));
    }

    /** {@return whether {@code event} shows that the code and the monitor are at different places} */
    boolean illTyped(TraceEvent event) {
        return !sameHead(code.type(), monitor)
                && (event.kind().equals("faulted")
                        || permitted(code.type(), event).isEmpty());
    }

    /**
     * {@return the head of the type that L's monitor looks at: of the stored one with its outermost loop opened (spec 22
     * §7.3); empty when an event is not permitted}
     */
    static Optional<LocalType> openedOnce(LocalType type, List<TraceEvent> events) {
        TypePosition seen = TypePosition.of(type).opened();
        for (TraceEvent event : events) {
            Optional<LocalType.Branch> branch = permitted(seen.type(), event);
            if (branch.isEmpty()) {
                return Optional.empty();
            }
            seen = seen.behind(branch.get()).opened();
        }
        return Optional.of(seen.type());
    }

    /** {@return the branch that the event takes; empty when {@code type} does not permit it} */
    private static Optional<LocalType.Branch> permitted(LocalType type, TraceEvent event) {
        boolean sends = event.kind().equals("sent");
        List<LocalType.Branch> branches = switch (type) {
            case LocalType.Send(String partner, List<LocalType.Branch> choices)
            when sends && partner.equals(event.receiver()) -> choices;
            case LocalType.Recv(String partner, List<LocalType.Branch> choices)
            when !sends && partner.equals(event.sender()) -> choices;
            default -> List.of();
        };
        return branches.stream()
                .filter(branch -> branch.label().name().equals(event.label()))
                .findFirst();
    }

    /** {@return whether both permit the same communications next} */
    private static boolean sameHead(LocalType left, LocalType right) {
        return switch (left) {
            case LocalType.Send(String partner, List<LocalType.Branch> branches) ->
                right instanceof LocalType.Send(String other, List<LocalType.Branch> others)
                        && partner.equals(other)
                        && names(branches).equals(names(others));
            case LocalType.Recv(String partner, List<LocalType.Branch> branches) ->
                right instanceof LocalType.Recv(String other, List<LocalType.Branch> others)
                        && partner.equals(other)
                        && names(branches).equals(names(others));
            case LocalType.End ignored -> right instanceof LocalType.End;
            case LocalType.Var ignored -> false;
            case LocalType.Mu ignored -> false;
        };
    }

    private static List<String> names(List<LocalType.Branch> branches) {
        return branches.stream().map(branch -> branch.label().name()).toList();
    }

    private static LocalType body(LocalType type) {
        LocalType here = type;
        while (here instanceof LocalType.Mu(String ignored, LocalType inner)) {
            here = inner;
        }
        return here;
    }
}
