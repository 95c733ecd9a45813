package io.millrace.feed.decode;

/** What a frame is about. */
public enum FrameKind {
    TRADE("trade"),
    AGGREGATE_TRADE("aggregate trade"),
    QUOTE("quote"),
    BOOK("book"),
    FUNDING("funding rate"),
    MARK_PRICE("mark price"),
    LIQUIDATION("liquidation"),
    INSTRUMENTS("instruments"),
    CONTROL("control"),
    OTHER("other");

    private final String label;

    FrameKind(final String label) {
        this.label = label;
    }

    /** In words. */
    public String label() {
        return label;
    }
}
