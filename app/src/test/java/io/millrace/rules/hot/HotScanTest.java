package io.millrace.rules.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HotScanTest {
    private static final String FIXTURES = "io.millrace.rules.hot.fixture.";

    /** A method of the fixture that is called by another, and does nothing itself. */
    private static final Set<String> INNOCENT = Set.of("plain");

    private static Class<?> fixture(final String name) throws ClassNotFoundException {
        return Class.forName(FIXTURES + name);
    }

    @Test
    void findsEverythingThatIsForbidden() throws ClassNotFoundException {
        final Class<?> forbidden = fixture("Forbidden");
        final Set<String> found = HotScan.of(forbidden).stream()
                .map(Finding::method)
                .map(method -> method.substring(method.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        final List<String> expected = Arrays.stream(forbidden.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .filter(method -> !INNOCENT.contains(method))
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void looksIntoLambdasAndNamesTheMethodThatTheyStandIn() throws ClassNotFoundException {
        assertThat(HotScan.of(fixture("Forbidden")))
                .filteredOn(finding -> finding.method().endsWith(".doesItInALambda"))
                .extracting(Finding::what)
                .containsExactly("reads a clock: java/lang/System.nanoTime");
    }

    @Test
    void leavesSetUpFailuresAndDescriptionsAlone() throws ClassNotFoundException {
        assertThat(HotScan.of(fixture("Allowed"))).isEmpty();
    }
}
