package io.millrace.app.cli;

import picocli.CommandLine.Option;

/** Where an exchange on this machine listens. */
final class PortOption {
    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of the exchange; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
    private int port;

    /** The port, checked. */
    int number() {
        if (port < 0 || port > LAST_PORT) {
            throw new Use("--port " + port + ": from 0 to " + LAST_PORT);
        }
        return port;
    }
}
