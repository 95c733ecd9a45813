package io.millrace.feed.binance.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.Levels;
import io.millrace.feed.decode.Words;

/**
 * The fields of one Binance message, whatever its type. Binance names nearly all fields of its market streams by one
 * letter, so each has a place in small arrays, and a bit in masks that say which fields are there and as what: the low six
 * bits of a letter tell all letters apart.
 *
 * <p>Thread: one. Allocation: only for more book levels than ever before. Deterministic: yes.
 */
final class BinanceFields {
    /** The field {@code pu} has two letters; its place is one that no letter has. */
    static final char PU = '@';

    /** Fields with longer names, for {@link #hasNamed}: they tell messages of other kinds apart. */
    static final int RESULT = 1;

    static final int ERROR = 1 << 1;
    static final int CODE = 1 << 2;
    static final int LAST_UPDATE_ID = 1 << 3;

    private static final int PLACES = 64;

    private final long[] values = new long[PLACES];
    private final int[] scales = new int[PLACES];
    private final Levels bids = new Levels();
    private final Levels asks = new Levels();
    private long wholes;
    private long amounts;
    private long truths;
    private long levels;
    private int named;
    private long requestId;
    private int symbolAt;
    private int symbolLength;
    private long event;
    private int eventLength;
    private long tradeType;
    private FrameFault misfit = FrameFault.NONE;
    private FrameFault fault = FrameFault.NONE;

    void clear() {
        wholes = 0;
        amounts = 0;
        truths = 0;
        levels = 0;
        named = 0;
        requestId = -1;
        symbolLength = 0;
        event = 0;
        eventLength = 0;
        tradeType = 0;
        misfit = FrameFault.NONE;
        fault = FrameFault.NONE;
    }

    /** A number without a point. */
    void whole(final int letter, final Decimal number) {
        amount(letter, number);
        wholes |= 1L << letter;
    }

    /** A number. */
    void amount(final int letter, final Decimal number) {
        values[letter & PLACES - 1] = number.mantissa();
        scales[letter & PLACES - 1] = number.scale();
        amounts |= 1L << letter;
    }

    void truth(final int letter, final boolean value) {
        values[letter & PLACES - 1] = value ? 1 : 0;
        truths |= 1L << letter;
    }

    /** One of the fields that are texts: {@code s}, {@code e} and {@code X}. */
    void text(final int letter, final byte[] bytes, final int at, final int length) {
        final long word = Words.first(Words.at(bytes, at), length);
        if (letter == 's') {
            symbolAt = at;
            symbolLength = length;
        } else if (letter == 'e') {
            event = word;
            eventLength = length;
        } else {
            tradeType = word;
        }
    }

    /** The levels of side {@code a} or {@code b} are there. */
    void levels(final int letter) {
        levels |= 1L << letter;
    }

    void named(final int field) {
        named |= field;
    }

    void requestId(final long id) {
        requestId = id;
    }

    /** A value does not have the form that market streams have there; whether that matters depends on the message. */
    void misfit(final FrameFault reason) {
        misfit = reason;
    }

    /** The bit of a field, for the masks below. */
    static long bit(final char letter) {
        return 1L << letter;
    }

    /** Whether all these are there as numbers without a point. */
    boolean hasWholes(final long fields) {
        return (wholes & fields) == fields;
    }

    /** Whether all these are there as numbers, in quotes or not. */
    boolean hasAmounts(final long fields) {
        return (amounts & fields) == fields;
    }

    /** Whether all these are there as true or false. */
    boolean hasTruths(final long fields) {
        return (truths & fields) == fields;
    }

    /** Whether all these are there as lists of levels. */
    boolean hasLevels(final long fields) {
        return (levels & fields) == fields;
    }

    boolean hasNamed(final int field) {
        return (named & field) != 0;
    }

    /** A number without its point; 1 for true. */
    long value(final char letter) {
        return values[letter & PLACES - 1];
    }

    int scale(final char letter) {
        return scales[letter & PLACES - 1];
    }

    /** When it took place, or when it was sent if that is all that is known, or {@code otherwise}. */
    long exchangeTime(final long otherwise) {
        if (hasWholes(bit('T'))) {
            return EpochTime.ofMillisOrMicros(value('T'));
        }
        return hasWholes(bit('E')) ? EpochTime.ofMillisOrMicros(value('E')) : otherwise;
    }

    Levels bids() {
        return bids;
    }

    Levels asks() {
        return asks;
    }

    int symbolAt() {
        return symbolAt;
    }

    /** 0 if there is no symbol. */
    int symbolLength() {
        return symbolLength;
    }

    /** First eight bytes of the event type, as {@link Words#of}. */
    long event() {
        return event;
    }

    /** 0 if the message does not say what it is. */
    int eventLength() {
        return eventLength;
    }

    /** First eight bytes of field {@code X}, or 0. */
    long tradeType() {
        return tradeType;
    }

    /** -1 if there is none. */
    long requestId() {
        return requestId;
    }

    /** The message is malformed: a field that must be there is not, or not in the form that it has. */
    FrameResult malformed() {
        return malformed(misfit == FrameFault.NONE ? FrameFault.MISSING_FIELD : misfit);
    }

    /** The message is malformed. */
    FrameResult malformed(final FrameFault reason) {
        fault = reason;
        return FrameResult.MALFORMED;
    }

    /** What is wrong with the message, if it was found to be malformed. */
    FrameFault fault() {
        return fault;
    }
}
