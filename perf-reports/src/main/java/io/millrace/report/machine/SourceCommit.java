package io.millrace.report.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The commit that is checked out in a directory, as git tells it. */
final class SourceCommit {
    private static final long TIME_LIMIT_SECONDS = 10;

    private SourceCommit() {}

    /**
     * Twelve digits of the commit; "-dirty" behind them if tracked files differ from it, because then the figures are not
     * that commit's. "unknown" outside a repository and without git.
     */
    static String of(final Path directory) {
        final ProcessBuilder git = new ProcessBuilder(
                        "git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*")
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            final Process process = git.start();
            process.getOutputStream().close();
            if (!process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Machine.UNKNOWN;
            }
            final String commit = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.exitValue() == 0 && !commit.isEmpty() ? commit : Machine.UNKNOWN;
        } catch (final IOException e) {
            return Machine.UNKNOWN;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return Machine.UNKNOWN;
        }
    }
}
