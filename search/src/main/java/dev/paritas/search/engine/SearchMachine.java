package dev.paritas.search.engine;

import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.NodeParent;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchCommit;
import dev.paritas.search.object.SearchFullState;
import dev.paritas.search.object.SearchObservation;
import dev.paritas.search.object.SearchPublication;
import dev.paritas.search.object.SearchState;
import dev.paritas.search.object.SearchState.NodeScore;
import dev.paritas.search.object.SearchState.ReseedPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A weighted best-first search that expands all nodes of the lowest score at once (spec 52 §8.1-§8.4). Deterministic;
 * for one thread. After a {@link ProblemException} other than {@code DOMAIN} the state stays as it is.
 */
public final class SearchMachine {
    private final SearchDomain domain;
    private final SearchQuery query;
    private final SearchNodes nodes = new SearchNodes();
    private final List<SearchCommit> commits = new ArrayList<>();
    private final List<SearchPublication> publications = new ArrayList<>();
    private final List<Long> epochs = new ArrayList<>();
    private final List<ReseedPolicy> reseeds = new ArrayList<>();
    private @Nullable Incumbent incumbent;
    private @Nullable SearchBatch lastBatch;
    private String snapshotId;
    private long epoch;
    private long epsilonMilli;
    private long phase;
    private long expansions;
    private long batches;
    private long productiveSteps;
    private long totalSteps;

    /** @param epsilonMilli weight of the heuristic in thousandths, unsigned; 1000 is the plain sum */
    public SearchMachine(SearchDomain domain, SearchQuery query, long epoch, long epsilonMilli) {
        this.domain = domain;
        this.query = query;
        this.epoch = epoch;
        this.epsilonMilli = epsilonMilli;
        this.snapshotId = domain.snapshotId(epoch);
        epochs.add(epoch);
        reopenStart();
    }

    private void reopenStart() {
        nodes.costs.put(query.start(), 0L);
        nodes.open(entry(query.start()));
    }

    /** {@return the batch that the next step expands; empty when nothing is open} */
    public Optional<SearchBatch> nextBatch() {
        List<OpenEntry> entries = nodes.lowest();
        return entries.isEmpty() ? Optional.empty() : Optional.of(new SearchBatch(entries, epoch, snapshotId, phase));
    }

    /** Takes a step on one thread; see {@link #step(ProposalExecutor)}. */
    public Optional<SearchStep> step() {
        return step(ProposalExecutor.SERIAL);
    }

    /**
     * Expands the next batch (spec 52 §8.3).
     *
     * @return what happened; empty when nothing is open
     * @throws ProblemException ({@link SearchProblem}) {@code DOMAIN} before anything changes; an invariant's code
     *     when the step broke it
     */
    public Optional<SearchStep> step(ProposalExecutor executor) {
        Optional<SearchBatch> next = nextBatch();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        SearchBatch batch = next.get();
        List<Proposal> proposals = executor.proposals(domain, batch);
        totalSteps++;
        for (OpenEntry entry : batch.entries()) {
            nodes.close(entry.node());
            nodes.closed.add(entry.node());
        }
        lastBatch = batch;
        int before = commits.size();
        for (Proposal proposal : Proposal.normalized(proposals)) {
            if (improves(proposal)) {
                apply(proposal);
            }
        }
        expansions += batch.entries().size();
        batches++;
        List<SearchCommit> applied = List.copyOf(commits.subList(before, commits.size()));
        if (!applied.isEmpty()) {
            productiveSteps++;
        }
        nodes.requireInvariants(query.start(), incumbent, lastBatch, epoch);
        return Optional.of(new SearchStep(batch, applied));
    }

    private boolean improves(Proposal proposal) {
        Long known = nodes.costs.get(proposal.to());
        if (known == null) {
            return true;
        }
        int order = Long.compareUnsigned(proposal.tentative(), known);
        ParentLink parent = nodes.parents.get(proposal.to());
        return order < 0 || (order == 0 && parent != null && Long.compareUnsigned(proposal.from(), parent.from()) < 0);
    }

    private void apply(Proposal proposal) {
        long node = proposal.to();
        nodes.costs.put(node, proposal.tentative());
        nodes.parents.put(node, new ParentLink(proposal.from(), proposal.edge(), proposal.edgeCost()));
        if (nodes.closed.contains(node)) {
            nodes.incons.add(node);
            nodes.close(node);
        } else {
            nodes.incons.remove(node);
            nodes.open(entry(node));
        }
        commits.add(new SearchCommit(node, proposal.from(), proposal.tentative()));
        if (query.accepts(node)) {
            publish(node);
        }
    }

    private void publish(long terminal) {
        nodes.path(query.start(), terminal).ifPresent(witness -> {
            Incumbent candidate = new Incumbent(nodes.costOf(terminal), witness);
            if (incumbent == null || Incumbent.ORDER.compare(candidate, incumbent) < 0) {
                incumbent = candidate;
                publications.add(new SearchPublication(candidate.cost(), witness));
            }
        });
    }

