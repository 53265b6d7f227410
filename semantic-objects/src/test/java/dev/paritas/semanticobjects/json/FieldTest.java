package dev.paritas.semanticobjects.json;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.inlined;
import static dev.paritas.semanticobjects.json.Field.nullable;
import static dev.paritas.semanticobjects.json.Field.omittable;
import static dev.paritas.semanticobjects.json.Field.omittedDefault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each kind of part reads, writes and refuses. */
class FieldTest {
    private record Point(long y, @Nullable Long x) {
        static final ObjectCodec<Point> CODEC = ObjectCodec.of(
                "Point",
                field("y", Codec.U64, Point::y),
                nullable("x", Codec.U64, Point::x).alias("abscissa"),
                Point::new);
    }

    private record Place(
            String name,
            Point point,
            long zoom,
            List<String> tags,
            @Nullable String note) {
        static final ObjectCodec<Place> CODEC = ObjectCodec.of(
                        "Place",
                        field("name", Codec.STRING, Place::name),
                        inlined(Point.CODEC, Place::point),
                        defaulted("zoom", Codec.U64, Place::zoom, 1L),
                        omittedDefault("tags", Codec.listOf(Codec.STRING), Place::tags, List.of()),
                        omittable("note", Codec.STRING, Place::note),
                        Place::new)
                .headed("version", new SchemaVersionCodec("v1", ""), "v1");

        Place {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a place has a name");
            }
        }
    }

    private static Place read(String json, ObjectCodec<Place> codec) {
        return JsonInput.read(json.replace('\'', '"'), ReadPolicy.PEER, codec);
    }

    private static String refusal(String json, ObjectCodec<Place> codec) {
        return String.valueOf(catchThrowableOfType(JsonException.class, () -> read(json, codec))
                .getMessage());
    }

    @Test
    void missingMembersAreWhatTheirKindSays() {
        assertThat(read("{'name':'a','version':'v1','y':2}", Place.CODEC))
                .isEqualTo(new Place("a", new Point(2, null), 1, List.of(), null));
        assertThat(read(
                        "{'note':'n','tags':['t'],'zoom':3,'x':1,'y':2,'name':'a','version':'v1','other':0}",
                        Place.CODEC))
                .isEqualTo(new Place("a", new Point(2, 1L), 3, List.of("t"), "n"));
    }

    @Test
    void membersAreWrittenInTheirOrder() {
        Place place = new Place("a", new Point(2, null), 1, List.of(), null);
        assertThat(new String(JsonOutput.declaredBytes(Place.CODEC, place), StandardCharsets.UTF_8))
                .isEqualTo("{\"version\":\"v1\",\"name\":\"a\",\"y\":2,\"x\":null,\"zoom\":1}");
        assertThat(JsonOutput.compactText(Place.CODEC, new Place("a", new Point(2, 5L), 1, List.of("t"), "n")))
                .isEqualTo(
                        "{\"name\":\"a\",\"note\":\"n\",\"tags\":[\"t\"],\"version\":\"v1\",\"x\":5,\"y\":2,\"zoom\":1}");
    }

    @Test
    void anAliasIsReadAndNotWritten() {
        assertThat(read("{'name':'a','version':'v1','y':2,'abscissa':7}", Place.CODEC)
                        .point())
                .isEqualTo(new Point(2, 7L));
        assertThat(JsonOutput.compactText(Point.CODEC, new Point(2, 7L))).isEqualTo("{\"x\":7,\"y\":2}");
        assertThat(Place.CODEC.shape().members())
                .extracting(Shape.Member::name)
                .containsExactly("version", "name", "y", "x", "zoom", "tags", "note");
    }

    @Test
    void refusalsNameTheWhole() {
        assertThat(refusal("{'name':'a','version':'v1'}", Place.CODEC)).contains("missing field `y` in Place");
        assertThat(refusal("{'name':'a','y':1}", Place.CODEC)).contains("missing field `version` in Place");
        assertThat(refusal("{'name':'','version':'v1','y':1}", Place.CODEC)).contains("a place has a name");
        assertThat(refusal("{'name':'a','version':'v1','y':1,'q':1,'p':1}", Place.CODEC.closed()))
                .contains("unknown field `p` in Place");
    }

    @Test
    void aNameStandsForOneMember() {
        Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectCodec.of(
                        "Twice",
                        field("y", Codec.U64, Point::y),
                        nullable("x", Codec.U64, Point::x).alias("y"),
                        Point::new))
                .withMessage("Twice declares y twice");
    }
}
