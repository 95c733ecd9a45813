package io.millrace.report.results;

/** Results that no report can be made of. The message names the file, what is wrong with it and what to do. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the whole message. */
    public ReportException(final String message) {
        super(message);
    }

    /** With the whole message and what led to it. */
    public ReportException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
