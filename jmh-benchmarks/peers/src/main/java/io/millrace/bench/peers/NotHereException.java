package io.millrace.bench.peers;

/** A peer is not installed on this machine; the message says what is missing. */
final class NotHereException extends Exception {
    private static final long serialVersionUID = 1;

    NotHereException(final String message) {
        super(message);
    }
}
