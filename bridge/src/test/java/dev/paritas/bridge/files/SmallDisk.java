package dev.paritas.bridge.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A file system of 64 KiB in memory, where this user may mount one. */
record SmallDisk(Path folder) implements AutoCloseable {
    static SmallDisk at(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=64k", "paritas", folder.toString()), "may not mount");
        return new SmallDisk(folder);
    }

    private static boolean run(String... argv) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(argv)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!run("umount", folder.toString())) {
            throw new IOException("could not unmount " + folder);
        }
    }
}
