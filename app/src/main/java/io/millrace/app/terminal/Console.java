package io.millrace.app.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output and standard error, and whether people look at them.
 *
 * <p>Java can't tell which of the two is a terminal, so the start script says it in system properties.
 *
 * @param out          what was asked for
 * @param err          logs, progress, what went wrong
 * @param outIsScreen  whether {@code out} is a terminal
 * @param errIsScreen  whether {@code err} is a terminal
 */
public record Console(PrintStream out, PrintStream err, boolean outIsScreen, boolean errIsScreen) {
    private static final String OUT_IS_SCREEN = "millrace.terminal.out";
    private static final String ERR_IS_SCREEN = "millrace.terminal.err";

    /** The console of this process. */
    public static Console ofProcess() {
        return new Console(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Boolean.getBoolean(OUT_IS_SCREEN),
                Boolean.getBoolean(ERR_IS_SCREEN));
    }

    private static PrintStream stream(final FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
