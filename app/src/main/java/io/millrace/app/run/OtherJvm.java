package io.millrace.app.run;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.verify.Checkpoint;
import io.millrace.engine.verify.Look;
import io.millrace.engine.verify.OtherCopy;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The same command, run by another JVM, which prints checkpoints.
 *
 * <p>Thread: one.
 */
public final class OtherJvm implements OtherCopy {
    /** Option of the command that makes it print checkpoints; what follows is a {@link #range}. */
    public static final String OPTION = "--checkpoints";

    private static final String PREFIX = "checkpoint\t";

    private final Path java;
    private final List<String> program;
    private final List<String> arguments;

    /**
     * Describes the other process.
     *
     * @param java      its {@code java}
     * @param program   main class or source file, or what else stands between the flags and the arguments
     * @param arguments of the command, without {@link #OPTION}
     */
    public OtherJvm(final Path java, final List<String> program, final List<String> arguments) {
        this.java = java;
        this.program = program;
        this.arguments = arguments;
    }

    @Override
    public String name() {
        return java.toString();
    }

    /** What this JVM was started with: a main class, or a source file. */
    public static List<String> programOfThisJvm() {
        final String[] words = System.getProperty("sun.java.command", "").split(" ", -1);
        if (words[0].isEmpty()) {
            throw new ConnectorException(
                    "this JVM does not tell which program it runs: another can't be given the same");
        }
        if (words[0].endsWith(".launcher.Main") && words.length > 1) {
            return List.of(words[1]);
        }
        return words[0].endsWith(".jar") ? List.of("-jar", words[0]) : List.of(words[0]);
    }

    /** Writes which checkpoints are wanted. */
    static String range(final Look look) {
        return look.firstSeq() + "," + look.lastSeq() + "," + look.every() + "," + look.detail();
    }

    /** Writes a checkpoint. */
    public static String line(final Checkpoint checkpoint) {
        return PREFIX + checkpoint.toLine();
    }

    @Override
    public void run(final Look look, final Predicate<Checkpoint> wantsMore) {
        Path errors = null;
        Process process = null;
        try {
            errors = Files.createTempFile("millrace-verify", ".log");
            process = new ProcessBuilder(command(look))
                    .redirectError(errors.toFile())
                    .start();
            process.getOutputStream().close();
            if (!tell(process, wantsMore)) {
                return;
            }
            final int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new ConnectorException(java + " ended with exit code " + exitCode + ": " + lastLine(errors));
            }
        } catch (final IOException e) {
            throw new ConnectorException(java + " can't be run: " + e.getMessage(), e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException("interrupted while " + java + " ran", e);
        } finally {
            end(process, errors);
        }
    }

    /** Gives whether all of it was wanted. What the flow itself prints may stand between. */
    private static boolean tell(final Process process, final Predicate<Checkpoint> wantsMore) throws IOException {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(PREFIX) && !wantsMore.test(Checkpoint.ofLine(line.substring(PREFIX.length())))) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<String> command(final Look look) {
        final List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-javaagent") && !flag.startsWith("-agentlib"))
                .forEach(command::add);
        if (!program.contains("-jar")) {
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        }
        command.addAll(program);
        command.addAll(arguments);
        command.addAll(List.of(OPTION, range(look)));
        return command;
    }

    private static String lastLine(final Path errors) throws IOException {
        final List<String> lines = Files.readAllLines(errors);
        return lines.isEmpty() ? "it did not say why" : lines.get(lines.size() - 1);
    }

    private static void end(final Process process, final Path errors) {
        if (process != null) {
            process.destroyForcibly();
        }
        if (errors != null) {
            errors.toFile().delete();
        }
    }
}
