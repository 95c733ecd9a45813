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

    @Test
    void standInTheJournalWithoutWhatChangesNoResult() {
        assertThat(new FlowSettings(MINUTE, HALF_SECOND, 4).arguments())
                .containsExactly(Map.entry("interval", "1m"), Map.entry("late-by", "500ms"));
    }

    @Test
    void comeBackFromTheJournal() {
        final FlowSettings recorded = new FlowSettings(MINUTE, Duration.ZERO, 0);
        assertThat(FlowSettings.of(null, null, 0, recorded.arguments())).isEqualTo(recorded);
    }

    @Test
    void giveWayToWhatIsAskedFor() {
        final Map<String, String> recorded = new FlowSettings(MINUTE, HALF_SECOND, 0).arguments();
        assertThat(FlowSettings.of(Duration.ofSeconds(1), null, 2, recorded))
                .isEqualTo(new FlowSettings(Duration.ofSeconds(1), HALF_SECOND, 2));
        assertThat(FlowSettings.of(null, Duration.ZERO, 2, recorded))
                .isEqualTo(new FlowSettings(MINUTE, Duration.ZERO, 2));
    }

    @Test
    void refuseAnIntervalOfNothing() {
        assertThatThrownBy(() -> new FlowSettings(Duration.ZERO, Duration.ZERO, 0))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("--interval");
        assertThatThrownBy(() -> new FlowSettings(MINUTE.negated(), Duration.ZERO, 0))
                .isInstanceOf(ConnectorException.class);
    }

    @Test
    void refuseToBeLateByLessThanNothing() {
        assertThatThrownBy(() -> new FlowSettings(MINUTE, HALF_SECOND.negated(), 0))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("--late-by");
    }
}
