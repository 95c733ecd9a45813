package io.millrace.app.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ctrl-C and SIGTERM ask the flow to stop, and the process ends when its work is done and told.
 *
 * <p>Thread: any.
 */
public final class Shutdown {
    private static final long PATIENCE_SECONDS = 30;
    private static final int FAILURE = 1;

    private static final AtomicReference<Runnable> STOP = new AtomicReference<>();
    private static final CountDownLatch FINISHED = new CountDownLatch(1);
    private static volatile int exitCode = FAILURE;

    private Shutdown() {}

    /** From now on a signal is a request. */
    public static void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(Shutdown::onSignal, "millrace-shutdown"));
    }

    /** What a signal shall do; null for nothing but the end of the process. */
    static void onRequest(final Runnable stop) {
        STOP.set(stop);
    }

    private static void onSignal() {
        final Runnable stop = STOP.get();
        if (FINISHED.getCount() == 0 || stop == null) {
            return;
        }
        stop.run();
        try {
            if (!FINISHED.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                exitCode = FAILURE;
                System.err.println(
                        "millrace: the flow did not stop within " + PATIENCE_SECONDS + " s; the process ends");
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Otherwise the exit code would be the signal's, as if nothing had been done about it.
        Runtime.getRuntime().halt(exitCode);
    }

    /** Ends the process. */
    public static void exit(final int code) {
        exitCode = code;
        FINISHED.countDown();
        System.exit(code);
    }
}
