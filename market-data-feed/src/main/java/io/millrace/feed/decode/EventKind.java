package io.millrace.feed.decode;

import java.util.function.Supplier;

/**
 * Events of one kind that a frame brings: how they are checked, asked about, and written.
 *
 * <p>Thread: one. Allocation: only for new instruments, and more events than ever before. Deterministic: yes.
 */
abstract class EventKind<D> {
    final int input;
    final FrameInstrument instrument;
    final Drafts<D> drafts;

    EventKind(final int input, final FrameInstrument instrument, final Supplier<D> maker) {
        this.input = input;
        this.instrument = instrument;
        this.drafts = new Drafts<>(maker);
    }

    /** Begins the draft's instrument and takes in its scales; gives what is wrong, or NONE. */
    abstract FrameFault check(byte[] bytes, D draft);

    /** {@link #check} of an event with a price and a size. */
    final FrameFault check(
            final byte[] bytes,
            final int symbolAt,
            final int symbolLength,
            final long price,
            final int priceScale,
            final long size,
            final int sizeScale) {
        if (!instrument.begin(bytes, symbolAt, symbolLength)) {
            return FrameFault.BAD_SYMBOL;
        }
        instrument.price(price, priceScale);
        instrument.size(size, sizeScale);
        return instrument.priceFits(price, priceScale) && instrument.sizeFits(size, sizeScale)
                ? FrameFault.NONE
                : FrameFault.TOO_LARGE;
    }

    /** Whether a gate lets it pass; it has been checked just now. */
    abstract boolean passes(FrameGate gate, D draft);

    /** Writes it; it has been checked just now. */
    abstract void write(D draft, long receiveTime, EventTarget target);
}
