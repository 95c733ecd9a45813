package io.millrace.rules;

/**
 * What a thread has allocated between the passes of a place.
 *
 * @param thread       name of the thread
 * @param place        what it passed
 * @param passes       how often it passed
 * @param bytes        what it allocated from the first pass to the last
 * @param longestClean most passes in a row without a byte
 */
record Allocation(String thread, String place, long passes, long bytes, long longestClean) {
    private static final String SEPARATOR = ", ";

    /** Reads what {@link #line} wrote. */
    static Allocation parse(final String line) {
        final String[] fields = line.split(SEPARATOR, -1);
        return new Allocation(
                fields[0], fields[1], Long.parseLong(fields[2]), Long.parseLong(fields[3]), Long.parseLong(fields[4]));
    }

    /** As a line. */
    String line() {
        return String.join(
                SEPARATOR, thread, place, Long.toString(passes), Long.toString(bytes), Long.toString(longestClean));
    }
}
