package io.millrace.app.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowSettingsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HALF_SECOND = Duration.ofMillis(500);

    private static FlowSettings candles(final Duration interval, final Duration lateBy) {
        return FlowSettings.USUAL.with(interval, lateBy);
    }

    @Test
    void standInTheJournalWithoutWhatChangesNoResult() {
        assertThat(candles(MINUTE, HALF_SECOND).parallel(4).arguments())
                .containsExactly(Map.entry("interval", "1m"), Map.entry("late-by", "500ms"));
        assertThat(FlowSettings.USUAL.emptyCandles(true).depth(25).arguments())
                .contains(Map.entry("empty-candles", "true"), Map.entry("depth", "25"));
    }

    @Test
    void comeBackFromTheJournal() {
        final FlowSettings recorded =
                candles(MINUTE, Duration.ZERO).emptyCandles(true).depth(7);
        assertThat(FlowSettings.of(recorded.arguments())).isEqualTo(recorded);
    }

    @Test
    void giveWayToWhatIsAskedFor() {
        assertThat(candles(MINUTE, HALF_SECOND).with(Duration.ofSeconds(1), null))
                .isEqualTo(candles(Duration.ofSeconds(1), HALF_SECOND));
        assertThat(candles(MINUTE, HALF_SECOND).with(null, Duration.ZERO)).isEqualTo(candles(MINUTE, Duration.ZERO));
    }

    @Test
    void refuseAnIntervalOfNothing() {
        assertThatThrownBy(() -> candles(Duration.ZERO, Duration.ZERO))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("--interval");
        assertThatThrownBy(() -> candles(MINUTE.negated(), Duration.ZERO)).isInstanceOf(ConnectorException.class);
    }

    @Test
    void refuseBooksOfLessThanNothing() {
        assertThatThrownBy(() -> FlowSettings.USUAL.depth(-1))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("--depth");
    }

    @Test
    void refuseToBeLateByLessThanNothing() {
        assertThatThrownBy(() -> candles(MINUTE, HALF_SECOND.negated()))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("--late-by");
    }
}
