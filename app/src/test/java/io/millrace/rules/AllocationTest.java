package io.millrace.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.support.CaptureFile;
import io.millrace.engine.run.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * From a venue's frame to the output log, no thread allocates: frames of a capture are decoded, journaled at
 * {@code process} durability, folded to candles in two parts, averaged, merged, and written to output logs. After half of
 * the frames each thread's own counter is read at each of its items, while 45 % of the frames come in.
 *
 * <p>In JVMs of their own, without assertions, because Chronicle's allocate. Once interpreted, where no compiler hides an
 * object, and once as Millrace runs. What is claimed: long stretches of items, many times longer than any batch, without
 * a byte; and in all of what was measured no more than what happens once, at no time that is known. That is what
 * Chronicle keeps for each thread at the first index entry that it writes, and what the JVM makes when it recompiles a
 * method, or runs a path for the first time.
 */
@Timeout(240)
class AllocationTest {
    private static final long FRAMES = 60_000;
    private static final long LEAST_PASSES = 300;
    private static final double CLEAN_INTERPRETED = 0.25;
    private static final double CLEAN_COMPILED = 0.1;
    private static final long ONCE = 4_096;
    private static final String[] FUSED = {"millrace-ingress"};
    private static final String[] THREADED = {
        "millrace-ingress",
        "millrace-main",
        "millrace-instrument-parts-0",
        "millrace-instrument-parts-1",
        "millrace-instrument-parts-merged",
        "millrace-sinks"
    };

    @TempDir
    private static Path shared;

    private static Path capture;
    private static long frames;

    @TempDir
    private Path temp;

    @BeforeAll
    static void writeCapture() throws IOException {
        capture = shared.resolve("capture");
        frames = CaptureFile.write(capture, FRAMES);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void noThreadAllocatesWhenInterpreted(final Layout layout) throws IOException, InterruptedException {
        requireClean(measure(layout, "-Xint"), CLEAN_INTERPRETED);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void noThreadAllocatesWhenCompiled(final Layout layout) throws IOException, InterruptedException {
        requireClean(measure(layout, "-Xmixed"), CLEAN_COMPILED);
    }

    private static void requireClean(final List<Allocation> allocations, final double share) {
        assertThat(allocations).allSatisfy(allocation -> {
            assertThat(allocation.longestClean()).isGreaterThan((long) (allocation.passes() * share));
            assertThat(allocation.bytes()).isLessThan(ONCE);
        });
    }

    private List<Allocation> measure(final Layout layout, final String mode) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-da", mode, "-cp", System.getProperty("java.class.path")));
        command.add(MeasuredFlow.class.getName());
        command.addAll(List.of(layout.name(), capture.toString(), Long.toString(frames), temp.toString()));
        final Path errors = temp.resolve("errors");
        final Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        try (InputStream out = process.getInputStream()) {
            final List<Allocation> allocations = new String(out.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(MeasuredFlow.RESULT))
                    .map(line -> Allocation.parse(line.substring(MeasuredFlow.RESULT.length())))
                    .toList();
            assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
            assertThat(allocations)
                    .allSatisfy(allocation -> assertThat(allocation.passes()).isGreaterThan(LEAST_PASSES))
                    .extracting(Allocation::thread)
                    .containsOnly(layout == Layout.FUSED ? FUSED : THREADED);
            return allocations;
        } finally {
            process.destroyForcibly();
        }
    }
}
