package io.millrace.operators.market.book;

/**
 * How books are kept.
 *
 * <p>Thread: any. Allocation: while building. Deterministic: yes.
 *
 * @param checkEvery compare the venue's checksum with every n-th message that has one; with each snapshot in any case
 * @param keep       most levels of updates that are kept while a snapshot is on its way; what comes then begins anew
 */
public record BookSettings(int checkEvery, int keep) {
    private static final int USUAL_KEEP = 1 << 18;

    /** Every checksum is compared, and a quarter of a million levels are kept. */
    public static final BookSettings USUAL = new BookSettings(1, USUAL_KEEP);

    public BookSettings {
        if (checkEvery < 1) {
            throw new IllegalArgumentException("checksums of books are compared every " + checkEvery
                    + " messages: must be at least 1, which compares all");
        }
        if (keep < 1) {
            throw new IllegalArgumentException("books keep " + keep + " levels while they wait: must be at least 1");
        }
    }

    /** The same, but for how often checksums are compared. */
    public BookSettings checkEvery(final int messages) {
        return new BookSettings(messages, keep);
    }

    /** The same, but for how much is kept. */
    public BookSettings keep(final int levels) {
        return new BookSettings(checkEvery, levels);
    }
}
