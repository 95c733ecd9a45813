package io.millrace.bench.peers;

import io.millrace.bench.peers.job.Trades;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which outcomes are compared, and what their ratios should be. */
final class PeerRatios {
    static final String GROUP = "Peers on the same job";

    /** @param cost whether it is told how much more time the subject takes, not how much less */
    private record Pair(Peer subject, Peer baseline, boolean cost, String target) {
        static Pair cost(final Peer subject, final Peer baseline, final String target) {
            return new Pair(subject, baseline, true, target);
        }

        static Pair speed(final Peer subject, final Peer baseline, final String target) {
            return new Pair(subject, baseline, false, target);
        }
    }

    /** In the order in which they are shown. */
    private static final List<Pair> PAIRS = List.of(
            Pair.cost(Peer.MILLRACE, Peer.HAND_ON_KEYED_STORE, "<= 1.10"),
            Pair.cost(Peer.MILLRACE, Peer.HAND_ON_ARRAYS, "<= 1.25"),
            Pair.cost(Peer.MILLRACE, Peer.HAND_ON_OBJECTS, "none"),
            Pair.speed(Peer.MILLRACE, Peer.FLUXTION, ">= 3"),
            Pair.speed(Peer.MILLRACE, Peer.FLINK, ">= 14"),
            Pair.speed(Peer.MILLRACE, Peer.JET, ">= 14"),
            Pair.speed(Peer.MILLRACE, Peer.KAFKA_STREAMS, "none"),
            Pair.speed(Peer.MILLRACE, Peer.BYTEWAX, "none"),
            Pair.speed(Peer.MILLRACE_RUN, Peer.FLINK, "none"),
            Pair.speed(Peer.MILLRACE_RUN, Peer.JET, "none"),
            Pair.speed(Peer.MILLRACE_JOURNALED, Peer.FLINK, "> 1"),
            Pair.speed(Peer.MILLRACE_JOURNALED, Peer.JET, "> 1"));

    private PeerRatios() {}

    /** All that there are figures for. */
    static List<Ratio> of(final Outcomes outcomes) {
        final List<Ratio> ratios = new ArrayList<>();
        for (final Pair pair : PAIRS) {
            if (outcomes.has(pair.subject) && outcomes.has(pair.baseline)) {
                ratios.add(ratio(pair, outcomes));
            }
        }
        return ratios;
    }

    private record Round(Outcome subject, Outcome baseline, double value) {}

    /** The median of the rounds, each peer by its best repetition there. */
    private static Ratio ratio(final Pair pair, final Outcomes outcomes) {
        final Target target = Target.parse(pair.target);
        final List<Round> rounds = new ArrayList<>();
        for (int number = 0; number < outcomes.work().rounds(); number++) {
            final Outcome subject = outcomes.of(pair.subject).get(number);
            final Outcome baseline = outcomes.of(pair.baseline).get(number);
            final double cost = subject.nanos() / baseline.nanos();
            rounds.add(new Round(subject, baseline, pair.cost ? cost : 1 / cost));
        }
        rounds.sort(Comparator.comparingDouble(Round::value));
        final Round median = rounds.get(rounds.size() / 2);
        return new Ratio(
                GROUP,
                pair.subject.label() + " and " + pair.baseline.label(),
                median.value,
                target,
                new Ratio.Side(pair.baseline.label(), median.baseline.nanos()),
                new Ratio.Side(pair.subject.label(), median.subject.nanos()),
                rounds.size(),
                context(pair, outcomes, rounds, median));
    }

    private static String context(
            final Pair pair, final Outcomes outcomes, final List<Round> rounds, final Round median) {
        return String.format(
                Locale.ROOT,
                "filter, key, 1 s candles, EMA, 2 ways, over %d distinct trades of %d instruments; equal output;"
                        + " %s: %s, best of %d; %s: %s, best of %d; rounds %.2f to %.2f; %s",
                outcomes.work().trades(),
                Trades.INSTRUMENTS,
                pair.subject.label(),
                median.subject.about(),
                median.subject.repetitions(),
                pair.baseline.label(),
                median.baseline.about(),
                median.baseline.repetitions(),
                rounds.get(0).value,
                rounds.get(rounds.size() - 1).value,
                outcomes.leftOutInWords());
    }
}
