package dev.paritas.heap.merkle;

/** The side on which a proof step's sibling stands. */
public enum Direction {
    LEFT("Left"),
    RIGHT("Right");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** {@return the word in corpora and outputs} */
    public String word() {
        return word;
    }
}
