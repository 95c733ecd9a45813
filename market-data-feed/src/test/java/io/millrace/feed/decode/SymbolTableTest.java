package io.millrace.feed.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.Frames;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SymbolTableTest {
    private final SymbolTable table = new SymbolTable();

    private int find(final String text) {
        return table.find(Frames.padded(text), 0, text.length());
    }

    private int add(final String text) {
        return table.add(Frames.padded(text), 0, text.length());
    }

    @Test
    void numbersTextsInTheOrderOfAdding() {
        assertThat(find("BTCUSDT")).isEqualTo(SymbolTable.ABSENT);
        assertThat(add("BTCUSDT")).isZero();
        assertThat(add("ETHUSDT")).isEqualTo(1);
        assertThat(find("BTCUSDT")).isZero();
        assertThat(find("ETHUSDT")).isEqualTo(1);
        assertThat(find("BTCUSD")).isEqualTo(SymbolTable.ABSENT);
        assertThat(find("BTCUSDT1")).isEqualTo(SymbolTable.ABSENT);
    }

    @Test
    void findsOneTextAgainAndThenAnother() {
        final String zeros = "\0\0";
        assertThat(find(zeros)).isEqualTo(SymbolTable.ABSENT);
        assertThat(add(zeros)).isZero();
        assertThat(find(zeros)).isZero();
        assertThat(add("BTCUSDT")).isEqualTo(1);
        assertThat(add("BTCUSDT_240927_LONG")).isEqualTo(2);
        assertThat(find("BTCUSDT")).isEqualTo(1);
        assertThat(find("BTCUSDT")).isEqualTo(1);
        assertThat(find("BTCUSDT_240927_LONG")).isEqualTo(2);
        assertThat(find(zeros)).isZero();
        assertThat(find("BTCUSD")).isEqualTo(SymbolTable.ABSENT);
        assertThat(find("BTCUSDT")).isEqualTo(1);
    }

    @Test
    void tellsLongTextsApartByTheirLastByte() {
        final String longest = "A".repeat(SymbolTable.LONGEST - 1);
        assertThat(add(longest + "B")).isZero();
        assertThat(add(longest + "C")).isEqualTo(1);
        assertThat(find(longest + "B")).isZero();
        assertThat(find(longest + "C")).isEqualTo(1);
        assertThat(find(longest)).isEqualTo(SymbolTable.ABSENT);
    }

    @Test
    void keepsItsNumbersWhenItGrows() {
        for (int i = 0; i < 5_000; i++) {
            assertThat(add("SYM" + i)).isEqualTo(i);
        }
        for (int i = 0; i < 5_000; i++) {
            assertThat(find("SYM" + i)).isEqualTo(i);
        }
    }

    @Test
    void givesTextsBack() {
        add("1000SATSUSDT_240927");
        final byte[] text = new byte[SymbolTable.LONGEST];
        table.copy(0, text);
        assertThat(new String(text, StandardCharsets.US_ASCII)).isEqualTo("1000SATSUSDT_240927" + "\0".repeat(13));
    }
}
