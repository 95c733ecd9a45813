package io.millrace.app.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A process, as seen from outside by the files that it writes. */
final class Victim implements AutoCloseable {
    static final int KILLED = 128 + 9;
    static final int TERMINATED = 128 + 15;

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(90);
    private static final long LOOK_NANOS = 50_000;

    private final Process process;
    private final Path journal;
    private final Path csv;
    private final int sessionBefore;
    private final long outputBefore;
    private final long begun = System.nanoTime();
    private boolean terminated;
    private long lockedAfter;
    private long sessionAfter;

    private Victim(final List<String> command, final Path journal, final Path sinks, final Path log)
            throws IOException {
        this.journal = journal;
        this.csv = sinks.resolve(CrashFlow.CSV);
        this.sessionBefore = newestSession();
        this.outputBefore = bytes();
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    static Victim start(
            final String source, final Path sinks, final Path journal, final Way way, final double pace, final Path log)
            throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        // Quick to start, and small: many are started.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CrashProcess.class.getName()));
        command.addAll(List.of(source, sinks.toString(), journal.toString()));
        command.addAll(List.of(way.layout().name(), String.valueOf(way.replica()), String.valueOf(pace)));
        return new Victim(command, journal, sinks, log);
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    /** Milliseconds from its start until it held its journal; 0 if it does not. */
    long lockedAfter() {
        return lockedAfter;
    }

    /** Milliseconds from its start until it began to write its journal; 0 if it does not. */
    long sessionAfter() {
        return sessionAfter;
    }

    /** Whether it holds its journal. */
    boolean hasLock() {
        try {
            final Path lock = journal.resolve("writer.lock");
            final boolean held = Files.exists(lock) && Files.readString(lock).equals(String.valueOf(process.pid()));
            lockedAfter = held && lockedAfter == 0 ? millis() : lockedAfter;
            return held;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it has begun to write its journal. */
    boolean hasSession() {
        hasLock();
        final boolean begunSession = newestSession() > sessionBefore;
        sessionAfter = begunSession && sessionAfter == 0 ? millis() : sessionAfter;
        return begunSession;
    }

    /** Number of its journal's newest session: older ones may have been released. */
    private int newestSession() {
        final String[] names = journal.resolve("input").toFile().list();
        return names == null
                ? 0
                : Stream.of(names).mapToInt(Integer::parseInt).max().orElse(0);
    }

    /** Files of its journal's newest session, with those that were released. */
    int files() {
        if (!hasSession()) {
            return 0;
        }
        final String session = String.format("%06d", newestSession());
        return count(journal.resolve("input").resolve(session), ".cq4")
                + count(journal.resolve("archive").resolve(session), ".cq4");
    }

    /** Whether it is writing a snapshot. */
    boolean writesSnapshot() {
        return count(journal.resolve("snapshots"), ".tmp") > 0;
    }

    /** Bytes of output that it has written. */
    long output() {
        return bytes() - outputBefore;
    }

    private long bytes() {
        return csv.toFile().length();
    }

    private static int count(final Path directory, final String ending) {
        final String[] names = directory.toFile().list();
        return names == null
                ? 0
                : (int) Stream.of(names).filter(name -> name.endsWith(ending)).count();
    }

    /** What it is doing, as far as can be seen. */
    String phase() {
        if (terminated) {
            return "stopping";
        }
        if (!hasLock()) {
            return "before its journal";
        }
        if (!hasSession()) {
            return sessionBefore == 0 ? "making a journal" : "recovering";
        }
        if (files() == 0) {
            return "beginning a session";
        }
        return writesSnapshot() ? "in a snapshot" : "running";
    }

    /** Waits for something that it does, or its end. */
    void await(final BooleanSupplier condition) {
        while (process.isAlive() && !condition.getAsBoolean()) {
            if (System.nanoTime() - begun > MOST_NANOS) {
                throw stuck();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Lets it go on for a while. */
    void pause(final int millis) {
        try {
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to stop. */
    void terminate() {
        terminated = true;
        process.destroy();
    }

    boolean isTerminated() {
        return terminated;
    }

    /** Waits for its end and gives its exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(MOST_NANOS, TimeUnit.NANOSECONDS)) {
            throw stuck();
        }
        return process.exitValue();
    }

    /** Kills it and gives its exit code, which tells whether it was still alive. */
    int kill() throws InterruptedException {
        process.destroyForcibly();
        return exitCode();
    }

    /** Its log then says what its threads are doing. */
    private AssertionError stuck() {
        try {
            new ProcessBuilder("kill", "-QUIT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (final IOException e) {
            // Then without.
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pause(2_000);
        return new AssertionError("the process neither ended nor did what was waited for; it is " + phase());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
