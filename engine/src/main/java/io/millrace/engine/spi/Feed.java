package io.millrace.engine.spi;

/**
 * Describes a source: a venue's connection, a file, a generator. Inputs that name the same feed object are served by one
 * source.
 */
public interface Feed {

    /** Name for messages and metrics, such as {@code binance-spot}. */
    String name();

    /**
     * Opens the source. Called on the ingress thread, for the live copy of a flow only.
     *
     * @throws ConnectorException if it can't be opened; says what to do
     */
    Source open(SourceContext context);
}
