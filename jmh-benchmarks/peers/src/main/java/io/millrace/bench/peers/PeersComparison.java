package io.millrace.bench.peers;

import io.millrace.bench.journaled.Scratch;
import io.millrace.bench.peers.hand.OnArrays;
import io.millrace.bench.peers.job.Results;
import io.millrace.bench.peers.job.Trades;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lets peers take turns: in each round every one has a process of its own, one after the other, so that none is disturbed by
 * another and all see the same machine.
 *
 * <p>Thread: one.
 */
final class PeersComparison {
    private static final int CANDLES = 20_000;

    private final Work work;
    private final Commands commands;
    private final Path files;

    /** @param files where directories for results and journals are made */
    PeersComparison(final Work work, final Commands commands, final Path files) {
        this.work = work;
        this.commands = commands;
        this.files = files;
    }

    /**
     * Measures. A peer that has failed has no turn in later rounds.
     *
     * @param told takes each outcome as it comes
     */
    Outcomes run(final Set<Peer> chosen, final Consumer<Outcome> told) throws IOException, InterruptedException {
        final Outcomes outcomes = new Outcomes(work);
        try (Scratch scratch = new Scratch(files)) {
            final Path reference = reference(scratch.renew("reference"));
            for (int round = 0; round < work.rounds(); round++) {
                for (final Peer peer : order(chosen, round)) {
                    if (!outcomes.isLeftOut(peer)) {
                        final Outcome outcome = turn(peer, scratch.renew(peer.name()), reference);
                        outcomes.add(outcome);
                        told.accept(outcome);
                        scratch.renew(peer.name());
                    }
                }
            }
        }
        return outcomes;
    }

    /** Forwards and backwards by turns: who comes first finds another machine than who comes last. */
    private static List<Peer> order(final Set<Peer> chosen, final int round) {
        final List<Peer> order = new ArrayList<>(List.of(Peer.values()));
        order.retainAll(chosen);
        if ((round & 1) == 1) {
            Collections.reverse(order);
        }
        return order;
    }

    private Outcome turn(final Peer peer, final Path directory, final Path reference)
            throws IOException, InterruptedException {
        final List<String> command;
        try {
            command = commands.of(peer, directory, files);
        } catch (final NotHereException e) {
            return Outcome.notHere(peer, e.getMessage());
        }
        return new PeerProcess(peer, new Trades(work.trades()).total(), command).run(directory, reference);
    }

    private Path reference(final Path directory) {
        final Trades trades = new Trades(work.trades());
        final Results results = new Results(CANDLES);
        OnArrays.reference(trades, results);
        final Path file = directory.resolve("expected");
        results.write(file, trades.end());
        return file;
    }
}
