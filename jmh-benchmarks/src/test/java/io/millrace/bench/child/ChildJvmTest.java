package io.millrace.bench.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ChildJvmTest {
    private static final Duration LONG = Duration.ofSeconds(100);

    private final List<String> lines = new ArrayList<>();

    @Test
    void hasTheCollectorAndTheHeapThatItIsGiven() {
        ChildJvm.of(ChildJvm.ownHome(), Collector.PARALLEL, "64m")
                .run(Told.class, List.of("a", "b c"), LONG, lines::add);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("a,b c");
        assertThat(lines.get(1)).contains("PS");
        assertThat(Long.parseLong(lines.get(2))).isLessThanOrEqualTo(64L << 20);
    }

    @Test
    void isEndedWhenItsTimeIsUp() {
        final ChildJvm jvm = ChildJvm.of(ChildJvm.ownHome(), Collector.SERIAL, "64m");
        assertThatThrownBy(() -> jvm.run(Endless.class, List.of(), Duration.ofMillis(10), lines::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was ended")
                .hasMessageContaining(Endless.class.getName());
        assertThat(lines).doesNotContain("over");
    }

    @Test
    void tellsOfAFailure() {
        final ChildJvm jvm = ChildJvm.of(ChildJvm.ownHome(), Collector.SERIAL, "64m");
        assertThatThrownBy(() -> jvm.run(Failing.class, List.of(), LONG, lines::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended with 3");
    }

    @Test
    void isNotThereWithoutAJdk() {
        assertThat(ChildJvm.has(ChildJvm.ownHome(), Collector.SERIAL)).isTrue();
        assertThat(ChildJvm.has(Path.of("no", "jdk"), Collector.SERIAL)).isFalse();
    }

    /** Tells its arguments, its collectors and its heap. */
    public static final class Told {
        private Told() {}

        public static void main(final String[] args) {
            System.out.println(String.join(",", args));
            System.out.println(ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .map(GarbageCollectorMXBean::getName)
                    .toList());
            System.out.println(Runtime.getRuntime().maxMemory());
        }
    }

    /** Waits for what never comes. */
    public static final class Endless {
        private Endless() {}

        public static void main(final String[] args) throws InterruptedException {
            new CountDownLatch(1).await();
            System.out.println("over");
        }
    }

    /** Fails. */
    public static final class Failing {
        private Failing() {}

        public static void main(final String[] args) {
            System.exit(3);
        }
    }
}
