package dev.paritas.bridge.check;

import dev.paritas.bridge.implementation.FieldMirrorRunner;
import dev.paritas.bridge.implementation.HeapParityRunner;
import dev.paritas.bridge.implementation.Identity;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.ParityBundleKind;
import dev.paritas.bridge.implementation.ParityBundleRunner;
import dev.paritas.bridge.implementation.ProtocolMachineRunner;
import dev.paritas.bridge.implementation.ProtocolMachineValidator;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.implementation.RunnerPool;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An executable that rows ask.
 *
 * @param binary where it is, if it is there
 * @param called what it is called where it is missing
 */
record Runner<P>(
        Path binary,
        String called,
        Opening<P> opening,
        Function<P, Identity> saying,
        Consumer<P> closing,
        Function<P, Asked.Workers> working) {
    /** Makes a client of an executable that is there; nothing is asked yet. */
    @FunctionalInterface
    interface Opening<P> {
        P open(RunnerHost host, Path binary);
    }

    Runner(Path binary, String called, Opening<P> opening, Function<P, Identity> saying, Consumer<P> closing) {
        this(binary, called, opening, saying, closing, ignored -> Asked::inTurn);
    }

    /** {@return the same executable, about which {@code identity} is known} */
    Runner<P> known(Identity identity) {
        return new Runner<>(binary, called, opening, ignored -> identity, closing, working);
    }

    Identity identity(P other) {
        return saying.apply(other);
    }

    Asked.Workers workers(P other) {
        return working.apply(other);
    }

    /** The executable while rows ask it: started when the first of them does, and ended behind the last. */
    static final class Opened<P> implements AutoCloseable {
        private final LaneContext context;
        private final Runner<P> runner;
        private final ChildProcesses children = new ChildProcesses();
        private @Nullable P other;

        Opened(LaneContext context, Runner<P> runner) {
            this.context = context;
            this.runner = runner;
        }

        Runner<P> runner() {
            return runner;
        }

        P other() {
            P open = other;
            if (open == null) {
                open = runner.opening.open(context.host(children), runner.binary);
                other = open;
            }
            return open;
        }

        @Override
        public void close() {
            if (other != null) {
                runner.closing.accept(other);
            }
            children.close();
        }
    }

    static Runner<ProtocolMachineRunner> machine(Path binary) {
        return new Runner<>(
                binary,
                "runner",
                ProtocolMachineRunner::withBinaryPath,
                ProtocolMachineRunner::identity,
                ProtocolMachineRunner::close);
    }

    static Runner<ProtocolMachineRunner> servingMachine(Path binary) {
        return new Runner<>(
                binary,
                "executable",
                (host, place) -> ProtocolMachineRunner.serving(host, place, SessionLimits.DEFAULT),
                ProtocolMachineRunner::identity,
                ProtocolMachineRunner::close);
    }

    static Runner<HeapParityRunner> heap(Path binary, Opening<HeapParityRunner> opening) {
        return new Runner<>(binary, "runner", opening, HeapParityRunner::identity, HeapParityRunner::close);
    }

    static Runner<ProtocolMachineValidator> machineValidator(Path binary, SessionLimits limits) {
        return new Runner<>(
                binary,
                "validator",
                (host, place) -> ProtocolMachineValidator.serving(host, place, limits),
                ProtocolMachineValidator::identity,
                ProtocolMachineValidator::close);
    }

    /** A machine validator, asked in a process of its own, or serving. */
    record Validators(ProtocolMachineValidator oneShot, ProtocolMachineValidator serving) {}

    static Runner<Validators> validators(Path binary) {
        return new Runner<>(
                binary,
                "validator",
                (host, place) -> new Validators(
                        ProtocolMachineValidator.withBinaryPath(host, place),
                        ProtocolMachineValidator.serving(host, place, SessionLimits.DEFAULT)),
                clients -> clients.serving().identity(),
                clients -> clients.serving().close());
    }

    static Runner<FieldMirrorRunner> fieldMirror(Path binary) {
        return new Runner<>(
                binary,
                "executable",
                (host, place) -> FieldMirrorRunner.of(host, place, SessionLimits.DEFAULT),
                FieldMirrorRunner::identity,
                FieldMirrorRunner::close);
    }

    /** A validator of types, serving, and what it takes to start it another way. */
    record TypeValidator(LeanRunner client, RunnerHost host, Path binary) {}

    static Runner<TypeValidator> validator(Path binary, SessionLimits limits) {
        return new Runner<>(
                binary,
                "validator",
                (host, place) -> new TypeValidator(LeanRunner.serving(host, place, limits), host, place),
                validator -> validator.client().identity(),
                validator -> validator.client().close());
    }

    /** Several processes of a heap runner, which are asked at the same time. */
    static Runner<RunnerPool> heapPool(Path binary) {
        return new Runner<>(
                binary,
                "runner",
                (host, place) -> RunnerPool.heap(host, place, RunnerPool.perCore(), SessionLimits.LEAN),
                RunnerPool::identity,
                RunnerPool::close,
                pool -> pool::each);
    }

    static <T> Runner<BundleClients<T>> bundle(ParityBundleKind<T> kind, Path binary) {
        return new Runner<>(
                binary,
                "runner",
                (host, place) -> new BundleClients<>(
                        ParityBundleRunner.withBinaryPath(kind, host, place),
                        ParityBundleRunner.serving(kind, host, place, SessionLimits.DEFAULT)),
                clients -> clients.oneShot().identity(),
                clients -> clients.serving().close());
    }

    /** A runner of a bundle, asked in a process of its own, or serving. */
    record BundleClients<T>(ParityBundleRunner<T> oneShot, ParityBundleRunner<T> serving) {}
}
