package io.millrace.feed.decode;

import io.millrace.engine.channel.RecordKind;
import io.millrace.operators.market.sbe.InstrumentEncoder;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The instruments of one feed: their numbers, the scales of their prices and sizes, and the DEFINITION records that tell
 * both to the flow. Numbers are dense and follow the order of {@link #add}.
 *
 * <p>Thread: one. Allocation: only for a new instrument. Deterministic: yes.
 */
public final class KnownInstruments {
    /** What {@link #find} gives for a symbol that was not added. */
    public static final int ABSENT = SymbolTable.ABSENT;

    /** Scale of an instrument that has no definition yet. */
    public static final int UNDEFINED = -1;

    private static final int FEW = 64;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final InstrumentEncoder encoder = new InstrumentEncoder();
    private final SymbolTable symbols = new SymbolTable();
    private final byte[] text = new byte[SymbolTable.LONGEST];
    private final String venue;
    private final int firstId;
    private int[] priceScales = undefined(FEW);
    private int[] sizeScales = undefined(FEW);

    /**
     * @param venue   name that stands in definitions
     * @param firstId number of the first instrument
     */
    public KnownInstruments(final String venue, final int firstId) {
        this.venue = venue;
        this.firstId = firstId;
    }

    private static int[] undefined(final int length) {
        final int[] scales = new int[length];
        Arrays.fill(scales, UNDEFINED);
        return scales;
    }

    /** Place of a symbol, or {@link #ABSENT}; arguments as for {@link SymbolTable#find}. */
    public int find(final byte[] bytes, final int offset, final int length) {
        return symbols.find(bytes, offset, length);
    }

    /** Adds a symbol that is not there yet; gives its place. */
    public int add(final byte[] bytes, final int offset, final int length) {
        final int place = symbols.add(bytes, offset, length);
        if (place == priceScales.length) {
            priceScales = grown(priceScales);
            sizeScales = grown(sizeScales);
        }
        return place;
    }

    /** Adds a symbol before any frame names it, so that its number does not depend on which comes first. */
    public void expect(final String symbol) {
        final byte[] name = symbol.getBytes(StandardCharsets.UTF_8);
        final byte[] padded = Arrays.copyOf(name, name.length + FrameDecoder.SLACK);
        if (find(padded, 0, name.length) == ABSENT) {
            add(padded, 0, name.length);
        }
    }

    private static int[] grown(final int[] scales) {
        final int[] longer = Arrays.copyOf(scales, 2 * scales.length);
        Arrays.fill(longer, scales.length, longer.length, UNDEFINED);
        return longer;
    }

    /** Number of the instrument at a place. */
    public int id(final int place) {
        return firstId + place;
    }

    /** Digits behind the point of its prices, or {@link #UNDEFINED}. */
    public int priceScale(final int place) {
        return priceScales[place];
    }

    /** Digits behind the point of its sizes, or {@link #UNDEFINED}. */
    public int sizeScale(final int place) {
        return sizeScales[place];
    }

    /** Gives an instrument its scales and writes that to an input, unless it has them already. */
    public void define(
            final int place, final int priceScale, final int sizeScale, final int input, final EventTarget target) {
        if (priceScales[place] == priceScale && sizeScales[place] == sizeScale) {
            return;
        }
        priceScales[place] = priceScale;
        sizeScales[place] = sizeScale;
        symbols.copy(place, text);
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + InstrumentEncoder.BLOCK_LENGTH;
        final int offset = target.claim(length);
        encoder.wrapAndApplyHeader(target.buffer(), offset, header)
                .instrumentId(id(place))
                .priceScale((short) priceScale)
                .sizeScale((short) sizeScale)
                .reserved(0)
                .venue(venue)
                .putSymbol(text, 0);
        target.commit(input, RecordKind.DEFINITION, length);
    }
}
