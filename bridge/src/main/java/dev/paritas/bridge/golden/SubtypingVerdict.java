package dev.paritas.bridge.golden;

/** What one side says of a pair of local types. */
public enum SubtypingVerdict {
    IS_SUBTYPE("IsSubtype"),
    NOT_SUBTYPE("NotSubtype");

    private final String word;

    SubtypingVerdict(String word) {
        this.word = word;
    }

    public static SubtypingVerdict of(boolean subtype) {
        return subtype ? IS_SUBTYPE : NOT_SUBTYPE;
    }

    /** {@return the word in messages} */
    @Override
    public String toString() {
        return word;
    }
}
