package dev.paritas.testsupport;

/** Documents of global types, written out by hand. */
public final class TypeTexts {
    public static final String END = "{\"kind\":\"end\"}";

    private TypeTexts() {}

    /** {@return {@code sender→receiver:label. next}} */
    public static String message(String sender, String receiver, String label, String next) {
        return choice(sender, receiver, branch(label, next));
    }

    public static String choice(String sender, String receiver, String... branches) {
        return "{\"kind\":\"comm\",\"sender\":\"" + sender + "\",\"receiver\":\"" + receiver + "\",\"branches\":["
                + String.join(",", branches) + "]}";
    }

    public static String branch(String label, String next) {
        return "{\"label\":{\"name\":\"" + label + "\",\"sort\":\"unit\"},\"continuation\":" + next + "}";
    }

    /** {@return {@code μvar. body}} */
    public static String loop(String var, String body) {
        return "{\"kind\":\"rec\",\"var\":\"" + var + "\",\"body\":" + body + "}";
    }

    public static String var(String name) {
        return "{\"kind\":\"var\",\"name\":\"" + name + "\"}";
    }
}
