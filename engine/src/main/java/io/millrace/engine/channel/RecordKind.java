package io.millrace.engine.channel;

/** What a record, or a cell in a channel, is. The numbers stand in journals and never change. */
public final class RecordKind {
    /** An item of an input. */
    public static final byte DATA = 1;
    /** Something that later items refer to, such as an instrument; comes before its first use. */
    public static final byte DEFINITION = 2;
    /** Nothing but the time: lets timers fire while no input comes. */
    public static final byte TICK = 3;
    /** The cut at which a snapshot is taken. */
    public static final byte SNAPSHOT = 4;
    /** The process was down; carries for how long. */
    public static final byte RESUMED = 5;
    /** Something asked for from outside: parameters, subscriptions. */
    public static final byte COMMAND = 6;
    /** A source's answer to a request of a stage. */
    public static final byte ANSWER = 7;
    /** An input has ended; the flag {@link RecordLayout#FLAG_LAST} marks the last one. */
    public static final byte INPUT_END = 8;

    // In channels only, never in a journal:

    /** Fills the end of the ring, because no record may wrap. */
    public static final byte PADDING = 64;
    /** A promise: nothing at or before this stamp will follow. */
    public static final byte FRONTIER = 65;
    /** The producer has run its end hooks and is done. */
    public static final byte FINISHED = 66;
    /** Stop without an end of input; state is kept as it is. */
    public static final byte STOP = 67;
    /** Warm-up is over: back to the initial state, in place. */
    public static final byte RESET = 68;
    /** What was journaled has been worked on: from here on it is live. */
    public static final byte LIVE = 69;
    /** Another round of warm-up: back to the initial state, in place. */
    public static final byte REWIND = 70;

    private RecordKind() {}

    /** The kind in words. */
    public static String name(final byte kind) {
        return switch (kind) {
            case DATA -> "DATA";
            case DEFINITION -> "DEFINITION";
            case TICK -> "TICK";
            case SNAPSHOT -> "SNAPSHOT";
            case RESUMED -> "RESUMED";
            case COMMAND -> "COMMAND";
            case ANSWER -> "ANSWER";
            case INPUT_END -> "INPUT_END";
            case PADDING -> "PADDING";
            case FRONTIER -> "FRONTIER";
            case FINISHED -> "FINISHED";
            case STOP -> "STOP";
            case RESET -> "RESET";
            case LIVE -> "LIVE";
            case REWIND -> "REWIND";
            default -> "kind " + kind;
        };
    }
}
