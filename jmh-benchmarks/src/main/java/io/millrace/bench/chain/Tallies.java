package io.millrace.bench.chain;

/** The sinks of one run. */
public final class Tallies {
    final Tally first = new Tally();
    final Tally second = new Tally();
    final Tally third = new Tally();

    @Override
    public String toString() {
        return "[" + first + "; " + second + "; " + third + "]";
    }
}
