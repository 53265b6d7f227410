package dev.paritas.choreography.source;

/**
 * What a source may ask of its reader; whatever goes beyond is refused before it is worked out. Every refusal names its
 * limit as the component is called here, after {@code source.}.
 *
 * @param bytes of the text in UTF-8
 * @param roles of the protocol
 * @param nesting statements inside one another, as written; the exchange form nests no deeper either
 * @param statements of the protocol once its calls are written out and its counted loops unrolled; a call counts too
 * @param depth statements behind or inside one another on one path, calls written out and counted loops unrolled
 * @param rounds of one counted loop
 */
public record SourceLimits(int bytes, int roles, int nesting, int statements, int depth, int rounds) {
    /** For reading: work and memory stay within a small multiple of the text. */
    public static final SourceLimits DEFAULT = new SourceLimits(2 * 1024 * 1024, 10_000, 256, 100_000, 100_000, 10_000);

    /** For writing indented documents, whose size grows with the square of the depth: 1000 messages in a row make 40 MB. */
    public static final SourceLimits EXPORT = DEFAULT.withDepth(1_000);

    public SourceLimits {
        if (Math.min(Math.min(bytes, roles), Math.min(nesting, statements)) < 1 || Math.min(depth, rounds) < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    public SourceLimits withDepth(int most) {
        return new SourceLimits(bytes, roles, nesting, statements, most, rounds);
    }
}
