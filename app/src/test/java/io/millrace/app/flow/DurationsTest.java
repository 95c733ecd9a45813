package io.millrace.app.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "7ns, PT0.000000007S",
        "250us, PT0.00025S",
        "500ms, PT0.5S",
        "1s, PT1S",
        "1m, PT1M",
        "4h, PT4H",
        "2d, PT48H",
        "0s, PT0S",
        "007s, PT7S"
    })
    void areANumberAndAUnit(final String text, final Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "m", "1 m", "-1s", "1.5s", "1M", "1min", "1m30s", "PT1M", "1234567890123456s"})
    void areNothingElse(final String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("'" + text + "' is not a duration")
                .hasMessageContaining("such as 500ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"106752d", "999999999999999h", "999999999999999s"})
    void endWhere64BitsOfNanosecondsDo(final String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("292 years");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1ns", "999ns", "1us", "1500us", "1ms", "90s", "1m", "90m", "1h", "25h", "7d"})
    void areWrittenAsTheyAreRead(final String text) {
        assertThat(Durations.text(Durations.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1000ns, 1us", "60s, 1m", "120m, 2h", "24h, 1d", "0ms, 0ns"})
    void areWrittenInTheLargestUnitThatFits(final String text, final String expected) {
        assertThat(Durations.text(Durations.parse(text))).isEqualTo(expected);
    }

    @Test
    void reachAsFarAsALong() {
        assertThat(Durations.parse("106751d")).isEqualTo(Duration.ofDays(106_751));
    }
}
