package io.millrace.feed.recording;

/** What happens to a session, apart from frames; whoever reads a recording must know it to give what was given live. */
public enum SessionMark {
    /** It has all that it asked for. */
    READY("ready"),
    /** Another one is to take its place. */
    RETIRING("retiring"),
    /** The other one came to nothing. */
    STAYING("staying"),
    /** It is over. */
    DISCONNECTED("disconnected");

    private static final SessionMark[] ALL = values();

    private final String word;

    SessionMark(final String word) {
        this.word = word;
    }

    /** What stands in recordings. */
    String word() {
        return word;
    }

    static SessionMark of(final int number) {
        return ALL[number];
    }
}
