package dev.paritas.app.command;

import dev.paritas.choreography.step.EnabledActions;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** A type on its way, step by step, and all that {@code paritas step} shows of it. */
final class Walk<T, A> {
    /** Actions of a type that are tried at most: each costs a walk over the type. */
    static final int TRIED = 500;

    private static final String BACK = "back";

    /**
     * What a step is.
     *
     * @param after the type after an enabled action
     */
    record Semantics<T, A>(
            Codec<T> codec, Function<T, EnabledActions<A>> enabled, BiFunction<T, A, T> after, Predicate<T> ended) {}

    private final Semantics<T, A> semantics;
    private final boolean json;
    private final Streams streams;
    private final Deque<T> before = new ArrayDeque<>();
    private T now;
    private EnabledActions<A> enabled;

    Walk(T start, Semantics<T, A> semantics, boolean json, Streams streams) {
        this.now = start;
        this.semantics = semantics;
        this.json = json;
        this.streams = streams;
        this.enabled = semantics.enabled().apply(start);
    }

    /** Shows where the walk begins. */
    void show() {
        show(Optional.empty());
    }

    /** Takes an action and shows where that leads, or that it is not enabled. {@return whether it was taken} */
    boolean take(String words) {
        Optional<A> action = named(words);
        if (action.isPresent()) {
            before.push(now);
            go(semantics.after().apply(now, action.orElseThrow()));
            show(Optional.of(action.orElseThrow().toString()));
            return true;
        }
        if (words.equals(BACK) && !before.isEmpty()) {
            go(before.pop());
            show(Optional.of(BACK));
            return true;
        }
        refuse(words);
        return false;
    }

    private void go(T next) {
        now = next;
        enabled = semantics.enabled().apply(next);
    }

    /** An action is named by its number or its text, in which only the words count. */
    private Optional<A> named(String words) {
        List<A> actions = enabled.actions();
        for (int i = 0; i < actions.size(); i++) {
            if (words.equals(Integer.toString(i + 1))
                    || plain(actions.get(i).toString()).equals(plain(words))) {
                return Optional.of(actions.get(i));
            }
        }
        return Optional.empty();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s{}]+", " ").strip();
    }

    private void show(Optional<String> taken) {
        if (json) {
            streams.document(document(
                    Map.of("taken", taken.<JsonValue>map(JsonValue.Text::new).orElse(new JsonValue.Null()))));
            return;
        }
        taken.ifPresent(words -> streams.say("taken  " + words));
        streams.say(before.size() + "  " + now);
        List<A> actions = enabled.actions();
        for (int i = 0; i < actions.size(); i++) {
            streams.say("%5d  %s".formatted(i + 1, actions.get(i)));
        }
        if (enabled.untried() > 0) {
            streams.say("       and " + enabled.untried() + " actions of the type that were not tried");
        } else if (actions.isEmpty()) {
            streams.say(semantics.ended().test(now) ? "       ended" : "       no action is enabled");
        }
    }

    private void refuse(String words) {
        if (json) {
            streams.document(document(Map.of("refused", new JsonValue.Text(words))));
        } else {
            streams.say("refused  " + words + ": not enabled here");
        }
    }

    private String document(Map<String, JsonValue> first) {
        List<JsonValue> actions = new ArrayList<>();
        enabled.actions().forEach(action -> actions.add(new JsonValue.Text(action.toString())));
        Map<String, JsonValue> members = new TreeMap<>(first);
        members.put("enabled", new JsonValue.Array(actions));
        members.put("step", JsonValue.Num.of(before.size()));
        members.put("type", semantics.codec().toTree(now));
        members.put("untried", JsonValue.Num.of(enabled.untried()));
        return JsonOutput.compactText(JsonValue.CODEC, new JsonValue.Obj(members));
    }
}
