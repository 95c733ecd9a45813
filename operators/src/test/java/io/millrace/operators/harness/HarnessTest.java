package io.millrace.operators.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.operators.testing.OperatorHarness;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Every operator goes through the harness; one that does not, does not exist. */
@Timeout(300)
class HarnessTest {
    private static final String SUFFIX = "Op.class";

    private static Map<String, OperatorHarness> all() {
        final Map<String, OperatorHarness> entries = new TreeMap<>();
        for (final Map<String, OperatorHarness> family : List.of(
                StatelessEntries.all(),
                StatefulEntries.all(),
                WindowEntries.all(),
                JoinEntries.all(),
                MarketEntries.all())) {
            family.forEach((name, harness) ->
                    assertThat(entries.put(name, harness)).as(name).isNull());
        }
        return entries;
    }

    @TestFactory
    Stream<DynamicTest> givesTheSameInEveryWay() {
        return all().entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), entry.getValue()::check));
    }

    @Test
    void hasAnEntryForEachOperator() throws IOException, URISyntaxException {
        final Set<String> covered = new TreeSet<>();
        all().values().forEach(harness -> harness.operators().forEach(type -> covered.add(type.getName())));
        assertThat(covered).containsAll(operatorClasses());
    }

    /** All concrete classes of this module whose name says that they are operators. */
    private static Set<String> operatorClasses() throws IOException, URISyntaxException {
        final Path root = Path.of(OperatorHarness.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        final Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(file -> className(root.relativize(file)))
                    .filter(HarnessTest::isConcrete)
                    .forEach(names::add);
        }
        assertThat(names).hasSizeGreaterThan(10);
        return names;
    }

    private static String className(final Path file) {
        final String path = file.toString().replace(file.getFileSystem().getSeparator(), ".");
        return path.substring(0, path.length() - ".class".length());
    }

    private static boolean isConcrete(final String name) {
        try {
            return !Modifier.isAbstract(Class.forName(name).getModifiers());
        } catch (final ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
