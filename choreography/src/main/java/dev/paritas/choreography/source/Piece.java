package dev.paritas.choreography.source;

/**
 * A word or a comment where it stands in the text.
 *
 * @param from offset of its first character
 * @param to offset behind its last one
 * @param token its index among the tokens, -1 for a comment
 * @param brackets how many are open in front of it
 * @param quoted whether the outermost of them holds a quote without its partner so far
 */
record Piece(int from, int to, int token, int brackets, boolean quoted) {
    boolean isComment() {
        return token < 0;
    }
}
