package io.millrace.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class TextKeysTest {
    private final TextKeys keys = new TextKeys();

    @Test
    void givesEachTextOneNumberForEver() {
        for (int i = 0; i < 5_000; i++) {
            assertThat(keys.of("key " + i)).isEqualTo(i);
        }
        for (int i = 0; i < 5_000; i++) {
            assertThat(keys.of("key " + i)).isEqualTo(i);
            assertThat(keys.describe(i)).isEqualTo("key " + i);
        }
    }

    @Test
    void knowsATextFromItsBytesAsWell() {
        final byte[] bytes = "Zürich €".getBytes(StandardCharsets.UTF_8);
        final long key = keys.of("Zürich €");
        assertThat(keys.of(new UnsafeBuffer(bytes), 0, bytes.length)).isEqualTo(key);
        assertThat(keys.textLength(key)).isEqualTo(bytes.length);
    }

    @Test
    void hashesByValue() {
        final TextKeys other = new TextKeys();
        other.of("first");
        assertThat(other.hash(other.of("x"))).isEqualTo(keys.hash(keys.of("x")));
    }

    @Test
    void comparesBytesAsUnsigned() {
        assertThat(keys.compare(keys.of("z"), keys.of("é"))).isNegative();
        assertThat(keys.compare(keys.of(""), keys.of("a"))).isNegative();
        assertThat(keys.compare(keys.of("ab"), keys.of("ab"))).isZero();
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertThatThrownBy(() -> keys.of("x".repeat(TextKeys.MAX_LENGTH + 1)))
                .hasMessageContaining("1025 bytes: at most 1024");
    }

    @Test
    void startsOverAfterAReset() {
        keys.of("a");
        keys.reset();
        assertThat(keys.of("b")).isZero();
        assertThat(keys.describe(0)).isEqualTo("b");
    }
}
