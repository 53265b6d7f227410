package dev.paritas.app.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.MountableFile;

/** A container of our own root file system that has no network and does nothing by itself; programs are run in it by exec. */
final class RunnerContainer implements AutoCloseable {
    private static final String STDIN = "/tmp/stdin";
    private static final int DEADLINE_SECONDS = 120;

    /** What a program left behind. */
    record Ended(int code, String out, String err) {}

    private final GenericContainer<?> container;

    private RunnerContainer(GenericContainer<?> container) {
        this.container = container;
    }

    /** {@return whether an engine answers} */
    static boolean engineAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /**
     * Makes an image of a root file system and starts a container of it.
     *
     * @param root a tar file
     */
    static RunnerContainer start(Path root) {
        ImageFromDockerfile image = new ImageFromDockerfile("localhost/paritas-runners:test", true)
                .withFileFromPath("root.tar", root)
                .withFileFromString("Dockerfile", "FROM scratch\nADD root.tar /\n");
        GenericContainer<?> container = new GenericContainer<>(image)
                .withNetworkMode("none")
                .withEnv("PATH", "/bin")
                .withEnv("JAVA_HOME", "/opt/jdk")
                .withEnv("PARITAS_LEAN_CACHE", "/opt/lean-cache")
                .withWorkingDirectory("/root")
                .withCommand("/bin/sleep", "3600");
        container.start();
        return new RunnerContainer(container);
    }

    /** {@return what the engine says this container is attached to} */
    String networkMode() {
        return String.valueOf(container.getContainerInfo().getHostConfig().getNetworkMode());
    }

    void copyIn(Path file, String place) {
        container.copyFileToContainer(MountableFile.forHostPath(file), place);
    }

    /**
     * Runs a program with this input to its end. The input is a file in the container: engines differ in whether they pass
     * on the end of a stream.
     */
    Ended run(String stdin, List<String> command) throws IOException, InterruptedException {
        container.copyFileToContainer(Transferable.of(stdin), STDIN);
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$0\" \"$@\" <" + STDIN));
        words.addAll(command);
        DockerClient engine = container.getDockerClient();
        String id = engine.execCreateCmd(container.getContainerId())
                .withCmd(words.toArray(String[]::new))
                .withAttachStdout(true)
                .withAttachStderr(true)
                .exec()
                .getId();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        var output = new ResultCallback.Adapter<Frame>() {
            @Override
            public void onNext(Frame frame) {
                (frame.getStreamType() == StreamType.STDERR ? err : out).writeBytes(frame.getPayload());
            }
        };
        try (output) {
            engine.execStartCmd(id).exec(output);
            if (!output.awaitCompletion(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(command + " has not ended within " + DEADLINE_SECONDS + " s");
            }
        }
        Long code = engine.inspectExecCmd(id).exec().getExitCodeLong();
        return new Ended(code.intValue(), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        container.close();
    }
}
