package io.millrace.bench.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.Windowing;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jmh.annotations.Param;

/** Every step of the vocabulary is measured, and does what it is measured for. */
class VocabularyTest {
    /** A few windows long. */
    private static final int TICKS = 1 << 15;

    private static final int PASSES = 2;

    /** What costs nothing, or as much as the user makes it; the sides of every flow; what other names stand for. */
    private static final Set<String> NOT_STEPS = Set.of(
            "input",
            "commands",
            "output",
            "operator",
            "then",
            "onThread",
            "parallel",
            "window",
            "early",
            "toString",
            "equals",
            "hashCode");

    @Test
    void benchmarkHasEachStepOnce() throws NoSuchFieldException {
        final Param param = OperatorBenchmark.class.getField("step").getAnnotation(Param.class);
        assertThat(param.value()).containsExactlyElementsOf(Vocabulary.all().keySet());
        assertThatThrownBy(() -> Vocabulary.of("nonsense")).hasMessageContaining("no step is called 'nonsense'");
    }

    @Test
    void everyStepOfTheVocabularyIsThere() {
        final Set<String> words = new TreeSet<>();
        Vocabulary.all().keySet().forEach(name -> words.addAll(List.of(name.split("[ ,:]+", -1))));
        final Set<String> missing = new TreeSet<>();
        for (final Class<?> type : List.of(Dataflow.class, Stream.class, KeyedStream.class, Windowing.class)) {
            for (final Method method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && !NOT_STEPS.contains(method.getName())) {
                    missing.add(method.getName());
                }
            }
        }
        missing.removeAll(words);
        assertThat(missing).isEmpty();
    }

    @TestFactory
    java.util.stream.Stream<DynamicTest> givesWhatItIsMeasuredFor() {
        return Vocabulary.all().keySet().stream().map(name -> DynamicTest.dynamicTest(name, () -> gives(name)));
    }

    private static void gives(final String name) {
        final OperatorRun run = new OperatorRun(Vocabulary.of(name), TICKS, false);
        long before = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            before = run.given();
            run.prepare();
            run.pass();
        }
        if (name.contains("Final")) {
            assertThat(run.given()).as("nothing before the end").isZero();
        } else {
            assertThat(run.given()).as("goes on").isGreaterThan(before);
        }
    }
}
