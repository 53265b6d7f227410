package dev.paritas.bridge.check;

import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.report.SkipCause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where the cases of a row come from. */
@FunctionalInterface
interface Source<C> {
    /** {@return the cases, or why there are none here} */
    Cases<C> in(LaneContext context);

    /** Reads the cases; what it throws breaks the check. */
    @FunctionalInterface
    interface Reading<C> {
        List<Case<C>> read() throws IOException;
    }

    /** Makes a case of a file. */
    @FunctionalInterface
    interface FileReading<C> {
        C read(Path file) throws IOException;
    }

    /** What a source has here. */
    sealed interface Cases<C> {
        /** Cases, read when the check begins. */
        record Found<C>(Reading<C> reading) implements Cases<C> {}

        /** @param optional whether the check is skipped for want of them however it was selected */
        record Missing<C>(SkipCause cause, String reason, boolean optional) implements Cases<C> {}

        /** None, for a reason that another check tells. */
        record Told<C>() implements Cases<C> {}
    }

    /** {@return cases that are made, not read} */
    static <C> Source<C> made(Reading<C> reading) {
        return ignored -> new Cases.Found<>(reading);
    }

    /** {@return cases that are there} */
    static <C> Source<C> of(List<C> cases, Function<C, String> id) {
        return made(() -> cases(cases, id));
    }

    /** {@return cases that are made when the first of several rows asks for them} */
    static <C> Source<C> once(Reading<C> reading) {
        List<List<Case<C>>> made = new ArrayList<>();
        return made(() -> {
            if (made.isEmpty()) {
                made.add(reading.read());
            }
            return made.getFirst();
        });
    }

    static <C> List<Case<C>> cases(List<C> values, Function<C, String> id) {
        return values.stream().map(value -> new Case<>(id.apply(value), value)).toList();
    }

    /** {@return no cases, ever} */
    static <C> Source<C> none(SkipCause cause, String reason) {
        return ignored -> new Cases.Missing<>(cause, reason, false);
    }

    /** {@return cases of the corpus, which {@code lane} verifies if it is the first to ask} */
    static <C> Source<C> corpus(String lane, Function<Corpus, List<Case<C>>> cases) {
        return context -> context.corpus(lane)
                .<Cases<C>>map(corpus -> new Cases.Found<>(() -> cases.apply(corpus)))
                .orElseGet(Cases.Told::new);
    }

    /** {@return the cases of one of the reference's answers, verified as those of the corpus are} */
    static <C> Source<C> measured(String lane, String path, MeasuredReading<C> cases) {
        return context -> context.measured(lane)
                .<Cases<C>>map(answers -> {
                    byte[] file = answers.files().get(path);
                    return file == null
                            ? new Cases.Missing<>(SkipCause.CORPUS, "the reference answers have no " + path, false)
                            : new Cases.Found<>(() -> cases.read(file));
                })
                .orElseGet(Cases.Told::new);
    }

    /** Makes cases of the bytes of a file. */
    @FunctionalInterface
    interface MeasuredReading<C> {
        List<Case<C>> read(byte[] file) throws IOException;
    }

    /** Makes cases of a folder. */
    @FunctionalInterface
    interface FolderReading<C> {
        List<Case<C>> read(LaneContext context, Path folder) throws IOException;
    }

    /** {@return the cases of a folder of fixtures} */
    static <C> Source<C> fixtures(String folder, String called, FolderReading<C> cases) {
        return context -> {
            Path files = context.environment().fixtures().resolve(folder);
            return Files.isDirectory(files)
                    ? new Cases.Found<>(() -> cases.read(context, files))
                    : new Cases.Missing<>(
                            SkipCause.FIXTURES,
                            "there are no " + called + " at "
                                    + context.environment().relative(files),
                            false);
        };
    }

    /** {@return the cases of a folder of the reference's own files, {@code absent} beginning to say that it is not here} */
    static <C> Source<C> referenceFolder(String folder, String absent, FolderReading<C> cases) {
        return context -> {
            Path files = context.environment().reference().resolve(folder);
            return Files.isDirectory(files)
                    ? new Cases.Found<>(() -> cases.read(context, files))
                    : new Cases.Missing<>(
                            SkipCause.REFERENCE,
                            absent + " " + context.environment().relative(files),
                            true);
        };
    }

    /** {@return the cases of a file of the corpus, {@code absent} beginning to say that it is not here} */
    static <C> Source<C> corpusFile(String path, String absent, FolderReading<C> cases) {
        return context -> {
            Path file = context.environment().corpus().resolve(path);
            return Files.isRegularFile(file)
                    ? new Cases.Found<>(() -> cases.read(context, file))
                    : new Cases.Missing<>(
                            SkipCause.CORPUS,
                            absent + " " + context.environment().relative(file),
                            false);
        };
    }

    /** {@return a reading that makes a case of the bytes of each file whose name ends so} */
    static FolderReading<byte[]> bytes(String suffix) {
        return (context, folder) -> each(context, folder, named(suffix), context::read);
    }

    /** {@return one case for each of the {@code wanted} entries of a folder} */
    static <C> List<Case<C>> each(LaneContext context, Path folder, Predicate<Path> wanted, FileReading<C> reading)
            throws IOException {
        List<Case<C>> cases = new ArrayList<>();
        for (Path file : list(folder, wanted)) {
            cases.add(new Case<>(context.environment().relative(file), reading.read(file)));
        }
        return cases;
    }

    /** {@return the {@code wanted} entries of {@code folder}, ascending} */
    static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(wanted).sorted().toList();
        }
    }

    /** {@return whether a file's name ends so} */
    static Predicate<Path> named(String suffix) {
        return file -> file.toString().endsWith(suffix);
    }
}
