package dev.paritas.choreography.path;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How far a run has gone a way, by what its roles send: each role makes its own choices in their order, and what it sends between
 * them is no choice.
 */
public final class PathProgress {
    private final Map<String, Deque<Choice>> left = new HashMap<>();

    PathProgress(ProtocolPath path) {
        path.choices()
                .forEach(choice -> left.computeIfAbsent(choice.sender(), role -> new ArrayDeque<>())
                        .add(choice));
    }

    /** A message was sent. */
    public void sent(String sender, String receiver, String label) {
        Deque<Choice> due = left.get(sender);
        if (due != null && new Choice(sender, receiver, label).equals(due.peek())) {
            due.remove();
        }
    }

    /** {@return whether every choice was made} */
    public boolean isComplete() {
        return left.values().stream().allMatch(Deque::isEmpty);
    }
}
