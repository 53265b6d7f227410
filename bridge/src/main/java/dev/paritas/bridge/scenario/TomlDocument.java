package dev.paritas.bridge.scenario;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonOutput.MemberOrder;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * A TOML text as JSON, so that one reader serves both. Members ascend, integers and decimals keep every digit, dates and
 * times become texts. What JSON cannot say is refused: numbers that are not finite.
 */
final class TomlDocument {
    static final int MAX_BYTES = 1 << 20;
    static final int MAX_DEPTH = 64;
    static final int MAX_NUMBER = 1_000;

    private TomlDocument() {}

    /** {@return the document's JSON} */
    static byte[] json(byte[] utf8) throws TomlException {
        if (utf8.length > MAX_BYTES) {
            throw new TomlException("", "document has more than " + MAX_BYTES + " bytes");
        }
        JsonNode document = parse(text(utf8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput out = JsonOutput.compact(bytes, MemberOrder.ASCENDING)) {
            write(out, document, "", 0);
        } catch (JsonException e) {
            throw new TomlException("", String.valueOf(e.getMessage()));
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] utf8) throws TomlException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new TomlException("", "the document is not UTF-8");
        }
    }

    private static JsonNode parse(String text) throws TomlException {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER)
                .build();
        TomlMapper mapper = new TomlMapper(
                TomlFactory.builder().streamReadConstraints(limits).build());
        try {
            return mapper.readTree(text);
        } catch (JacksonException e) {
            throw new TomlException("", place(e) + firstLine(e.getOriginalMessage()));
        }
    }

    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    }

    /** A message of the parser may quote the whole text that it does not like. */
    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("malformed");
        return line.length() <= 200 ? line : line.substring(0, 200);
    }

    private static void write(JsonOutput out, JsonNode node, String path, int depth) throws TomlException {
        if (depth > MAX_DEPTH) {
            throw new TomlException("", "tables and arrays nest deeper than " + MAX_DEPTH + " levels");
        }
        switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, JsonNode> members = new TreeMap<>(CodePointOrder.INSTANCE);
                node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
                out.beginObject();
                for (Map.Entry<String, JsonNode> member : members.entrySet()) {
                    String name = member.getKey();
                    write(out.name(name), member.getValue(), path.isEmpty() ? name : path + "." + name, depth + 1);
                }
                out.endObject();
            }
            case ARRAY -> {
                out.beginArray();
                for (int i = 0; i < node.size(); i++) {
                    write(out, node.get(i), path + "[" + i + "]", depth + 1);
                }
                out.endArray();
            }
            case NUMBER -> out.raw(number(node, path));
            case BOOLEAN -> out.bool(node.booleanValue());
            case STRING, POJO, BINARY, MISSING, NULL -> out.string(node.asString());
        }
    }

    private static String number(JsonNode node, String path) throws TomlException {
        if (node.isIntegralNumber()) {
            return node.bigIntegerValue().toString();
        }
        if (!node.isBigDecimal()) {
            throw new TomlException(path, "number is not finite");
        }
        BigDecimal decimal = node.decimalValue();
        if (Math.abs((long) decimal.scale()) > MAX_NUMBER) {
            throw new TomlException(path, "number is out of range");
        }
        String plain = decimal.toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
}
