package dev.paritas.app.diagram;

import java.util.List;

/**
 * What roles did to each other, in order, in no language yet. Texts are as others wrote them; who writes the diagram makes
 * them harmless.
 *
 * @param participants the life lines from left to right, those of one group side by side; steps name them by their place
 */
public record SequenceDiagram(String title, List<Participant> participants, List<Step> steps) {
    public SequenceDiagram {
        participants = List.copyOf(participants);
        steps = List.copyOf(steps);
    }

    /**
     * A life line.
     *
     * @param group what it stands in together with its neighbours of the same group; empty for none
     */
    public record Participant(String group, String name) {}

    /** One thing below the other. */
    public sealed interface Step {}

    /** How much of a message its arrow shows. */
    public enum Way {
        /** It was sent, and taken before either end did anything else. */
        WHOLE,
        /** It was sent, and is under way. */
        SENT,
        /** It was taken, after something else. */
        RECEIVED
    }

    /**
     * An arrow.
     *
     * @param marked whether it is what the diagram is about
     */
    public record Message(int from, int to, String text, Way way, boolean marked) implements Step {}

    /**
     * Words over neighbouring life lines.
     *
     * @param first place of the leftmost one
     * @param last place of the rightmost one, at least {@code first}
     * @param marked whether it is what the diagram is about
     */
    public record Note(int first, int last, List<String> lines, boolean marked) implements Step {
        public Note {
            lines = List.copyOf(lines);
        }
    }

    /** What one side did, and what the other did instead. */
    public record Alternatives(String left, List<Step> leftSteps, String right, List<Step> rightSteps) implements Step {
        public Alternatives {
            leftSteps = List.copyOf(leftSteps);
            rightSteps = List.copyOf(rightSteps);
        }
    }
}
