package io.millrace.connectors.testing;

/**
 * Does to a place what a crash may do to the last item there: half a row, a row without its end, zeros.
 *
 * @param <P> type of the places
 */
@FunctionalInterface
public interface Tear<P> {

    /** Tears the end of what is there; may take away the last item, but no other. */
    void tear(P place) throws Exception;
}
