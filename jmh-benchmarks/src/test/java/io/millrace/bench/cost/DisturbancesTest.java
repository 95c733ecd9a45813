package io.millrace.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.report.results.Disturbance;
import io.millrace.report.results.LatencyRun;
import io.millrace.report.results.LatencyStart;
import io.millrace.report.results.RunLoad;
import io.millrace.report.results.ThreadCost;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.agrona.BufferUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DisturbancesTest {
    private static final int PAGES = 2_000;
    private static final int PAGE = 4_096;

    @BeforeEach
    void needsLinux() {
        assumeTrue(CostProbe.isAvailable(), "the platform does not tell what threads cost");
    }

    @Test
    void tellWhatAThreadOfAFlowDid() throws InterruptedException {
        final Disturbance told = during(() -> touch(PAGES));
        final ThreadCost thread = told.threads().get(0);
        assertThat(told.threads()).hasSize(1);
        assertThat(thread.name()).startsWith("millrace-");
        assertThat(thread.minorFaults()).isGreaterThan(PAGES / 2);
        assertThat(told.minorFaults()).hasValue(thread.minorFaults());
        assertThat(told.allocatedBytes().orElseThrow()).isPositive();
    }

    @Test
    void tellThatAllThreadsWereStopped() throws InterruptedException {
        final Disturbance told = during(System::gc);
        assertThat(told.collections().orElseThrow()).isPositive();
        assertThat(told.safepoints().orElseThrow()).isPositive();
        assertThat(told.vm().safepointNanos().orElseThrow()).isPositive();
        assertThat(told.vm().longestSafepointNanos().orElseThrow())
                .isPositive()
                .isLessThanOrEqualTo(told.vm().safepointNanos().orElseThrow());
        assertThat(told.vm().compilations()).isPresent();
        assertThat(told.vm().deoptimizations()).isPresent();
    }

    @Test
    void leaveNoFilesBehind() throws InterruptedException, IOException {
        final Set<Path> before = logs();
        during(System::gc);
        assertThat(logs()).isSubsetOf(before);
    }

    private static Set<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("millrace-vm"))
                    .collect(Collectors.toSet());
        }
    }

    private static Disturbance during(final Runnable work) throws InterruptedException {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch done = new CountDownLatch(1);
        final CountDownLatch seen = new CountDownLatch(1);
        final Thread thread = new Thread(
                () -> {
                    await(begun);
                    work.run();
                    done.countDown();
                    await(seen);
                },
                "millrace-worker");
        thread.start();
        final Disturbances disturbances = new Disturbances();
        disturbances.begin();
        begun.countDown();
        await(done);
        disturbances.end();
        seen.countDown();
        thread.join();
        return disturbances
                .describe(LatencyRun.builder()
                        .title("test")
                        .flow("none")
                        .layout("one thread")
                        .journal("off")
                        .threads(1, "block")
                        .pinned("no")
                        .jvm("any", "any")
                        .load(new RunLoad(1, 1, 1, 0))
                        .from(LatencyStart.INTENDED_SEND))
                .build()
                .disturbance();
    }

    private static void await(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void touch(final int pages) {
        final ByteBuffer memory = BufferUtil.allocateDirectAligned(pages * PAGE, PAGE);
        for (int i = 0; i < pages; i++) {
            memory.put(i * PAGE, (byte) 1);
        }
    }
}
