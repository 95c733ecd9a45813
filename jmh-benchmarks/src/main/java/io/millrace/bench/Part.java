package io.millrace.bench;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be measured, and the report. */
enum Part {
    CHAIN("compiled flows against the same logic written by hand"),
    DECODE("decoding of Binance frames against Jackson's streaming parser"),
    BOOKS("frames to best bids and offers against Jackson and sorted maps"),
    HOP("handing records to another thread against a plain Disruptor"),
    JOURNALED("flows with a journal, and the journal alone, against plain Chronicle Queue and logic by hand"),
    OPERATORS("overlapping windows, a million keys; each step of the vocabulary on its own, by JMH"),
    RECOVERY("starting again from a snapshot against replaying all of a journal; uses up to 10 GB of disk"),
    SNAPSHOTS("how long the flow stops for a snapshot, and what the state hash costs"),
    LATENCY("latency from planned sending times: constant, bursty and recorded arrivals, journal on and off"),
    SOCKET("latency from a websocket to the sink"),
    SWEEP("how high rates can go, over layouts, wait strategies, durability, collectors and JDKs; half an hour"),
    STEADY("ten minutes of the journaled flow on a heap that is never collected; uses up to 9 GB of --files"),
    JMH("the pieces one by one, each beside its floor, by JMH; the longest part"),
    REPORT("index.html and report.md from what the results directory holds");

    /** What {@code --quick} measures if no part is named: a bit of everything that says how fast Millrace is. */
    static final Set<Part> QUICK_LOOK =
            Collections.unmodifiableSet(EnumSet.of(CHAIN, DECODE, BOOKS, HOP, JOURNALED, LATENCY, REPORT));

    private final String meaning;

    Part(final String meaning) {
        this.meaning = meaning;
    }

    /** As it is typed. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In one line, for {@code --list}. */
    String meaning() {
        return meaning;
    }
}
