package dev.paritas.semanticobjects.json;

import java.util.Comparator;

/**
 * Ascending order by Unicode code point, which equals the order of the UTF-8 bytes (spec 10 §0).
 * {@link String#compareTo} orders UTF-16 units and differs as soon as a supplementary character meets U+E000..U+FFFF.
 */
public final class CodePointOrder implements Comparator<String> {
    public static final CodePointOrder INSTANCE = new CodePointOrder();

    private CodePointOrder() {}

    @Override
    public int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // Of two differing units at most the surrogate belongs to a larger code point.
                boolean surrogateA = Character.isSurrogate(a);
                boolean surrogateB = Character.isSurrogate(b);
                return surrogateA == surrogateB ? Character.compare(a, b) : surrogateA ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
