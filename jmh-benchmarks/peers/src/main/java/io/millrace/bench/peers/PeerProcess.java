package io.millrace.bench.peers;

import io.millrace.bench.closing.MachineLoad;
import io.millrace.bench.closing.MachineWatch;
import io.millrace.bench.peers.job.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The process of one peer, from its start to its end.
 *
 * <p>Thread: one. The process does not outlive {@link #run}.
 */
final class PeerProcess {
    private static final int PATIENCE_MINUTES = 20;

    private final Peer peer;
    private final int trades;
    private final List<String> command;

    PeerProcess(final Peer peer, final int trades, final List<String> command) {
        this.peer = peer;
        this.trades = trades;
        this.command = command;
    }

    /**
     * Lets it work, and compares what came out.
     *
     * @param directory that it has been told to write its results to
     * @param reference what must come out
     */
    Outcome run(final Path directory, final Path reference) throws IOException, InterruptedException {
        final Path log = directory.resolve("log");
        final MachineWatch watch = new MachineWatch();
        final Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                return Outcome.failed(peer, "not done after " + PATIENCE_MINUTES + " minutes");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        final Told told = Told.read(log);
        return process.exitValue() == 0
                ? judge(told, directory, reference, watch.load())
                : Outcome.failed(peer, told.reason());
    }

    private Outcome judge(final Told told, final Path directory, final Path reference, final MachineLoad load)
            throws IOException {
        final List<Long> nanos = told.all(Told.TOOK).stream().map(Long::valueOf).toList();
        if (nanos.isEmpty()) {
            return Outcome.failed(peer, told.reason());
        }
        for (int repetition = 0; repetition < nanos.size(); repetition++) {
            final Path results = directory.resolve(Integer.toString(repetition));
            final Optional<String> difference = Results.difference(reference, results);
            if (difference.isPresent()) {
                return Outcome.failed(peer, "wrong result in repetition " + repetition + ": " + difference.get());
            }
            Files.delete(results);
        }
        final long best = nanos.stream().mapToLong(Long::longValue).min().orElseThrow();
        final String about = told.last(Told.ABOUT) + "; " + told.last(Told.ON);
        return Outcome.measured(
                peer,
                (double) best / trades,
                nanos.size(),
                load.mark().map(mark -> about + "; meanwhile " + mark).orElse(about));
    }
}
