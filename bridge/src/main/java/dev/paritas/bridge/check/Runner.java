package dev.paritas.bridge.check;

import dev.paritas.bridge.implementation.Identity;
import dev.paritas.bridge.implementation.Implementation;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.PeerPool;
import dev.paritas.bridge.implementation.RunnerCommand;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.implementation.ServingPeers;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An executable that rows ask.
 *
 * @param binary where it is, if it is there
 * @param called what it is called where it is missing
 * @param identity what is known of it, before it is asked
 */
record Runner(Peer peer, Path binary, String called, Opening opening, Optional<Identity> identity) {
    /** Makes a client of an executable that is there; nothing is asked yet. */
    @FunctionalInterface
    interface Opening {
        Implementation open(Peer peer, RunnerHost host, Path binary);
    }

    private static Runner of(Peer peer, Path binary, Opening opening) {
        String called = switch (peer) {
            case VALIDATOR, MACHINE_VALIDATOR -> "validator";
            case FIELD_MIRROR -> "executable";
            case MACHINE, VALIDATORS_MACHINE, HEAP, EFFECTS, SEARCH, CONFORMANCE -> "runner";
        };
        return new Runner(peer, binary, called, opening, Optional.empty());
    }

    /** {@return an executable that is started for each question} */
    static Runner oneShot(Peer peer, Path binary) {
        return of(peer, binary, Peer::oneShot);
    }

    /** {@return an executable that is kept alive where it serves} */
    static Runner serving(Peer peer, Path binary, SessionLimits limits) {
        return of(peer, binary, (which, host, place) -> which.serving(host, place, limits));
    }

    /** {@return a machine runner of a user's own, started as {@code command} says, several at a time} */
    static Runner started(RunnerCommand command, int workers, SessionLimits limits) {
        return of(
                Peer.MACHINE,
                command.file(),
                (which, host, place) -> which.several(host.startingAs(command), place, workers, limits));
    }

    /** {@return several processes, which are asked at the same time} */
    static Runner pool(Peer peer, Path binary, int workers) {
        return of(peer, binary, (which, host, place) -> which.pool(host, place, workers, SessionLimits.LEAN));
    }

    /** {@return the same executable, about which {@code identity} is known} */
    Runner known(Identity identity) {
        return new Runner(peer, binary, called, opening, Optional.of(identity));
    }

    /** {@return the same executable, called otherwise where it is missing} */
    Runner called(String other) {
        return new Runner(peer, binary, other, opening, identity);
    }

    /** The executable while rows ask it: started when the first of them does, and ended behind the last. */
    static final class Opened implements AutoCloseable {
        private final LaneContext context;
        private final Runner runner;
        private final ChildProcesses children = new ChildProcesses();
        private @Nullable Implementation client;

        Opened(LaneContext context, Runner runner) {
            this.context = context;
            this.runner = runner;
        }

        Runner runner() {
            return runner;
        }

        Path binary() {
            return runner.binary;
        }

        RunnerHost host() {
            return context.host(children);
        }

        /** {@return who is asked} */
        Implementation client() {
            Implementation open = client;
            if (open == null) {
                open = runner.opening.open(runner.peer, host(), runner.binary);
                client = open;
            }
            return open;
        }

        /** {@return the same executable, started for each question} */
        Implementation alone() {
            return runner.peer.oneShot(host(), runner.binary);
        }

        Identity identity() {
            return runner.identity.orElseGet(client()::identity);
        }

        Asked.Workers workers() {
            return switch (client()) {
                case PeerPool pool -> pool::each;
                case ServingPeers peers -> peers::each;
                default -> Asked::inTurn;
            };
        }

        @Override
        public void close() {
            if (client != null) {
                client.close();
            }
            children.close();
        }
    }
}
