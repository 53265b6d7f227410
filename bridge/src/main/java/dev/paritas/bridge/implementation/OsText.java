package dev.paritas.bridge.implementation;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The operating system's words for a failed file operation, without the path, which the message names already. */
public final class OsText {
    /** For a path with a NUL, or with characters that this system's encoding lacks. */
    public static final String NO_NAME = "this cannot be the name of a file";

    private OsText() {}

    public static String of(IOException problem) {
        return switch (problem) {
            case NoSuchFileException ignored -> "No such file or directory";
            case AccessDeniedException ignored -> "Permission denied";
            case NotDirectoryException ignored -> "Not a directory";
            case FileAlreadyExistsException ignored -> "File exists";
            case FileSystemException fs when fs.getReason() != null -> String.valueOf(fs.getReason());
            default -> String.valueOf(problem.getMessage());
        };
    }
}
