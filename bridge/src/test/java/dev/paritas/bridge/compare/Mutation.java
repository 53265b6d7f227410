package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * One change of a JSON document.
 *
 * @param kind what was done: drop, add, swap, replace, shorten
 * @param path member names and indices from the root to what was changed
 * @param document the changed document
 */
record Mutation(String kind, List<String> path, JsonValue document) {
    private static final List<String> WORDS =
            List.of("", "stuck", "completed", "sent", "halted", "blocked", "ready", "done", "A", "x", "LocalType.end_");

    /** {@return one seeded change somewhere in {@code document}; null where nothing can be changed} */
    static Mutation of(Changeable document, SplittableRandom random) {
        List<String> path =
                document.places().get(random.nextInt(document.places().size()));
        String[] kind = {""};
        JsonValue changed = change(document.value(), path, 0, random, kind);
        return new Mutation(kind[0], path, changed);
    }

    /** A document, and the paths of all that can be changed in it. */
    record Changeable(JsonValue value, List<List<String>> places) {
        static Changeable of(JsonValue value) {
            List<List<String>> places = new ArrayList<>();
            collect(value, List.of(), places);
            return new Changeable(value, places);
        }
    }

    /** {@return the path as a JSON pointer} */
    String pointer() {
        return "/" + String.join("/", path);
    }

    private static void collect(JsonValue value, List<String> path, List<List<String>> places) {
        if (!path.isEmpty()) {
            places.add(path);
        }
        switch (value) {
            case JsonValue.Obj(var members) ->
                members.forEach((name, member) -> collect(member, below(path, name), places));
            case JsonValue.Array(var elements) -> {
                for (int i = 0; i < elements.size(); i++) {
                    collect(elements.get(i), below(path, String.valueOf(i)), places);
                }
            }
            case JsonValue.Null _, JsonValue.Bool _, JsonValue.Text _, JsonValue.Num _ -> {}
        }
    }

    private static List<String> below(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }

    private static JsonValue change(
            JsonValue at, List<String> path, int depth, SplittableRandom random, String[] kind) {
        if (depth == path.size()) {
            return replaced(at, random, kind);
        }
        boolean last = depth == path.size() - 1;
        String name = path.get(depth);
        return switch (at) {
            case JsonValue.Obj(var members) -> {
                TreeMap<String, JsonValue> changed = new TreeMap<>(members);
                JsonValue member = members.getOrDefault(name, JsonValue.NULL);
                if (last && random.nextInt(6) == 0) {
                    kind[0] = "drop";
                    changed.remove(name);
                } else {
                    changed.put(name, change(member, path, depth + 1, random, kind));
                }
                yield new JsonValue.Obj(changed);
            }
            case JsonValue.Array(var elements) -> {
                List<JsonValue> changed = new ArrayList<>(elements);
                int index = Integer.parseInt(name);
                if (last && random.nextBoolean()) {
                    kind[0] = element(changed, index, random);
                } else {
                    changed.set(index, change(elements.get(index), path, depth + 1, random, kind));
                }
                yield new JsonValue.Array(changed);
            }
            case JsonValue.Null _, JsonValue.Bool _, JsonValue.Text _, JsonValue.Num _ -> at;
        };
    }

    private static String element(List<JsonValue> elements, int index, SplittableRandom random) {
        switch (random.nextInt(4)) {
            case 0 -> {
                elements.remove(index);
                return "drop";
            }
            case 1 -> {
                elements.add(random.nextInt(elements.size() + 1), elements.get(index));
                return "add";
            }
            case 2 -> {
                int other = random.nextInt(elements.size());
                JsonValue held = elements.get(index);
                elements.set(index, elements.get(other));
                elements.set(other, held);
                return "swap";
            }
            default -> {
                elements.subList(index, elements.size()).clear();
                return "shorten";
            }
        }
    }

    private static JsonValue replaced(JsonValue value, SplittableRandom random, String[] kind) {
        kind[0] = "replace";
        return switch (value) {
            case JsonValue.Bool(boolean old) -> new JsonValue.Bool(!old);
            case JsonValue.Num number
            when number.isUnsigned() -> {
                long old = number.unsignedValue();
                long[] others = {old + 1, old - 1, 0, 1, old ^ 2, -1};
                yield JsonValue.Num.of(others[random.nextInt(others.length)]);
            }
            case JsonValue.Num _ -> JsonValue.Num.of(1);
            case JsonValue.Text(String old) ->
                random.nextInt(4) == 0
                        ? JsonValue.NULL
                        : new JsonValue.Text(
                                random.nextBoolean() ? old + "'" : WORDS.get(random.nextInt(WORDS.size())));
            case JsonValue.Null _ ->
                random.nextBoolean()
                        ? JsonValue.Num.of(random.nextInt(3))
                        : new JsonValue.Text(WORDS.get(random.nextInt(WORDS.size())));
            case JsonValue.Array(var elements) -> {
                kind[0] = "shorten";
                yield new JsonValue.Array(elements.subList(0, elements.size() / 2));
            }
            case JsonValue.Obj(var members) -> {
                if (!members.isEmpty() && members.keySet().stream().allMatch(key -> key.matches("\\d+"))) {
                    TreeMap<String, JsonValue> more = new TreeMap<>(members);
                    kind[0] = "add";
                    more.put(
                            String.valueOf(100 + random.nextInt(9)),
                            members.values().iterator().next());
                    yield new JsonValue.Obj(more);
                }
                yield JsonValue.NULL;
            }
        };
    }
}
