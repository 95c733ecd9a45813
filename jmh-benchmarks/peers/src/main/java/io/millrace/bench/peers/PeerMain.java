package io.millrace.bench.peers;

import io.millrace.bench.peers.job.Engine;
import io.millrace.bench.peers.job.Results;
import io.millrace.bench.peers.job.Trades;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Entry point of the process of one peer: does the job again and again, and tells how long it took. */
public final class PeerMain {
    private static final int CANDLES = 20_000;

    private PeerMain() {}

    /** Peer, trades, repetitions, seconds, directory for results, directory for journals. */
    public static void main(final String[] args) {
        final PrintStream out = System.out;
        try {
            final Work work =
                    new Work(Integer.parseInt(args[1]), 1, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
            measure(Peer.valueOf(args[0]), work, Path.of(args[4]), Path.of(args[5]), out);
        } catch (final Throwable e) {
            e.printStackTrace(out);
            out.println(Told.FAILED + deepest(e));
            exit(out, 1);
        }
        // Some engines leave threads behind.
        exit(out, 0);
    }

    private static void exit(final PrintStream out, final int code) {
        out.flush();
        System.exit(code);
    }

    private static void measure(
            final Peer peer, final Work work, final Path directory, final Path files, final PrintStream out)
            throws Exception {
        final Trades trades = new Trades(work.trades());
        final Results results = new Results(CANDLES);
        try (Engine engine = Engines.open(peer, trades, files)) {
            out.println(Told.ABOUT + engine.about());
            out.println(Told.ON + "JDK " + Runtime.version() + memory());
            final long begin = System.nanoTime();
            for (int done = 0; work.goesOn(done, System.nanoTime() - begin); done++) {
                results.clear();
                // The garbage of the last repetition is not this one's cost.
                System.gc();
                final long nanos = engine.run(results);
                results.write(directory.resolve(Integer.toString(done)), trades.end());
                out.println(Told.TOOK + nanos);
            }
        }
    }

    /** Flags that readers ask for first. */
    private static String memory() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("-Xmx") || flag.matches("-XX:\\+Use\\w+GC"))
                .collect(Collectors.joining(" ", " ", ""));
    }

    private static Throwable deepest(final Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
