package io.millrace.bench.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A JVM that is started for a measurement: the class path and the flags of this process, with a collector and a heap of its
 * own.
 *
 * <p>Thread: one, which waits until it ends.
 */
public final class ChildJvm {
    private static final Pattern OF_HEAP =
            Pattern.compile("-XX:\\+Use\\w+GC|-Xm[sx].*|-XX:(Initial|Max)RAM.*|-XX:\\+?MaxHeapSize.*");
    private static final Pattern OF_SURROUNDINGS = Pattern.compile("-agentlib:.*|-javaagent:.*|-agentpath:.*");
    private static final int PROBE_SECONDS = 30;

    private final Path java;
    private final List<String> flags;

    private ChildJvm(final Path java, final List<String> flags) {
        this.java = java;
        this.flags = flags;
    }

    /** Where the JDK of this process is. */
    public static Path ownHome() {
        return Path.of(System.getProperty("java.home"));
    }

    /**
     * A JVM of a JDK.
     *
     * @param heap greatest heap, as {@code -Xmx} has it: {@code 1g}
     */
    public static ChildJvm of(final Path home, final Collector collector, final String heap) {
        final List<String> flags =
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        flags.removeIf(flag ->
                OF_HEAP.matcher(flag).matches() || OF_SURROUNDINGS.matcher(flag).matches());
        flags.addAll(collector.flags());
        flags.add("-Xmx" + heap);
        return new ChildJvm(home.resolve("bin").resolve("java"), List.copyOf(flags));
    }

    /** Whether a JDK is there and has a collector: some builds lack some. */
    public static boolean has(final Path home, final Collector collector) {
        final List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(collector.flags());
        command.add("-version");
        try {
            final Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
            } finally {
                process.destroyForcibly();
            }
        } catch (final IOException e) {
            return false;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs a main class until it ends, or until its time is up.
     *
     * @param lines takes what it prints, line by line; what it prints as errors goes where those of this process go
     * @throws IllegalStateException if it fails or takes longer; says which command
     */
    public void run(
            final Class<?> main, final List<String> arguments, final Duration patience, final Consumer<String> lines) {
        final List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        final Process process = start(command);
        final Executor late = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
        final CompletableFuture<Void> end = CompletableFuture.runAsync(process::destroyForcibly, late);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(lines);
            final int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException("a process ended with " + code + " or was ended after "
                        + patience.toSeconds() + " s: " + String.join(" ", command));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            end.cancel(false);
            process.destroyForcibly();
        }
    }

    private static Process start(final List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