    private OpenEntry entry(long node) {
        long cost = nodes.costOf(node);
        return new OpenEntry(node, cost, SearchScore.of(cost, query.heuristic(domain, epoch, node), epsilonMilli));
    }

    /**
     * Lowers the weight of the heuristic and begins a phase; the same weight changes nothing (spec 52 §8.4).
     *
     * @throws IllegalArgumentException when {@code next} is larger than the present weight
     */
    public void decreaseEpsilon(long next) {
        int order = Long.compareUnsigned(next, epsilonMilli);
        if (order > 0) {
            throw new IllegalArgumentException("the weight of the heuristic can only fall");
        }
        if (order == 0) {
            return;
        }
        phase++;
        epsilonMilli = next;
        Set<Long> seeds = waiting();
        beginPhase();
        seeds.forEach(node -> nodes.open(entry(node)));
    }

    private Set<Long> waiting() {
        Set<Long> waiting = new TreeSet<>(Long::compareUnsigned);
        waiting.addAll(nodes.open().keySet());
        waiting.addAll(nodes.incons);
        return waiting;
    }

    private void beginPhase() {
        nodes.closed.clear();
        nodes.incons.clear();
        nodes.closeAll();
        lastBatch = null;
    }

    /** Moves to another epoch of the graph; the result so far is forgotten, its traces stay (spec 52 §8.4). */
    public void reconfigure(long nextEpoch, ReseedPolicy policy) {
        Set<Long> seeds = new TreeSet<>(Long::compareUnsigned);
        Set<Long> retained = Set.of();
        switch (policy) {
            case START_ONLY -> seeds.add(query.start());
            case PRESERVE_OPEN_AND_INCONS -> {
                seeds.addAll(waiting());
                seeds.add(query.start());
                retained = withAncestors(seeds);
            }
        }
        Set<Long> kept = retained;
        phase++;
        epoch = nextEpoch;
        snapshotId = domain.snapshotId(nextEpoch);
        epochs.add(nextEpoch);
        reseeds.add(policy);
        incumbent = null;
        beginPhase();
        nodes.costs.keySet().retainAll(kept);
        nodes.parents
                .entrySet()
                .removeIf(link -> !kept.contains(link.getKey())
                        || !kept.contains(link.getValue().from()));
        nodes.costs.put(query.start(), 0L);
        seeds.forEach(node -> nodes.open(entry(node)));
    }

    private Set<Long> withAncestors(Set<Long> seeds) {
        Set<Long> retained = new TreeSet<>(Long::compareUnsigned);
        for (long seed : seeds) {
            long at = seed;
            while (retained.add(at) && at != query.start()) {
                ParentLink link = nodes.parents.get(at);
                if (link == null) {
                    break;
                }
                at = link.from();
            }
        }
        return retained;
    }

    public SearchDomain domain() {
        return domain;
    }

    public SearchQuery query() {
        return query;
    }

    public long epoch() {
        return epoch;
    }

    public long phase() {
        return phase;
    }

    /** {@return nodes expanded so far} */
    public long expansions() {
        return expansions;
    }

    /** {@return batches expanded so far} */
    public long batches() {
        return batches;
    }

    /** {@return steps taken so far, with those that applied nothing} */
    public long totalSteps() {
        return totalSteps;
    }

    /** {@return the open nodes with their scores, ascending by node} */
    public Map<Long, OpenEntry> open() {
        Map<Long, OpenEntry> copy = new TreeMap<>(Long::compareUnsigned);
        copy.putAll(nodes.open());
        return copy;
    }

    public SearchState state() {
        Incumbent result = incumbent;
        return new SearchState(
                nodes.open().values().stream()
                        .map(entry -> new NodeScore(entry.node(), entry.cost()))
                        .toList(),
                List.copyOf(nodes.closed),
                nodes.costs.entrySet().stream()
                        .map(cost -> new NodeScore(cost.getKey(), cost.getValue()))
                        .toList(),
                parents(),
                result == null ? null : result.cost(),
                result == null ? null : result.witness(),
                reseeds.isEmpty() ? null : reseeds.getLast(),
                epoch,
                phase);
    }

    private List<NodeParent> parents() {
        return nodes.parents.entrySet().stream()
                .map(link -> new NodeParent(link.getKey(), link.getValue().from()))
                .toList();
    }

    public SearchFullState fullState() {
        SearchBatch batch = lastBatch;
        return new SearchFullState(
                state(),
                List.copyOf(nodes.incons),
                epsilonMilli,
                snapshotId,
                batch == null ? List.of() : batch.nodes(),
                commits,
                publications);
    }

    /** {@return what was observable since the machine was made} */
    public SearchObservation observation(SchedulerProfile profile, Set<FairnessAssumption> fairness) {
        Incumbent result = incumbent;
        return new SearchObservation(
                result == null ? null : result.cost(),
                result == null ? null : result.witness(),
                parents(),
                publications,
                commits,
                List.of(),
                epochs,
                reseeds,
                profile,
                fairness.stream().sorted().toList(),
                productiveSteps,
                totalSteps);
    }
}
