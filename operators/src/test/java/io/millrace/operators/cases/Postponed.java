package io.millrace.operators.cases;

import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Kinds of cases about parts of the product that are not here: each with the reason why it can't be run. */
final class Postponed {
    private Postponed() {}

    static List<Kind> kinds() {
        return List.of(
                skipped(
                        "stateful \\+ recovery",
                        "recovery behind an end of input: ours is final, and later runs only replay the journal"),
                skipped("any", "recovery: the peer's store has partitions; ours is a journal, which is tested there"),
                skipped(
                        "resume epoch calculation|snapshots of .*; commit\\(.*\\)|ceil\\(backup / epoch interval\\)",
                        "recovery from snapshots: epochs and their store are the peer's; ours is a journal"),
                skipped(
                        "FixedPartitionedSource, partition has a snapshot but .*",
                        "recovery from snapshots: sources have no partitions"),
                skipped("SIGINT to: .*", "signals belong to the command line, which stands above this module"),
                skipped("args|import string", "the command line stands above this module"),
                skipped("(File|Dir|CSV)(Source|Sink)", "files belong to the connectors, which stand above this module"),
                skipped("StdOutSink", "standard streams belong to the connectors, which stand above this module"),
                skipped("Kafka(Source|Sink).*", "there is no connector for Kafka yet"),
                skipped("RandomMetricSource\\(.*\\)", "demo source: the demo of the command line has its own"),
                skipped("SimplePolling(Source| partition)", "there are no polling sources yet"),
                skipped(
                        "ffwd_iter|batch(_async|_getter|_getter_ex)?\\(.*\\)|DynamicSource / .* lazy iterable .*",
                        "helpers for sources that give batches: ours write records one by one"),
                skipped(
                        "fast .* \\+ slow .* sources, epoch .*",
                        "epochs hold back sources with the peer; with us sources wait for nothing"));
    }

    private static Kind skipped(final String op, final String reason) {
        return Kind.like(op, (row, match) -> Assumptions.abort(reason));
    }
}
