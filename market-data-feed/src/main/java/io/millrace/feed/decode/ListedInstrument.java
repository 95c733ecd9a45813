package io.millrace.feed.decode;

import io.millrace.operators.market.sbe.InstrumentStatus;

/**
 * An instrument of a venue's list, as far as it has been read: its symbol, the steps of prices and sizes, which tell its
 * scales, and whether it is traded. Used again for the next one. Those that the feed does not know are of no use.
 *
 * <p>Thread: one. Allocation: for what is new of an instrument. Deterministic: yes.
 */
public final class ListedInstrument {
    private final Decimal tick = new Decimal();
    private final Decimal lot = new Decimal();
    private final JsonCursor cursor;
    private final KnownInstruments instruments;
    private int symbolAt;
    private int symbolLength;
    private boolean hasTick;
    private boolean hasLot;
    private InstrumentStatus status = InstrumentStatus.UNKNOWN;

    /** @param cursor reads the list */
    public ListedInstrument(final JsonCursor cursor, final KnownInstruments instruments) {
        this.cursor = cursor;
        this.instruments = instruments;
    }

    /** Begins the next one. */
    public void begin() {
        symbolLength = 0;
        hasTick = false;
        hasLot = false;
        status = InstrumentStatus.UNKNOWN;
    }

    /** Reads its symbol. */
    public void symbol() {
        cursor.text();
        symbolAt = cursor.textAt();
        symbolLength = cursor.textLength();
    }

    /** Reads the step of its prices. */
    public void tick() {
        hasTick = cursor.number(tick);
    }

    /** Reads the step of its sizes. */
    public void lot() {
        hasLot = cursor.number(lot);
    }

    /** Whether it is traded. */
    public void status(final InstrumentStatus value) {
        status = value;
    }

    public InstrumentStatus status() {
        return status;
    }

    /** Whether it has a symbol and both steps. */
    public boolean isWhole() {
        return symbolLength > 0 && hasTick && hasLot;
    }

    /** Tells the feed's instrument what was read, if it is whole and the feed has it. */
    public void describe() {
        if (cursor.isBroken() || !isWhole() || symbolLength > SymbolTable.LONGEST) {
            return;
        }
        final int place = instruments.find(cursor.bytes(), symbolAt, symbolLength);
        if (place != KnownInstruments.ABSENT) {
            instruments.describe(
                    place, InstrumentFacts.ofSteps(tick.mantissa(), tick.scale(), lot.mantissa(), lot.scale(), status));
        }
    }

    /** As {@link #describe}; one that is not whole, or can't be a symbol, is kept in mind as a fault of the frame. */
    public void describeOrFault() {
        if (!isWhole() || symbolLength > SymbolTable.LONGEST) {
            cursor.keep(FrameFault.MISSING_FIELD);
        } else {
            describe();
        }
    }
}
