package io.millrace.feed.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Jazzer in a process of its own, with the classes of the tests: it puts an agent into its JVM, and looks for what makes the
 * code take new ways. What it says goes to a file.
 */
final class FuzzProcess {
    private static final String MAIN = "com.code_intelligence.jazzer.Jazzer";
    private static final String INSTRUMENTED = "io.millrace.feed.**:io.millrace.operators.market.**";
    private static final String OUTPUT = "fuzz.log";
    private static final int INPUT_SECONDS = 20;
    private static final int LONGEST_INPUT = 8_192;
    private static final long STARTUP_SECONDS = 60;
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");
    private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+)");

    private final Path directory;
    private final Path output;

    /** @param directory of its own: corpus, output, and what was found */
    FuzzProcess(final Path directory) {
        this.directory = directory;
        this.output = directory.resolve(OUTPUT);
    }

    /**
     * Fuzzes for some seconds.
     *
     * @return what was done, in a line
     * @throws AssertionError if something was found; has the end of what Jazzer says
     */
    String run(final Class<?> target, final List<byte[]> seeds, final long seconds)
            throws IOException, InterruptedException {
        final Path corpus = Files.createDirectories(directory.resolve("corpus"));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        final Process process = new ProcessBuilder(command(target, seconds))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(seconds + STARTUP_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("fuzzing did not end: " + tail());
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new AssertionError("fuzzing of " + target.getSimpleName() + " ended with " + process.exitValue()
                    + " in " + directory + ":\n" + tail());
        }
        return summary(target);
    }

    private static List<String> command(final Class<?> target, final long seconds) {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(List.of(
                "--target_class=" + target.getName(),
                "--instrumentation_includes=" + INSTRUMENTED,
                "--custom_hook_includes=" + INSTRUMENTED,
                "-max_total_time=" + seconds,
                // The usual build looks at the same inputs each time; who fuzzes for longer may choose others.
                "-seed=" + Integer.getInteger("millrace.fuzz.seed", 1),
                "-timeout=" + INPUT_SECONDS,
                "-max_len=" + LONGEST_INPUT,
                "-rss_limit_mb=4096",
                "-reload=0",
                "corpus"));
        return command;
    }

    private String summary(final Class<?> target) throws IOException {
        final String text = Files.readString(output, StandardCharsets.ISO_8859_1);
        final Matcher done = DONE.matcher(text);
        if (!done.find()) {
            throw new AssertionError("fuzzing of " + target.getSimpleName() + " did nothing:\n" + tail());
        }
        String coverage = "?";
        final Matcher covered = COVERAGE.matcher(text);
        while (covered.find()) {
            coverage = covered.group(1);
        }
        return target.getSimpleName() + ": " + done.group(1) + " inputs in " + done.group(2) + " s, " + coverage
                + " branches";
    }

    private String tail() throws IOException {
        final List<String> lines = Files.readAllLines(output, StandardCharsets.ISO_8859_1);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }
}
