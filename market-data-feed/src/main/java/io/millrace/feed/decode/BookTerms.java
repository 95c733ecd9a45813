package io.millrace.feed.decode;

import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookRule;

/**
 * What a book must know of its venue to be kept right; stands in the definition of each instrument.
 *
 * @param rule     how its updates follow each other
 * @param checksum of what the venue sends checksums, if it does
 * @param depth    levels of a side that are kept, 0 for all that come
 */
public record BookTerms(BookRule rule, BookChecksum checksum, int depth) {
    /** Snapshots come in band, updates have no ids, and nothing is left out. */
    public static final BookTerms UNNUMBERED = new BookTerms(BookRule.UNNUMBERED, BookChecksum.NONE, 0);
}
