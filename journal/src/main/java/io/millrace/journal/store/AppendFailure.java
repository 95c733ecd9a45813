package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;

/** Why a log can't take a document, in words. */
public final class AppendFailure {
    private AppendFailure() {}

    /** A document that no file can hold. */
    public static ConnectorException tooLarge(
            final LogDirectory directory, final long first, final int length, final int max) {
        return new ConnectorException("a batch of " + length + " bytes at record " + first + " is too large for "
                + directory.root() + ", which takes up to " + max
                + ": make batches smaller, or the log's blocks larger");
    }

    /** The log has failed before. */
    public static ConnectorException again(final LogDirectory directory) {
        return new ConnectorException(
                directory.root() + " has failed before and takes nothing more: see the first error");
    }

    /** A session could not begin. */
    public static ConnectorException beginning(final LogDirectory directory, final Throwable cause) {
        if (cause instanceof ConnectorException known) {
            return known;
        }
        return new ConnectorException(
                "can't begin to write in " + directory.queue() + " (" + cause + "); "
                        + directory.root().toFile().getUsableSpace()
                        + " bytes are free on its disk. What was there is as it was: make sure that the disk has space"
                        + " and is sound, and try again.",
                cause);
    }

    /** Something went wrong below. */
    public static ConnectorException of(final LogDirectory directory, final long first, final Throwable cause) {
        if (cause instanceof ConnectorException known) {
            return known;
        }
        final long free = directory.root().toFile().getUsableSpace();
        return new ConnectorException(
                "can't append to " + directory.root() + " at record " + first + " (" + cause + "); " + free
                        + " bytes are free on its disk. Everything before that record can be read: make sure that the"
                        + " disk has space and is sound, and that nobody else changes the files.",
                cause);
    }
}
