package dev.paritas.app.command;

import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.implementation.OsText;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.tape.EffectTape;
import dev.paritas.machine.tape.RecordingHandler;
import dev.paritas.machine.tape.ReplayHandler;
import dev.paritas.semanticobjects.json.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether the effects of a run are kept on a tape, and whether they are answered from one. */
final class TapeOptions {
    @Option(names = "--record", paramLabel = "TAPE", description = "Keep every effect with its answer here.")
    private @Nullable Path record;

    @Option(names = "--replay", paramLabel = "TAPE", description = "Answer every effect from this record of a run.")
    private @Nullable Path replay;

    boolean isUsed() {
        return record != null || replay != null;
    }

    /**
     * {@return the handler of one run}
     *
     * @param asked who answers where no tape does
     */
    Session open(EffectHandler asked) {
        ReplayHandler replayer = replay == null ? null : new ReplayHandler(read(replay));
        EffectHandler host = replayer == null ? asked : replayer;
        return new Session(host, replayer, record == null ? null : new RecordingHandler(host), record);
    }

    private static EffectTape read(Path file) {
        try {
            return EffectTape.read(BoundedFile.upTo(file, EffectTape.MAX_BYTES));
        } catch (IOException e) {
            throw CommandFailure.at("IO", file.toString(), OsText.of(e));
        } catch (JsonException e) {
            throw CommandFailure.in(file, e);
        }
    }

    /** One run and its tapes. */
    record Session(
            EffectHandler host,
            @Nullable ReplayHandler replayer,
            @Nullable RecordingHandler recorder,
            @Nullable Path file) {
        EffectHandler handler() {
            return recorder == null ? host : recorder;
        }

        /** @throws CommandFailure when the run asked for something that its tape does not answer */
        void check() {
            if (replayer != null) {
                replayer.firstFailure().ifPresent(failure -> {
                    throw CommandFailure.at("REPLAY_FAILED", "the tape", failure.message());
                });
            }
        }

        /** Writes what was recorded. */
        void keep() {
            if (recorder != null && file != null) {
                OutputOption.save(file, new String(recorder.tape().toBytes(), StandardCharsets.UTF_8));
            }
        }

        /** Says what a replay left over, which is no error. */
        void noteRest(Streams streams) {
            if (replayer != null && replayer.remaining() > 0) {
                streams.complain("note: nothing asked for the last " + replayer.remaining() + " entries of the tape");
            }
        }
    }
}
