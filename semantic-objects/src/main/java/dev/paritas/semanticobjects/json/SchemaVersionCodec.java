package dev.paritas.semanticobjects.json;

/**
 * The only accepted text of a {@code schema_version} member. A missing, null or other version is an error: versions are
 * never normalised and never back-filled (spec 30 §2.1).
 *
 * @param expected the supported version
 * @param subject names the payload in the refusal, with a leading blank; empty for none
 */
public record SchemaVersionCodec(String expected, String subject) implements Codec<String> {
    @Override
    public void write(JsonOutput out, String value) {
        out.string(value);
    }

    @Override
    public String read(JsonInput in) {
        String version = in.peekString("a schema version");
        if (!version.equals(expected)) {
            throw in.fail(
                    JsonErrorCode.UNSUPPORTED_SCHEMA_VERSION,
                    "unsupported schema_version '" + version + "'" + subject + "; expected '" + expected + "'");
        }
        in.skip();
        return expected;
    }

    @Override
    public Shape shape() {
        return new Shape.Literal(expected);
    }
}
