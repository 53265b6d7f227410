package dev.paritas.choreography.type;

import dev.paritas.semanticobjects.value.DebugText;
import dev.paritas.semanticobjects.value.ValType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The debug rendering of types that the reference's messages embed (spec 10 §5.6). */
final class RustText {
    private RustText() {}

    static String of(PayloadSort root) {
        return Pieces.write(root, (sort, out) -> {
            switch (sort) {
                case PayloadSort.Unit() -> out.text("Unit");
                case PayloadSort.Nat() -> out.text("Nat");
                case PayloadSort.Bool() -> out.text("Bool");
                case PayloadSort.Text() -> out.text("String");
                case PayloadSort.Real() -> out.text("Real");
                case PayloadSort.Vector(long size) -> out.text("Vector(" + Long.toUnsignedString(size) + ")");
                case PayloadSort.Prod(PayloadSort left, PayloadSort right) ->
                    out.text("Prod(").node(left).text(", ").node(right).text(")");
            }
        });
    }

    static String of(Label label) {
        return DebugText.struct("Label", "name", DebugText.quoted(label.name()), "sort", of(label.sort()));
    }

    static String of(@Nullable ValType annotation) {
        return DebugText.option(annotation == null ? null : annotation.debugText());
    }

    static String of(GlobalType root) {
        return Pieces.write(root, (type, out) -> {
            switch (type) {
                case GlobalType.End() -> out.text("End");
                case GlobalType.Var(String name) -> out.text("Var(" + DebugText.quoted(name) + ")");
                case GlobalType.Mu(String var, GlobalType body) ->
                    out.text("Mu { var: " + DebugText.quoted(var) + ", body: ")
                            .node(body)
                            .text(" }");
                case GlobalType.Comm(String sender, String receiver, List<GlobalType.Branch> branches) -> {
                    out.text("Comm { sender: " + DebugText.quoted(sender) + ", receiver: " + DebugText.quoted(receiver)
                            + ", branches: [");
                    for (int i = 0; i < branches.size(); i++) {
                        GlobalType.Branch branch = branches.get(i);
                        out.text((i == 0 ? "(" : ", (") + of(branch.label()) + ", ")
                                .node(branch.continuation())
                                .text(")");
                    }
                    out.text("] }");
                }
                case GlobalType.Delegate(String from, String to, long session, String role, GlobalType next) ->
                    out.text("Delegate { delegator: " + DebugText.quoted(from) + ", delegatee: " + DebugText.quoted(to)
                                    + ", session_id: " + DebugText.unsigned(session) + ", role: "
                                    + DebugText.quoted(role) + ", continuation: ")
                            .node(next)
                            .text(" }");
            }
        });
    }

    static String of(LocalType root) {
        return Pieces.write(root, (type, out) -> {
            switch (type) {
                case LocalType.End() -> out.text("End");
                case LocalType.Var(String name) -> out.text("Var(" + DebugText.quoted(name) + ")");
                case LocalType.Mu(String var, LocalType body) ->
                    out.text("Mu { var: " + DebugText.quoted(var) + ", body: ")
                            .node(body)
                            .text(" }");
                case LocalType.Choice choice -> {
                    out.text((choice instanceof LocalType.Send ? "Send" : "Recv") + " { partner: "
                            + DebugText.quoted(choice.partner()) + ", branches: [");
                    for (int i = 0; i < choice.branches().size(); i++) {
                        LocalType.Branch branch = choice.branches().get(i);
                        out.text((i == 0 ? "(" : ", (") + of(branch.label()) + ", " + of(branch.annotation()) + ", ")
                                .node(branch.continuation())
                                .text(")");
                    }
                    out.text("] }");
                }
            }
        });
    }
}
