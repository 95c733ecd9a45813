package io.millrace.feed.binance.wire;

import io.millrace.feed.decode.BookDraft;
import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
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

    /** The same for {@code lastUpdateId}. */
    static final char LAST_ID = '[';

    /** Fields with longer names, for {@link #hasNamed}: they tell messages of other kinds apart. */
    static final int RESULT = 1;

    static final int ERROR = 1 << 1;
    static final int CODE = 1 << 2;
    static final int LAST_UPDATE_ID = 1 << 3;

    private static final int PLACES = 64;

    private final FrameEvents events;
    private final long[] values = new long[PLACES];
    private final int[] scales = new int[PLACES];
    private final FieldMasks own = new FieldMasks();

    /** Its own, or those of a shape, which are not to be written to. */
    private FieldMasks masks = own;

    private BookDraft book;
    private long misfits;
    private int named;
    private long requestId;
    private int symbolAt;
    private int symbolLength;
    private int streamAt;
    private int streamLength;
    private int listAt;
    private FrameFault misfit = FrameFault.NONE;

    /** @param events levels of books are put straight into what is to be given of the frame */
    BinanceFields(final FrameEvents events) {
        this.events = events;
    }

    /** Begins a frame. */
    void clear() {
        book = null;
        streamLength = 0;
        clearMessage();
    }

    /** Begins the message of a frame, again if need be: the name of its stream stays. */
    void clearMessage() {
        if (book != null) {
            events.clear();
            book = null;
        }
        masks = own;
        own.clear();
        misfits = 0;
        named = 0;
        requestId = -1;
        symbolLength = 0;
        listAt = 0;
        misfit = FrameFault.NONE;
    }

    /** Whether masks, values and the symbol are all that there is, so that a message of the same shape has the same masks. */
    boolean haveShape() {
        return misfits == 0 && named == 0 && requestId == -1 && listAt == 0;
    }

    /** What there is of the message, but for its values. */
    FieldMasks masks() {
        return masks;
    }

    /** The message is of a shape that has these. */
    void masks(final FieldMasks ofShape) {
        masks = ofShape;
    }

    /** More members follow behind a message that was read by its shape. */
    void goOn() {
        if (masks != own) {
            own.copy(masks);
            masks = own;
        }
    }

    /** The value of a field that the masks tell of. */
    void value(final int letter, final long value, final int scale) {
        values[letter & PLACES - 1] = value;
        scales[letter & PLACES - 1] = scale;
    }

    /** The same of true or false. */
    void value(final int letter, final boolean value) {
        values[letter & PLACES - 1] = value ? 1 : 0;
    }

    /** A number without a point. */
    void whole(final int letter, final Decimal number) {
        amount(letter, number);
        masks.wholes |= 1L << letter;
    }

    /** A number. */
    void amount(final int letter, final Decimal number) {
        value(letter, number.mantissa(), number.scale());
        masks.amounts |= 1L << letter;
    }

    void truth(final int letter, final boolean value) {
        value(letter, value);
        masks.truths |= 1L << letter;
    }

    /** Whether a field of this letter is a text: {@code s}, {@code e}, {@code X} and {@code S}. */
    static boolean isText(final int letter) {
        return letter == 's' || letter == 'e' || letter == 'X' || letter == 'S';
    }

    /** One of the fields that are texts. */
    void text(final int letter, final byte[] bytes, final int at, final int length) {
        if (letter == 's') {
            symbolAt = at;
            symbolLength = length;
            return;
        }
        final long word = Words.first(Words.at(bytes, at), length);
        if (letter == 'e') {
            masks.event = word;
            masks.eventLength = length;
        } else if (letter == 'S') {
            masks.side = word;
        } else {
            masks.tradeType = word;
        }
    }

    /** The name of the combined stream that it came by. */
    void stream(final int at, final int length) {
        streamAt = at;
        streamLength = length;
    }

    /** A list of instruments begins here. */
    void list(final int at) {
        listAt = at;
    }

    /** The levels of side {@code a} or {@code b} are there. */
    void levels(final int letter) {
        masks.levels |= 1L << letter;
    }

    void named(final int field) {
        named |= field;
    }

    void requestId(final long id) {
        requestId = id;
    }

    /** A value does not have the form that market streams have there; whether that matters depends on the message. */
    void misfit(final int letter, final FrameFault reason) {
        misfit = reason;
        misfits |= 1L << letter;
    }

    /** The bit of a field, for the masks below. */
    static long bit(final char letter) {
        return 1L << letter;
    }

    /** Whether all these are there as numbers without a point. */
    boolean hasWholes(final long fields) {
        return (masks.wholes & fields) == fields;
    }

    /** Whether all these are there as numbers, in quotes or not. */
    boolean hasAmounts(final long fields) {
        return (masks.amounts & fields) == fields;
    }

    /** Whether all these are there as true or false. */
    boolean hasTruths(final long fields) {
        return (masks.truths & fields) == fields;
    }

    /** Whether both sides of a book are there. */
    boolean hasLevels() {
        return (masks.levels & (bit('a') | bit('b'))) == (bit('a') | bit('b'));
    }

    /** Whether one of these is there in a form that it does not have. */
    boolean hasMisfits(final long fields) {
        return (misfits & fields) != 0;
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

    /** The levels that have come; is made when it is first asked for. */
    BookDraft book() {
        if (book == null) {
            book = events.addBook();
        }
        return book;
    }

    /** Where levels of side {@code a} or {@code b} go. */
    Levels side(final int letter) {
        return letter == 'a' ? book().asks() : book().bids();
    }

    int symbolAt() {
        return symbolAt;
    }

    /** 0 if there is no symbol. */
    int symbolLength() {
        return symbolLength;
    }

    int streamAt() {
        return streamAt;
    }

    /** 0 if it was sent without the name of a stream. */
    int streamLength() {
        return streamLength;
    }

    /** Where a list of instruments begins, or 0. */
    int listAt() {
        return listAt;
    }

    /** First eight bytes of the event type, as {@link Words#of}. */
    long event() {
        return masks.event;
    }

    /** 0 if the message does not say what it is. */
    int eventLength() {
        return masks.eventLength;
    }

    /** First eight bytes of field {@code X}, or 0. */
    long tradeType() {
        return masks.tradeType;
    }

    /** First eight bytes of field {@code S}, or 0. */
    long side() {
        return masks.side;
    }

    /** -1 if there is none. */
    long requestId() {
        return requestId;
    }

    /** What is wrong with a message in which a field is missing, or not in the form that it has. */
    FrameFault problem() {
        return misfit == FrameFault.NONE ? FrameFault.MISSING_FIELD : misfit;
    }
}
