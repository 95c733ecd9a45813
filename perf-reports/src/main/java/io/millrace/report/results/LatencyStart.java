package io.millrace.report.results;

/** What a latency is counted from. */
public enum LatencyStart {
    /** When the schedule meant the record to be sent. Whatever delays it is in the latency. */
    INTENDED_SEND("intended send"),
    /**
     * When its frame had been read from a socket, which is where a feed's own work begins. What delayed it before, in the sender,
     * in the kernel, or because the reading thread had no processor, is not in the latency: only beside the same run from the
     * intended send does it tell something.
     */
    RECEIVE("receive");

    private final String text;

    LatencyStart(final String text) {
        this.text = text;
    }

    /** In words, as it stands in files. */
    public String text() {
        return text;
    }

    static LatencyStart of(final String text) {
        for (final LatencyStart start : values()) {
            if (start.text.equals(text)) {
                return start;
            }
        }
        throw new IllegalArgumentException(
                "\"from\" is " + text
                        + ": take latency from the \"intended send\" time, or stalls stay hidden, or from \"receive\" beside it");
    }
}
