package dev.paritas.app.executable;

import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.files.WholeFile;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonOutput.MemberOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files named on the command line; an input or output error, which the reference process does not catch, is told as the model's runtime does (spec 12 §2.4). */
final class ModelFiles {
    private ModelFiles() {}

    static String read(String file) throws Executable.Failure {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(BoundedFile.atMost(Path.of(file), ServeLoop.MAX_LINE)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Executable.Failure.uncaught("Tried to read file '" + file + "' containing non UTF-8 data.");
        } catch (IOException | InvalidPathException e) {
            throw uncaught(e, file);
        }
    }

    static void write(String file, byte[] utf8) throws Executable.Failure {
        try {
            WholeFile.write(Path.of(file), utf8);
        } catch (IOException | InvalidPathException e) {
            throw uncaught(e, file);
        }
    }

    /** Writes one pretty-printed document and a line end. */
    static void write(String file, Executable.Answer document) throws Executable.Failure {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.pretty(text, MemberOrder.ASCENDING)) {
            document.write(json);
        }
        text.write('\n');
        write(file, text.toByteArray());
    }

    private static Executable.Failure uncaught(Exception e, String file) {
        return Executable.Failure.uncaught(
                switch (e) {
                    case NoSuchFileException _ -> "no such file or directory (error code: 2)\n  file: " + file;
                    case AccessDeniedException _ -> "permission denied (error code: 13)\n  file: " + file;
                    default -> "input/output error: " + e.getMessage() + "\n  file: " + file;
                });
    }
}
