package io.millrace.feed.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Bytes that somebody thinks out to do harm, for a second each, or as long as {@code -Dmillrace.fuzz.seconds} says.
 * Jazzer brings native code for Linux on x86-64, macOS and Windows.
 */
@EnabledOnOs(
        value = {OS.LINUX, OS.MAC, OS.WINDOWS},
        architectures = {"amd64", "x86_64", "aarch64"})
@Tag("slow")
class FuzzTest {
    private static final long SECONDS = Long.getLong("millrace.fuzz.seconds", 1);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    /** What is fuzzed. */
    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    enum Subject {
        DECODERS(DecodersTarget.class, DecodersTarget::seeds),
        JSON(JsonTarget.class, JsonTarget::seeds),
        NUMBERS(NumbersTarget.class, NumbersTarget::seeds),
        CAPTURES(CapturesTarget.class, CapturesTarget::seeds),
        BOOKS(BooksTarget.class, BooksTarget::seeds),
        WEB_SOCKET(WebSocketTarget.class, WebSocketTarget::seeds);

        private final Class<?> target;
        private final Supplier<List<byte[]>> seeds;

        Subject(final Class<?> target, final Supplier<List<byte[]>> seeds) {
            this.target = target;
            this.seeds = seeds;
        }
    }

    @ParameterizedTest
    @EnumSource
    void noInputDoesHarm(final Subject subject) throws IOException, InterruptedException {
        final String done = new FuzzProcess(directory).run(subject.target, subject.seeds.get(), SECONDS);
        System.out.println(done);
        assertThat(done).isNotEmpty();
    }
}
