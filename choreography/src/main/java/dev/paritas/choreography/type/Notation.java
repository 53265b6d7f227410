package dev.paritas.choreography.type;

import java.util.List;

/** Types as people read them: {@code A→B{l.G}}, {@code !B{l.T}}, {@code ?A{l.T}}, {@code μt.T}, {@code end} (spec 10 §0, §1.1). */
final class Notation {
    private Notation() {}

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
                    out.text("(").node(left).text(" × ").node(right).text(")");
            }
        });
    }

    static String of(GlobalType root) {
        return Pieces.write(root, (type, out) -> {
            switch (type) {
                case GlobalType.End() -> out.text("end");
                case GlobalType.Var(String name) -> out.text(name);
                case GlobalType.Mu(String var, GlobalType body) ->
                    out.text("μ" + var + ".").node(body);
                case GlobalType.Comm(String sender, String receiver, List<GlobalType.Branch> branches) -> {
                    out.text(sender + "→" + receiver + "{");
                    for (int i = 0; i < branches.size(); i++) {
                        GlobalType.Branch branch = branches.get(i);
                        out.text((i == 0 ? "" : ", ") + branch.label() + ".").node(branch.continuation());
                    }
                    out.text("}");
                }
                case GlobalType.Delegate(String from, String to, long session, String role, GlobalType next) ->
                    out.text(from + "⇒" + to + "{" + Long.toUnsignedString(session) + ":" + role + ".")
                            .node(next)
                            .text("}");
            }
        });
    }

    static String of(LocalType root) {
        return Pieces.write(root, (type, out) -> {
            switch (type) {
                case LocalType.End() -> out.text("end");
                case LocalType.Var(String name) -> out.text(name);
                case LocalType.Mu(String var, LocalType body) ->
                    out.text("μ" + var + ".").node(body);
                case LocalType.Choice choice -> {
                    out.text((choice instanceof LocalType.Send ? "!" : "?") + choice.partner() + "{");
                    for (int i = 0; i < choice.branches().size(); i++) {
                        LocalType.Branch branch = choice.branches().get(i);
                        String annotation = branch.annotation() == null ? "" : ":" + branch.annotation();
                        out.text((i == 0 ? "" : ", ") + branch.label() + annotation + ".")
                                .node(branch.continuation());
                    }
                    out.text("}");
                }
            }
        });
    }
}
