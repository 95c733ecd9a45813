package io.millrace.feed.decode;

import io.millrace.engine.channel.RecordKind;
import io.millrace.operators.market.PowersOfTen;
import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.InstrumentEncoder;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The instruments of one feed: their numbers, the scales of their prices and sizes, what the venue's list says of them, and
 * the DEFINITION records that tell all that to the flow. Numbers are dense and follow the order of {@link #add}.
 *
 * <p>Thread: one. Allocation: only for a new instrument. Deterministic: yes.
 */
public final class KnownInstruments {
    /** What {@link #find} gives for a symbol that was not added. */
    public static final int ABSENT = SymbolTable.ABSENT;

    /** Scale of an instrument that nothing has come for yet. */
    public static final int UNDEFINED = -1;

    private static final int FEW = 64;

    /** Digits behind the point where the venue has not said how many there are: more than any has that is traded for money. */
    private static final int FINEST = 12;

    /** Steps may become finer than the list said, but not by much: a number with more digits is none. */
    private static final int MORE_THAN_SAID = 4;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final InstrumentEncoder encoder = new InstrumentEncoder();
    private final SymbolTable symbols = new SymbolTable();
    private final byte[] text = new byte[SymbolTable.LONGEST];
    private final String venue;
    private final int firstId;
    private final SymbolNames names;
    private final BookTerms terms;
    private int[] priceScales = undefined(FEW);
    private int[] sizeScales = undefined(FEW);
    private boolean[] told = new boolean[FEW];
    private InstrumentFacts[] facts = new InstrumentFacts[FEW];
    private int[] depths = undefined(FEW);
    private boolean expecting;

    /**
     * @param venue   name that stands in definitions, as far as there is room for it
     * @param firstId number of the first instrument
     * @param names   how the venue spells instruments
     * @param terms   how its books are kept
     */
    public KnownInstruments(final String venue, final int firstId, final SymbolNames names, final BookTerms terms) {
        this.venue = shortened(venue, InstrumentEncoder.venueLength());
        this.firstId = firstId;
        this.names = names;
        this.terms = terms;
    }

    /** Instruments without books, that are spelled as all venues do. */
    public KnownInstruments(final String venue, final int firstId) {
        this(venue, firstId, SymbolNames.SAME, BookTerms.UNNUMBERED);
    }

    private static int[] undefined(final int length) {
        final int[] scales = new int[length];
        Arrays.fill(scales, UNDEFINED);
        return scales;
    }

    /** How many there are; their places are from 0. */
    public int size() {
        return symbols.size();
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
            told = Arrays.copyOf(told, 2 * place);
            facts = Arrays.copyOf(facts, 2 * place);
            depths = grown(depths);
        }
        return place;
    }

    /** Adds a symbol, unless it is there, before any frame names it, so that its number does not depend on which comes first. */
    public int expect(final String symbol) {
        expecting = true;
        final byte[] name = symbol.getBytes(StandardCharsets.UTF_8);
        final byte[] padded = Arrays.copyOf(name, name.length + FrameDecoder.SLACK);
        final int place = find(padded, 0, name.length);
        return place == ABSENT ? add(padded, 0, name.length) : place;
    }

    /** Whether it is known which ones are wanted, so that what comes of others, unasked, is of no use. */
    public boolean isExpecting() {
        return expecting;
    }

    /**
     * Takes in how many levels the venue keeps on each side of a book, where that is not what was asked for, or not known
     * before. Its next event is preceded by a definition that says so.
     */
    public void bookDepth(final int place, final int levels) {
        if (bookDepth(place) != levels) {
            depths[place] = levels;
            told[place] = false;
        }
    }

    /** Whether checksums are made of the digits of book levels, so that these are to be kept as they were sent. */
    boolean areBooksChecked() {
        return terms.checksum() != BookChecksum.NONE;
    }

    /** Levels of a side that the book at a place keeps, 0 for all. */
    public int bookDepth(final int place) {
        return depths[place] == UNDEFINED ? terms.depth() : depths[place];
    }

    /**
     * Takes in what the venue's list says of an instrument. Its next event is preceded by a definition that says so. Scales
     * never shrink: events that are on their way have the larger ones.
     */
    public void describe(final int place, final InstrumentFacts said) {
        final int priceScale = Math.max(priceScales[place], said.priceScale());
        final int sizeScale = Math.max(sizeScales[place], said.sizeScale());
        if (priceScales[place] != priceScale || sizeScales[place] != sizeScale || !said.equals(facts[place])) {
            priceScales[place] = priceScale;
            sizeScales[place] = sizeScale;
            facts[place] = said;
            told[place] = false;
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

    /** Place of the instrument with a number, or {@link #ABSENT}. */
    public int place(final int id) {
        return id >= firstId && id - firstId < symbols.size() ? id - firstId : ABSENT;
    }

    /** The venue's spelling of the instrument at a place. */
    public String symbol(final int place) {
        symbols.copy(place, text);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    /** Digits behind the point of its prices, or {@link #UNDEFINED}. */
    public int priceScale(final int place) {
        return priceScales[place];
    }

    /** Digits behind the point of its sizes, or {@link #UNDEFINED}. */
    public int sizeScale(final int place) {
        return sizeScales[place];
    }

    /** Most digits that are taken behind the point of a price of the instrument at a place, which may be {@link #ABSENT}. */
    int finestPrice(final int place) {
        return place == ABSENT || facts[place] == null ? FINEST : finest(facts[place].priceScale());
    }

    /** The same for sizes. */
    int finestSize(final int place) {
        return place == ABSENT || facts[place] == null ? FINEST : finest(facts[place].sizeScale());
    }

    private static int finest(final int said) {
        return Math.min(PowersOfTen.MAX, said + MORE_THAN_SAID);
    }

    /** Gives an instrument its scales and writes a definition to an input, unless what it says has been told already. */
    public void define(
            final int place, final int priceScale, final int sizeScale, final int input, final EventTarget target) {
        if (told[place] && priceScales[place] == priceScale && sizeScales[place] == sizeScale) {
            return;
        }
        priceScales[place] = priceScale;
        sizeScales[place] = sizeScale;
        told[place] = true;
        tell(place, input, target);
    }

    /** Writes the definition of an instrument that has no scales yet, or has them, unless it has been told already. */
    public void define(final int place, final int input, final EventTarget target) {
        if (!told[place]) {
            told[place] = true;
            tell(place, input, target);
        }
    }

    /** What was told may not have arrived: the next event of each instrument is preceded by its definition. */
    public void tellAgain() {
        Arrays.fill(told, false);
    }

    private void tell(final int place, final int input, final EventTarget target) {
        final String symbol = symbol(place);
        final InstrumentFacts known = facts[place] == null ? InstrumentFacts.NONE : facts[place];
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + InstrumentEncoder.BLOCK_LENGTH;
        final int offset = target.claim(length);
        encoder.wrapAndApplyHeader(target.buffer(), offset, header)
                .instrumentId(id(place))
                .priceScale((short) Math.max(0, priceScales[place]))
                .sizeScale((short) Math.max(0, sizeScales[place]))
                .reserved(0)
                .venue(venue)
                .symbol(symbol)
                .name(shortened(known.name() == null ? names.name(symbol) : known.name(), SymbolTable.LONGEST))
                .tickSize(
                        known.tickSize() == 0
                                ? 0
                                : Scales.shift(known.tickSize(), known.priceScale(), priceScales[place]))
                .lotSize(known.lotSize() == 0 ? 0 : Scales.shift(known.lotSize(), known.sizeScale(), sizeScales[place]))
                .status(known.status())
                .bookRule(terms.rule())
                .bookChecksum(terms.checksum())
                .reserved2((short) 0)
                .bookDepth(bookDepth(place));
        target.commit(input, RecordKind.DEFINITION, length);
    }

    private static String shortened(final String name, final int longest) {
        return name.length() <= longest ? name : name.substring(0, longest);
    }
}
