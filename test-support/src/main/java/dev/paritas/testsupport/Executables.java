package dev.paritas.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Programs that a test writes down for others to start. */
public final class Executables {
    private Executables() {}

    /** {@return {@code file}, now a shell script of {@code lines}} */
    public static Path script(Path file, String... lines) throws IOException {
        return of(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    }

    /** {@return {@code file}, now executable and with {@code text} as its content; its folder is made} */
    public static Path of(Path file, String text) throws IOException {
        if (file.getParent() instanceof Path folder) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** {@return the line of a shell script that runs {@code main} of this class path with the script's arguments} */
    public static String javaLine(Class<?> main) {
        return "'" + String.join("' '", java(main)) + "' \"$@\"";
    }

    /** {@return the command that runs {@code main} of this class path with {@code arguments}} */
    public static List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
