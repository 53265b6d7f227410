package dev.paritas.app.command;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.choreography.path.Choice;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * The document of {@code compare --all-branches --json}.
 *
 * @param verdict the worst of the paths; declined when all agree but a branch was not covered
 * @param covered branches of choices that a run has taken
 * @param total branches of all choices
 * @param missing those that none has taken, as {@code SENDER -> RECEIVER: LABEL}
 * @param refused sentences about paths that were not gone to their last choice
 */
record BranchDocument(
        String verdict, long covered, long total, List<String> missing, List<String> refused, List<Path> paths) {
    /**
     * One path.
     *
     * @param comparison as {@code compare --json} prints it
     */
    record Path(List<Choice> choices, JsonValue comparison) {
        private static final Codec<Choice> CHOICE = ObjectCodec.of(
                "Choice",
                field("sender", Codec.STRING, Choice::sender),
                field("receiver", Codec.STRING, Choice::receiver),
                field("label", Codec.STRING, Choice::label),
                Choice::new);

        private static final Codec<Path> CODEC = ObjectCodec.of(
                "BranchPath",
                field("choices", Codec.listOf(CHOICE), Path::choices),
                field("comparison", JsonValue.CODEC, Path::comparison),
                Path::new);
    }

    static final Codec<BranchDocument> CODEC = ObjectCodec.of(
            "BranchDocument",
            field("verdict", Codec.STRING, BranchDocument::verdict),
            field("branches_covered", Codec.U64, BranchDocument::covered),
            field("branches_total", Codec.U64, BranchDocument::total),
            field("branches_missing", Codec.listOf(Codec.STRING), BranchDocument::missing),
            field("not_run", Codec.listOf(Codec.STRING), BranchDocument::refused),
            field("paths", Codec.listOf(Path.CODEC), BranchDocument::paths),
            BranchDocument::new);
}
