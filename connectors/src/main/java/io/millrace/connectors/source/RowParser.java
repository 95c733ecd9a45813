package io.millrace.connectors.source;

/**
 * Makes of a row's bytes what functions of the user take.
 *
 * @param <R> what they take; valid until the next row
 */
interface RowParser<R> {

    /** Whether a line feed between double quotes belongs to its row. */
    boolean quotes();

    /** Whether the file's first row names columns; it is then given to {@link #header}. */
    boolean hasHeader();

    /** Takes the first row. */
    void header(byte[] bytes, int from, int to);

    /** Takes a row; null if there is nothing in it to give. */
    R parse(byte[] bytes, int from, int to);
}
