package shop;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A small runtime: each role of a session is a thread, and from each role to each other one there is a queue. */
public final class Actors {
    /** Sees what the roles do. */
    public interface Tap {
        void sent(String session, String role, String peer, String label);

        void received(String session, String role, String peer, String label);

        void chose(String session, String role, String peer, String label);
    }

    /** What a role does in a session. */
    public interface Role {
        void play(Actor self) throws InterruptedException;
    }

    private final Tap tap;

    public Actors(Tap tap) {
        this.tap = tap;
    }

    /** Plays one session, and returns when every role is through. */
    public void play(String session, Map<String, Role> roles) throws InterruptedException {
        Map<String, BlockingQueue<String>> edges = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(roles.size())) {
            Stream<Future<?>> running = roles.entrySet().stream()
                    .map(role -> threads.submit(() -> {
                        role.getValue().play(new Actor(session, role.getKey(), edges));
                        return null;
                    }));
            for (Future<?> role : running.toList()) {
                role.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a role of " + session + " failed", e.getCause());
        }
    }

    /** A role in a session. */
    public final class Actor {
        private final String session;
        private final String name;
        private final Map<String, BlockingQueue<String>> edges;

        private Actor(String session, String name, Map<String, BlockingQueue<String>> edges) {
            this.session = session;
            this.name = name;
            this.edges = edges;
        }

        public void send(String peer, String label) {
            tap.sent(session, name, peer, label);
            edge(name, peer).add(label);
        }

        /** Picks a branch and tells {@code peer}. */
        public void choose(String peer, String label) {
            tap.chose(session, name, peer, label);
            edge(name, peer).add(label);
        }

        /** {@return the label of the next message from {@code peer}, which is waited for} */
        public String receive(String peer) throws InterruptedException {
            String label = edge(peer, name).poll(10, TimeUnit.SECONDS);
            if (label == null) {
                throw new IllegalStateException(name + " waits for " + peer + " in vain");
            }
            tap.received(session, name, peer, label);
            return label;
        }

        private BlockingQueue<String> edge(String from, String to) {
            return edges.computeIfAbsent(from + " " + to, edge -> new LinkedBlockingQueue<>());
        }
    }
}
