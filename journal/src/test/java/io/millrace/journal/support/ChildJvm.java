package io.millrace.journal.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the tests in a JVM of its own, with the flags of this one. */
public final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final BufferedReader err;

    private ChildJvm(final Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.err = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    }

    /** Starts a program. */
    public static ChildJvm start(final Class<?> program, final String... args) {
        return start(List.of(), program, args);
    }

    /** Starts a program with more flags. */
    public static ChildJvm start(final List<String> flags, final Class<?> program, final String... args) {
        return run(command(flags, program, args));
    }

    /** Starts a program whose files may not grow beyond so many KiB. */
    public static ChildJvm startLimited(final int maxFileKib, final Class<?> program, final String... args) {
        final List<String> command = new ArrayList<>();
        // In a shell, the unit of this limit is 512 bytes.
        command.addAll(List.of("/bin/sh", "-c", "ulimit -f " + 2 * maxFileKib + " && exec \"$@\"", "sh"));
        command.addAll(command(List.of(), program, args));
        return run(command);
    }

    private static List<String> command(final List<String> flags, final Class<?> program, final String... args) {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Xmx256m");
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(args));
        return command;
    }

    private static ChildJvm run(final List<String> command) {
        try {
            return new ChildJvm(new ProcessBuilder(command).start());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Next line of its standard output, or null at the end. */
    public String readLine() throws IOException {
        return out.readLine();
    }

    /** What is left of its standard output. */
    public List<String> restOfOutput() {
        return out.lines().toList();
    }

    /** All of its standard error. */
    public List<String> errors() {
        return err.lines().toList();
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    public void kill() throws InterruptedException {
        // Not through the process: that closes its output, of which something may be left.
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Waits until it has ended, not for ever. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " did not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
