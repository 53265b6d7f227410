package dev.paritas.choreography.source.projection;

import dev.paritas.choreography.source.LoopCondition;
import dev.paritas.choreography.type.Pieces;
import java.util.List;
import java.util.Optional;

/**
 * Extended local types as people read them: {@code !B m.T} and {@code ?A m.T} for messages, {@code ⊕B{l.T}},
 * {@code &A{l.T}} and {@code local{l.T}} for choices, {@code loop[repeat 3](T)}, {@code μt.T},
 * {@code timeout[PT1S](T, T)}.
 */
final class ExtendedNotation {
    private ExtendedNotation() {}

    static String of(ExtendedLocalType root) {
        return Pieces.write(root, (type, out) -> {
            switch (type) {
                case ExtendedLocalType.End() -> out.text("end");
                case ExtendedLocalType.Var(String name) -> out.text(name);
                case ExtendedLocalType.Send(String partner, String message, var next) ->
                    out.text("!" + partner + " " + message + ".").node(next);
                case ExtendedLocalType.Receive(String partner, String message, var next) ->
                    out.text("?" + partner + " " + message + ".").node(next);
                case ExtendedLocalType.Select(String partner, var alternatives) ->
                    alternatives("⊕" + partner, alternatives, out);
                case ExtendedLocalType.Branch(String partner, var alternatives) ->
                    alternatives("&" + partner, alternatives, out);
                case ExtendedLocalType.LocalChoice(var alternatives) -> alternatives("local", alternatives, out);
                case ExtendedLocalType.Rec(String var, var body) ->
                    out.text("μ" + var + ".").node(body);
                case ExtendedLocalType.Loop(LoopCondition condition, var body) ->
                    out.text("loop[" + words(condition) + "](").node(body).text(")");
                case ExtendedLocalType.Timeout(
                        var duration,
                        var body,
                        var onTimeout,
                        Optional<ExtendedLocalType> onCancel) -> {
                    out.text("timeout[" + duration + "](").node(body).text(", ").node(onTimeout);
                    onCancel.ifPresent(arm -> out.text(", ").node(arm));
                    out.text(")");
                }
            }
        });
    }

    private static void alternatives(
            String head, List<ExtendedLocalType.Labelled> alternatives, Pieces<ExtendedLocalType> out) {
        out.text(head + "{");
        String comma = "";
        for (ExtendedLocalType.Labelled alternative : alternatives) {
            out.text(comma + alternative.label() + ".").node(alternative.continuation());
            comma = ", ";
        }
        out.text("}");
    }

    private static String words(LoopCondition condition) {
        return switch (condition) {
            case LoopCondition.Forever() -> "forever";
            case LoopCondition.Count(int times) -> "repeat " + times;
            case LoopCondition.Fuel(int steps) -> "fuel " + steps;
            case LoopCondition.YieldAfter(int steps) -> "yield after " + steps;
            case LoopCondition.YieldWhen(String label) -> "yield when " + label;
            case LoopCondition.RoleDecides(String role) -> "decide by " + role;
            case LoopCondition.Custom(String text) -> "while " + text;
        };
    }
}
