package io.millrace.feed.decode;

/**
 * The instrument of one frame. First takes in all numbers of the frame and finds the scales that the instrument must have
 * for them: those that it has, if they are enough. Then, once nothing about the frame can be wrong any more, defines it.
 *
 * <pre>{@code
 *   if (!instrument.begin(bytes, symbolAt, symbolLength)) { malformed }
 *   instrument.price(mantissa, scale);                          // each price, each size
 *   if (!instrument.priceFits(mantissa, scale)) { malformed }   // again each
 *   instrument.define(input, target);                           // a DEFINITION record if anything is new
 *   ... instrument.scaledPrice(mantissa, scale) ...
 * }</pre>
 *
 * <p>Thread: one. Allocation: only for a new instrument. Deterministic: yes.
 */
public final class FrameInstrument {
    private final KnownInstruments instruments;
    private byte[] bytes;
    private int symbolAt;
    private int symbolLength;
    private int place;
    private boolean defined;
    private boolean tooFine;
    private int priceScale;
    private int sizeScale;

    public FrameInstrument(final KnownInstruments instruments) {
        this.instruments = instruments;
    }

    /**
     * Begins a frame.
     *
     * @return whether this can be a symbol: from 1 to {@link SymbolTable#LONGEST} bytes
     */
    public boolean begin(final byte[] frame, final int at, final int length) {
        if (length == 0 || length > SymbolTable.LONGEST) {
            return false;
        }
        bytes = frame;
        symbolAt = at;
        symbolLength = length;
        begin(instruments.find(frame, at, length));
        return true;
    }

    /** Begins a frame of the instrument at a place. */
    public void begin(final int known) {
        place = known;
        tooFine = false;
        defined = place != KnownInstruments.ABSENT && instruments.priceScale(place) != KnownInstruments.UNDEFINED;
        priceScale = defined ? instruments.priceScale(place) : 0;
        sizeScale = defined ? instruments.sizeScale(place) : 0;
    }

    /** Its place among the known ones, to which it is added if it is not there. */
    public int place() {
        if (place == KnownInstruments.ABSENT) {
            place = instruments.add(bytes, symbolAt, symbolLength);
        }
        return place;
    }

    /** Takes in a price. */
    public void price(final long mantissa, final int scale) {
        if (scale > priceScale) {
            priceScale = grown(mantissa, scale, priceScale, instruments.finestPrice(place));
        }
    }

    /** Takes in a size. */
    public void size(final long mantissa, final int scale) {
        if (scale > sizeScale) {
            sizeScale = grown(mantissa, scale, sizeScale, instruments.finestSize(place));
        }
    }

    /** What is finer than it may be is kept in mind instead: it must not make all other numbers too large for good. */
    private int grown(final long mantissa, final int scale, final int known, final int finest) {
        final int needed = defined || scale > finest ? Scales.needed(mantissa, scale, known) : scale;
        if (needed <= finest) {
            return needed;
        }
        tooFine = true;
        return known;
    }

    /** Whether a price has room in the scale; none has if one of the frame's numbers is too fine. */
    public boolean priceFits(final long mantissa, final int scale) {
        return !tooFine && Scales.fits(mantissa, scale, priceScale);
    }

    /** Whether a size has room in the scale; none has if one of the frame's numbers is too fine. */
    public boolean sizeFits(final long mantissa, final int scale) {
        return !tooFine && Scales.fits(mantissa, scale, sizeScale);
    }

    /** Makes the instrument known with its scales, and tells an input if that is new. */
    public void define(final int input, final EventTarget target) {
        instruments.define(place(), priceScale, sizeScale, input, target);
    }

    /** Makes the instrument known by an event that has no price in its scale, and tells an input if that is new. */
    public void defineOnly(final int input, final EventTarget target) {
        instruments.define(place(), input, target);
    }

    /** Its number in events. */
    public int id() {
        return instruments.id(place);
    }

    public int priceScale() {
        return priceScale;
    }

    public int sizeScale() {
        return sizeScale;
    }

    public long scaledPrice(final long mantissa, final int scale) {
        return Scales.shift(mantissa, scale, priceScale);
    }

    public long scaledSize(final long mantissa, final int scale) {
        return Scales.shift(mantissa, scale, sizeScale);
    }
}
