package io.millrace.feed.gate;

/** Streams of an instrument that are watched for silence. Liquidations are not: they come in bursts, if at all. */
public enum StreamKind {
    TRADES("trades"),
    QUOTES("quotes"),
    BOOK("book"),
    MARKS("marks and funding");

    static final int COUNT = 4;

    private static final StreamKind[] ALL = values();

    private final String label;

    StreamKind(final String label) {
        this.label = label;
    }

    static StreamKind of(final int number) {
        return ALL[number];
    }

    /** In words. */
    public String label() {
        return label;
    }
}
