package io.millrace.bench;

import io.millrace.bench.chain.ChainComparison;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.decode.DecodeComparison;
import io.millrace.bench.journaled.JournaledComparison;
import io.millrace.bench.journaled.Scratch;
import io.millrace.report.results.Ratio;
import java.util.Arrays;

/** Temporary. */
public final class Main {
    private Main() {}

    public static void main(final String[] args) {
        final Effort effort = Arrays.asList(args).contains("--quick") ? Effort.QUICK : Effort.FULL;
        if (Arrays.asList(args).contains("chain")) {
            new ChainComparison(effort, true).run(Main::print);
        }
        if (Arrays.asList(args).contains("decode")) {
            new DecodeComparison(effort).run(Main::print);
        }
        if (Arrays.asList(args).contains("journaled")) {
            new JournaledComparison(effort, Scratch.usualParent()).run(Main::print);
        }
    }

    private static void print(final Ratio ratio) {
        System.out.println(ratio);
    }
}
