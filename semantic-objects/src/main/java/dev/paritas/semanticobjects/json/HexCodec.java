package dev.paritas.semanticobjects.json;

/**
 * Bytes as hex text, two digits each; the text is kept as it was written.
 *
 * @param shape how many digits, and of which case
 */
public record HexCodec(Shape.Hex shape) implements Codec<String> {
    /** Any number of bytes, lower-case. */
    public static final HexCodec BYTES = new HexCodec(new Shape.Hex(Shape.Hex.ANY_LENGTH, false));

    /** Any number of bytes, of either case. */
    public static final HexCodec ANY_CASE = new HexCodec(new Shape.Hex(Shape.Hex.ANY_LENGTH, true));

    /** 32 bytes, lower-case. */
    public static final HexCodec DIGEST = new HexCodec(new Shape.Hex(32, false));

    @Override
    public void write(JsonOutput out, String value) {
        out.string(value);
    }

    @Override
    public String read(JsonInput in) {
        String text = in.peekString("hex digits");
        if (text.length() % 2 != 0) {
            throw in.fail(JsonErrorCode.INVALID_VALUE, "an odd number of hex digits");
        }
        if (shape.bytes() >= 0 && text.length() != 2 * shape.bytes()) {
            throw in.fail(
                    JsonErrorCode.INVALID_VALUE,
                    "expected " + 2 * shape.bytes() + " hex digits, found " + text.length() + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                throw in.fail(
                        JsonErrorCode.INVALID_VALUE,
                        "expected " + (shape.upperCase() ? "" : "lower-case ") + "hex digits only");
            }
        }
        in.skip();
        return text;
    }

    private boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (shape.upperCase() && c >= 'A' && c <= 'F');
    }
}
