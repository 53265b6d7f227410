package dev.paritas.choreography.json;

import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Labels and sorts as the formal model reads them: the sort is required; of two tags {@code vector} wins. */
final class ModelLabel {
    private ModelLabel() {}

    static Label decode(JsonValue json) {
        String name = ModelTypeReader.text(json, "name");
        return new Label(name, sort(ModelTypeReader.member(json, "sort")));
    }

    private static PayloadSort sort(JsonValue root) {
        Deque<Product> open = new ArrayDeque<>();
        JsonValue json = root;
        while (true) {
            while (isProduct(json)) {
                List<JsonValue> parts = ModelTypeReader.array(ModelTypeReader.member(json, "prod"));
                if (parts.size() != 2) {
                    throw new ProblemException(new ModelDecodeProblem("prod must have 2 elements"));
                }
                open.push(new Product(parts.get(1)));
                json = parts.get(0);
            }
            PayloadSort done = simple(json);
            while (!open.isEmpty() && open.element().left.isPresent()) {
                done = new PayloadSort.Prod(open.pop().left.get(), done);
            }
            if (open.isEmpty()) {
                return done;
            }
            open.element().left = Optional.of(done);
            json = open.element().right;
        }
    }

    private static boolean isProduct(JsonValue json) {
        return !(json instanceof JsonValue.Text)
                && !(json instanceof JsonValue.Obj(var members) && members.containsKey("vector"));
    }

    private static PayloadSort simple(JsonValue json) {
        if (!(json instanceof JsonValue.Text(String word))) {
            return new PayloadSort.Vector(ModelTypeReader.natural(ModelTypeReader.member(json, "vector")));
        }
        PayloadSort sort = SortWords.read(word);
        if (sort == null) {
            throw new ProblemException(new ModelDecodeProblem("invalid sort: " + word));
        }
        return sort;
    }

    /** A product whose parts are being read. */
    private static final class Product {
        private final JsonValue right;
        private Optional<PayloadSort> left = Optional.empty();

        Product(JsonValue right) {
            this.right = right;
        }
    }
}
