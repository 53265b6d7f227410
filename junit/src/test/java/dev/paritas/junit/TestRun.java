package dev.paritas.junit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a test class inside a test, and keeps what came of it. */
final class TestRun implements TestExecutionListener {
    private final Map<String, TestExecutionResult> results = new LinkedHashMap<>();
    private final List<String> entries = new ArrayList<>();

    static TestRun of(Class<?> type) {
        TestRun run = new TestRun();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(type))
                                .build(),
                        run);
        return run;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            results.put(test.getDisplayName(), result);
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        entry.getKeyValuePairs()
                .forEach((key, value) -> entries.add(test.getDisplayName() + ": " + key + " = " + value));
    }

    /** {@return what tests told besides, with their names} */
    List<String> entries() {
        return entries;
    }

    /** {@return what came of each test, and of each container that failed, by display name; in the order of their ends} */
    Map<String, TestExecutionResult> results() {
        return results;
    }

    /** {@return what the test or container of that name failed with} */
    Throwable failure(String name) {
        TestExecutionResult result = results.get(name);
        if (result == null) {
            throw new AssertionError("there is no " + name + " in " + results);
        }
        return result.getThrowable().orElseThrow(() -> new AssertionError(name + " did not fail: " + result));
    }
}
