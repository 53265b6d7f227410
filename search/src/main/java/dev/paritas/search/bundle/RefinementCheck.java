package dev.paritas.search.bundle;

import dev.paritas.search.engine.CertificateTrace;
import dev.paritas.search.engine.GraphDomain;
import dev.paritas.search.engine.ObservationComparison;
import dev.paritas.search.engine.ProposalExecutor;
import dev.paritas.search.engine.RunConfig;
import dev.paritas.search.engine.SearchDomain;
import dev.paritas.search.engine.SearchMachine;
import dev.paritas.search.engine.SearchQuery;
import dev.paritas.search.engine.SearchReport;
import dev.paritas.search.engine.SearchRun;
import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.FairnessCertificate.NormalizationMode;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchFullState;
import dev.paritas.search.object.SearchObservable;
import dev.paritas.search.object.SearchObservation;
import dev.paritas.search.object.SearchState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Runs the canonical and the threaded lane beside each other, step by step (spec 52 §7). */
public final class RefinementCheck {
    /** All that must be equal: everything but the profile's own name. */
    private static final List<SearchObservable> ALIKE = Arrays.stream(SearchObservable.values())
            .filter(observable -> observable != SearchObservable.SCHEDULER_PROFILE_TRACE)
            .toList();

    private static final Set<FairnessAssumption> FAIRNESS =
            Set.of(FairnessAssumption.DETERMINISTIC_SCHEDULER_CONFLUENCE);

    /** The states and observations of one lane: at the beginning and after every step. */
    private record Lane(List<SearchFullState> states, List<SearchObservation> observations) {
        static Lane of(SearchMachine machine, SchedulerProfile profile, ProposalExecutor executor) {
            Lane lane = new Lane(new ArrayList<>(), new ArrayList<>());
            lane.note(machine, profile);
            while (machine.step(executor).isPresent()) {
                lane.note(machine, profile);
            }
            return lane;
        }

        private void note(SearchMachine machine, SchedulerProfile profile) {
            states.add(machine.fullState());
            observations.add(machine.observation(profile, FAIRNESS));
        }
    }

    private RefinementCheck() {}

    /** {@return the result on the fixture of the bundle} */
    public static ThreadedRefinement onDomainP() {
        return on(GraphDomain.PARITY, GraphDomain.PARITY_QUERY);
    }

    /** {@return the result on a search from the first epoch with the plain sum} */
    public static ThreadedRefinement on(SearchDomain domain, SearchQuery query) {
        Lane canonical = Lane.of(machine(domain, query), SchedulerProfile.CANONICAL_SERIAL, ProposalExecutor.SERIAL);
        Lane threaded = Lane.of(
                machine(domain, query),
                SchedulerProfile.THREADED_EXACT_SINGLE_LANE,
                new ProposalExecutor.NativeParallel(1));
        SearchObservation left = canonical.observations().getLast();
        SearchObservation right = threaded.observations().getLast();
        boolean steps = canonical.states().size() == threaded.states().size();
        return new ThreadedRefinement(
                left.normalizedCommitTrace().equals(right.normalizedCommitTrace()),
                canonical
                        .states()
                        .getLast()
                        .state()
                        .equals(threaded.states().getLast().state()),
                isExact(left, right),
                steps && reduced(canonical).equals(reduced(threaded)),
                steps && isExact(canonical.observations(), threaded.observations()),
                canonical.states().getLast().equals(threaded.states().getLast()),
                canonical.states().equals(threaded.states()),
                certifiedWindowsAreValid(domain, query));
    }

    private static SearchMachine machine(SearchDomain domain, SearchQuery query) {
        return new SearchMachine(domain, query, GraphDomain.FIRST_EPOCH, GraphDomain.PLAIN_EPSILON);
    }

    private static List<SearchState> reduced(Lane lane) {
        return lane.states().stream().map(SearchFullState::state).toList();
    }

    private static boolean isExact(List<SearchObservation> left, List<SearchObservation> right) {
        for (int i = 0; i < left.size(); i++) {
            if (!isExact(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isExact(SearchObservation left, SearchObservation right) {
        return ObservationComparison.of(left, right, NormalizationMode.FULL, ALIKE)
                instanceof ObservationComparison.Exact;
    }

    private static boolean certifiedWindowsAreValid(SearchDomain domain, SearchQuery query) {
        SearchReport report =
                SearchRun.run(machine(domain, query), RunConfig.of(SchedulerProfile.BATCHED_PARALLEL_EXACT));
        return CertificateTrace.error(report.certificates(), report.rounds()).isEmpty();
    }
}
