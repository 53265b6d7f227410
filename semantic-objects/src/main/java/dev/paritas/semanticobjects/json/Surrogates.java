package dev.paritas.semanticobjects.json;

/** Finds text that has no UTF-8 form. */
final class Surrogates {
    private Surrogates() {}

    /** {@return whether a surrogate of {@code text} is not part of a pair} */
    static boolean hasLone(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
