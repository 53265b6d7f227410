package dev.paritas.choreography.json;

import dev.paritas.semanticobjects.json.Shape;
import java.util.ArrayList;
import java.util.List;

/** The shapes of the exchange forms, for schemas and generated instances. */
final class TypeShape {
    static final Shape GLOBAL = new Shape.Ref("GlobalType", TypeShape::global);
    static final Shape LOCAL = new Shape.Ref("LocalType", TypeShape::local);
    private static final Shape SORT = new Shape.Ref("PayloadSort", TypeShape::sort);
    private static final Shape TEXT = new Shape.Text();

    private TypeShape() {}

    private static Shape global() {
        return new Shape.OneOf(
                "GlobalType",
                List.of(
                        node("GlobalEnd", "end"),
                        node("GlobalVar", "var", member("name", TEXT)),
                        node("GlobalRec", "rec", member("var", TEXT), member("body", GLOBAL)),
                        node(
                                "GlobalComm",
                                "comm",
                                member("sender", TEXT),
                                member("receiver", TEXT),
                                branches("GlobalBranch", GLOBAL))));
    }

    private static Shape local() {
        return new Shape.OneOf(
                "LocalType",
                List.of(
                        node("LocalEnd", "end"),
                        node("LocalVar", "var", member("name", TEXT)),
                        node("LocalRec", "rec", member("var", TEXT), member("body", LOCAL)),
                        node("LocalSend", "send", member("partner", TEXT), branches("LocalBranch", LOCAL)),
                        node("LocalRecv", "recv", member("partner", TEXT), branches("LocalBranch", LOCAL))));
    }

    private static Shape sort() {
        List<Shape> sorts = new ArrayList<>();
        for (String word : List.of("unit", "nat", "bool", "string", "real")) {
            sorts.add(new Shape.Literal(word));
        }
        sorts.add(new Shape.Obj("VectorSort", List.of(member("vector", new Shape.Unsigned(-1L)))));
        sorts.add(new Shape.Obj("ProdSort", List.of(member("prod", new Shape.Tuple(List.of(SORT, SORT))))));
        return new Shape.OneOf("PayloadSort", sorts);
    }

    private static Shape.Member branches(String name, Shape continuation) {
        Shape label = new Shape.Obj("Label", List.of(member("name", TEXT), new Shape.Member("sort", SORT, false)));
        Shape branch = new Shape.Obj(name, List.of(member("label", label), member("continuation", continuation)));
        return member("branches", new Shape.ListOf(branch));
    }

    private static Shape node(String name, String kind, Shape.Member... fields) {
        List<Shape.Member> members = new ArrayList<>();
        members.add(member("kind", new Shape.Literal(kind)));
        members.addAll(List.of(fields));
        return new Shape.Obj(name, members);
    }

    private static Shape.Member member(String name, Shape shape) {
        return new Shape.Member(name, shape, true);
    }
}
