package io.millrace.journal.store;

import com.sun.jna.Native;

/**
 * Asks the system for the pages of mapped memory before anybody stores into them: {@code madvise(2)} with
 * {@code MADV_POPULATE_WRITE}, which Linux has since 5.14. It changes no byte, whoever else stores meanwhile, and a full disk
 * is its answer, not a signal.
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
final class MappedPages {
    private static final int MADV_HUGEPAGE = 14;
    private static final int MADV_POPULATE_WRITE = 23;
    private static final boolean IS_LINKED = link();

    private MappedPages() {}

    private static boolean link() {
        try {
            Native.register(MappedPages.class, "c");
            return true;
        } catch (final UnsatisfiedLinkError | NoClassDefFoundError e) {
            return false;
        }
    }

    @SuppressWarnings("unused") // the system's names
    private static native int madvise(long address, long length, int advice);

    /**
     * Asks for large pages where the file's system has them, as a tmpfs does that is mounted with {@code huge=advise}. It is
     * only advice: elsewhere nothing changes.
     *
     * @param address of the first page, a multiple of the size of pages
     * @param length  bytes, a multiple of it
     */
    @SuppressWarnings("CheckReturnValue") // what does not help does no harm
    static void adviseLarge(final long address, final long length) {
        if (IS_LINKED) {
            madvise(address, length, MADV_HUGEPAGE);
        }
    }

    /**
     * Has the pages be there.
     *
     * @param address of the first one, a multiple of the size of pages
     * @param length  bytes, a multiple of it
     * @return whether all are; if not, the system does not know how, or has no room
     */
    static boolean populate(final long address, final long length) {
        return IS_LINKED && madvise(address, length, MADV_POPULATE_WRITE) == 0;
    }
}
