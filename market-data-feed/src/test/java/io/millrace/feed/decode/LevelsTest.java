package io.millrace.feed.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.Frames;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsTest {
    private final Levels levels = new Levels();

    private int read(final String text) {
        return levels.read(Frames.padded(text), 0, text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[\"61800.20\",\"2.909\"],[\"5.1\",\"10\"]]",
                " [ [ \"61800.20\" , \"2.909\" ] , [\"5.1\",\"10\"]\n]",
                "[[61800.20,2.909],[5.1,10]]",
                "[[\"61800.20\",\"2.909\",[]],[\"5.1\",\"10\",\"0\",{\"x\":[1]}]]"
            })
    void readsPricesAndSizes(final String text) {
        final String trimmed = text.trim();
        assertThat(read(trimmed)).isEqualTo(trimmed.length());
        assertThat(levels.count()).isEqualTo(2);
        assertThat(levels.price(0)).isEqualTo(6_180_020);
        assertThat(levels.priceScale(0)).isEqualTo(2);
        assertThat(levels.size(0)).isEqualTo(2_909);
        assertThat(levels.sizeScale(0)).isEqualTo(3);
        assertThat(levels.price(1)).isEqualTo(51);
        assertThat(levels.size(1)).isEqualTo(10);
        assertThat(levels.sizeScale(1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[ ]"})
    void readsNoLevels(final String text) {
        assertThat(read(text)).isEqualTo(text.length());
        assertThat(levels.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "[[",
                "[[\"1\"",
                "[[\"1\",\"2\"]",
                "[[\"1\",\"2\"],]",
                "[[\"1\"]]",
                "[\"1\",\"2\"]",
                "[[\"1\",\"2\"][\"1\",\"2\"]]",
                "[[\"1\",\"x\"]]",
                "[[\"1\",null]]",
                "[{}]"
            })
    void findsWhatIsBroken(final String text) {
        assertThat(read(text)).isEqualTo(Json.BROKEN);
    }

    @Test
    void growsToAnyNumberOfLevels() {
        final String text = IntStream.range(0, 5_000)
                .mapToObj(i -> "[\"" + i + ".5\",\"1\"]")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(read(text)).isEqualTo(text.length());
        assertThat(levels.count()).isEqualTo(5_000);
        assertThat(levels.price(4_999)).isEqualTo(49_995);
    }
}
