package io.millrace.feed.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.Frames;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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

    /** A level that is spelled like the one before takes a shorter way. */
    @Test
    void readsLevelsAsTheirFormsChange() {
        final List<String> numbers = List.of(
                "61800.20",
                "61800.10",
                "9.5",
                "99.25",
                "100000.123456",
                "12345678.12345678",
                "1.00000001",
                "0.5",
                "7",
                "8.0");
        final SplittableRandom random = new SplittableRandom(3);
        final List<String> prices = new ArrayList<>();
        final List<String> sizes = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            final boolean likeLast = i > 0 && random.nextInt(3) > 0;
            prices.add(likeLast ? prices.get(i - 1) : numbers.get(random.nextInt(numbers.size())));
            sizes.add(likeLast ? sizes.get(i - 1) : numbers.get(random.nextInt(numbers.size())));
        }
        final String text = IntStream.range(0, 500)
                .mapToObj(i -> "[\"" + prices.get(i) + "\",\"" + sizes.get(i) + "\"]")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(read(text)).isEqualTo(text.length());
        assertThat(levels.count()).isEqualTo(500);
        for (int i = 0; i < 500; i++) {
            final BigDecimal price = new BigDecimal(prices.get(i));
            final BigDecimal size = new BigDecimal(sizes.get(i));
            assertThat(BigDecimal.valueOf(levels.price(i), levels.priceScale(i)))
                    .isEqualTo(price);
            assertThat(BigDecimal.valueOf(levels.size(i), levels.sizeScale(i))).isEqualTo(size);
        }
    }

    @Test
    void readsScalesAfterLevelsOfMoreMembers() {
        read("[[\"1.12345678\",\"2.5\"],[\"1.12345678\",\"2.75\",\"0\"],[\"1.12345678\",\"2.5\"]]");
        assertThat(levels.size(1)).isEqualTo(275);
        assertThat(levels.sizeScale(1)).isEqualTo(2);
        assertThat(levels.size(2)).isEqualTo(25);
        assertThat(levels.sizeScale(2)).isEqualTo(1);
    }

    @Test
    void knowsTheScalesOfAllLevels() {
        read("[[\"1.50\",\"2.909\"],[\"1.60\",\"2.908\"],[\"5.1\",\"10\"]]");
        assertThat(levels.haveScalesUpTo(2, 3)).isTrue();
        assertThat(levels.haveScalesUpTo(1, 3)).isFalse();
        assertThat(levels.haveScalesUpTo(2, 2)).isFalse();
        assertThat(levels.haveScalesFrom(1, 0)).isTrue();
        assertThat(levels.haveScalesFrom(2, 0)).isFalse();
        read("[[1.5,2.9]]");
        assertThat(levels.haveScalesUpTo(1, 1)).isTrue();
        assertThat(levels.haveScalesFrom(1, 1)).isTrue();
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
                "[[\"1.5\",\"2.5\"],[\"1x5\",\"2.5\"]]",
                "[[\"1.5\",\"2.5\"],[\"x.5\",\"2.5\"]]",
                "[[\"1.5\",\"2.5\"],[\"1.5\",\"2.x\"]]",
                "[[\"1.5\",\"2.5\"],[\"1.5\";\"2.5\"]]",
                "[[\"1.5\",\"2.5\"],[\"1.5\",\"2.5\"",
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
