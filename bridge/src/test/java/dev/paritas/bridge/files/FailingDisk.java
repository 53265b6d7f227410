package dev.paritas.bridge.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A disk that takes down what is asked of it, and fails at one step. */
final class FailingDisk implements Disk {
    private final int failing;
    private final List<String> steps = new ArrayList<>();

    /** @param failing number of the step that fails, from 0 */
    FailingDisk(int failing) {
        this.failing = failing;
    }

    /** A disk that does all that is asked. */
    static FailingDisk sound() {
        return new FailingDisk(Integer.MAX_VALUE);
    }

    /** {@return what was asked, by last names; {@code *} is a name that is made up each time} */
    List<String> steps() {
        return steps;
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".paritas-write-") ? "*" : name;
    }

    private void step(String step) throws IOException {
        steps.add(step);
        if (steps.size() - 1 == failing) {
            throw new IOException("planted at " + step);
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        step("folder " + name(folder));
        REAL.createFolder(folder);
    }

    @Override
    public void write(Path file, byte[] bytes, Path old) throws IOException {
        if (steps.size() == failing) {
            // As on a full disk: a part of it is there.
            REAL.write(file, Arrays.copyOf(bytes, bytes.length / 2), old);
        }
        step("write " + name(file));
        REAL.write(file, bytes, old);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step("move " + name(from) + " " + name(to));
        REAL.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        step("delete " + name(file));
        REAL.delete(file);
    }

    @Override
    public void flush(Path folder) throws IOException {
        step("flush " + name(folder));
        REAL.flush(folder);
    }
}
