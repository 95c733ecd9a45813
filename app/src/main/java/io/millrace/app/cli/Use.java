package io.millrace.app.cli;

import io.millrace.engine.spi.ConnectorException;
import java.util.function.Supplier;

/** Somebody used a command wrongly. The message says what is wrong and what to do. */
final class Use extends RuntimeException {
    /** Exit code of a command that was used wrongly. */
    static final int EXIT_CODE = 2;

    Use(final String message) {
        super(message);
    }

    private Use(final ConnectorException cause) {
        super(cause.getMessage(), cause);
    }

    /** Does what only fails if somebody named the wrong thing. */
    static void check(final Runnable preparation) {
        of(() -> {
            preparation.run();
            return true;
        });
    }

    /** Does what only fails if somebody named the wrong thing. */
    static <T> T of(final Supplier<T> preparation) {
        try {
            return preparation.get();
        } catch (final ConnectorException e) {
            throw new Use(e);
        }
    }
}
