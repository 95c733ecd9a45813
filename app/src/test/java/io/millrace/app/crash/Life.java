package io.millrace.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.crash.Moment.Pauses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/** One journal with its sinks, and the processes that go on with it one after another. */
final class Life {
    private static final double NO_PACE = Double.POSITIVE_INFINITY;

    private final String source;
    private final Path directory;
    private final double pace;
    private final Random random;
    private Pauses pauses = new Pauses(800, 400);
    private boolean ended;

    /**
     * Begins with nothing.
     *
     * @param source    capture or address of an exchange
     * @param directory of all its files
     * @param pace      of a capture, while it is to be killed
     */
    Life(final String source, final Path directory, final double pace, final Random random) throws IOException {
        this.source = source;
        this.directory = directory;
        this.pace = pace;
        this.random = random;
        Files.createDirectories(sinks());
    }

    Path sinks() {
        return directory.resolve("sinks");
    }

    Path journal() {
        return directory.resolve("journal");
    }

    /** What to say when something is wrong. */
    String evidence() {
        return "evidence is in " + directory;
    }

    /** Whether a process has come to the end of the input. */
    boolean ended() {
        return ended;
    }

    private Victim start(final Way way, final double atPace) throws IOException {
        return Victim.start(source, sinks(), journal(), way, atPace, directory.resolve("log"));
    }

    /** Goes on and is killed; tells whether it was alive then. */
    boolean killed(final Way way, final Moment moment, final Tally tally) throws IOException, InterruptedException {
        log("-- " + way + ", to be killed at " + moment);
        try (Victim victim = start(way, pace)) {
            moment.await(victim, random, pauses);
            final String phase = victim.phase();
            final int exitCode = victim.kill();
            log("-- killed " + phase + ", exit code " + exitCode);
            learn(victim);
            assertThat(exitCode)
                    .as("exit code of a process that was %s; %s", phase, evidence())
                    .isIn(
                            Victim.KILLED,
                            victim.isTerminated() && phase.equals("stopping") ? Victim.TERMINATED : Victim.KILLED,
                            0);
            ended = exitCode == 0 && !victim.isTerminated();
            tally.add(way, moment, phase, exitCode);
            return exitCode == Victim.KILLED;
        }
    }

    private void learn(final Victim victim) {
        final int start = victim.lockedAfter() == 0 ? pauses.start() : (int) victim.lockedAfter() + 100;
        final int recovery = victim.sessionAfter() == 0
                ? pauses.recovery()
                : (int) Math.max(50, victim.sessionAfter() - victim.lockedAfter());
        pauses = new Pauses(start, recovery);
    }

    /** Goes on to the end of the input. */
    void runToTheEnd(final Way way) throws IOException, InterruptedException {
        log("-- " + way + ", to the end");
        try (Victim victim = start(way, NO_PACE)) {
            assertThat(victim.exitCode())
                    .as("%s, to the end; %s", way, evidence())
                    .isZero();
        }
    }

    /** Goes on for a while, is asked to stop, and does. */
    void stopsWhenAsked(final Way way) throws IOException, InterruptedException {
        log("-- " + way + ", to be stopped");
        try (Victim victim = start(way, pace)) {
            victim.await(() -> victim.output() > 0);
            victim.pause(random.nextInt(300));
            victim.terminate();
            assertThat(victim.exitCode()).as("%s, stopped; %s", way, evidence()).isZero();
        }
    }

    private void log(final String line) throws IOException {
        Files.writeString(directory.resolve("log"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
