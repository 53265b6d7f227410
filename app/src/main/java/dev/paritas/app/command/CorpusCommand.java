package dev.paritas.app.command;

import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusBuilder;
import dev.paritas.bridge.corpus.CorpusFolder;
import dev.paritas.bridge.corpus.CorpusProtocols;
import dev.paritas.bridge.files.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "corpus",
        description = "Regenerate the published corpus; refuses when that changes it, unless --accept.",
        mixinStandardHelpOptions = true)
final class CorpusCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--accept", description = "Publish what changed.")
    private boolean accept;

    @Option(names = "--root", paramLabel = "DIR", description = "The project; default: the one around this folder.")
    private @Nullable Path root;

    CorpusCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        ProjectFolders project = ProjectRoot.of(root);
        if (accept && project.kind() == ProjectFolders.Kind.DISTRIBUTION) {
            throw CommandFailure.at(
                    "NO_CHECKOUT", project.root().toString(), "a distribution keeps the corpus that it came with");
        }
        Path folder = project.corpus();
        Corpus corpus = build(project.fixtures().resolve("protocols"));
        SortedMap<String, byte[]> files = corpus.files();
        List<String> drift = CorpusFolder.drift(folder, files);
        if (!drift.isEmpty() && !accept) {
            streams.say("drift: regenerating changes " + String.join(", ", drift));
            streams.say("nothing was written; publish it with --accept, or restore the code");
            return ExitCode.DIVERGE;
        }
        CorpusFolder.publish(folder, files);
        drift.forEach(path -> streams.say((Files.exists(folder.resolve(path)) ? "wrote " : "removed ") + path));
        streams.say(corpus.size() + " cases in " + files.size() + " files" + (drift.isEmpty() ? ", unchanged" : ""));
        return ExitCode.OK;
    }

    private Corpus build(Path fixtures) throws IOException {
        try (ProgressBar bar = new ProgressBar(streams)) {
            return CorpusBuilder.build(
                    fixtures, CorpusProtocols::of, (done, total) -> bar.advance("corpus", done, total));
        }
    }
}
