package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.FlowInput;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.Origin;
import io.millrace.journal.model.Durability;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.store.HeadCodec;
import io.millrace.journal.support.Heads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {
    private static FlowInput input(final int index, final String name, final Codec<?> codec) {
        return new FlowInput(index, name, new Origin<>(Heads.feed("binance"), "trades", codec, null));
    }

    /** The text codec in another version. */
    private static Codec<String> text(final int version) {
        return new Codec<>() {
            @Override
            public String name() {
                return Codecs.TEXT.name();
            }

            @Override
            public int version() {
                return version;
            }

            @Override
            public String create() {
                return null;
            }

            @Override
            public int encode(final String item, final MutableDirectBuffer target, final int offset) {
                return Codecs.TEXT.encode(item, target, offset);
            }

            @Override
            public String decode(final DirectBuffer source, final int offset, final int length, final String reuse) {
                return Codecs.TEXT.decode(source, offset, length, reuse);
            }
        };
    }

    private static JournalHead head(final FlowInput... inputs) {
        return JournalHead.of("flow", Map.of(), List.of(inputs));
    }

    @Test
    void survivesItsEncoding() {
        final Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("symbols", "BTCUSDT,ETHUSDT");
        arguments.put("z", "");
        arguments.put("a", "größer als ≤ 7 🙂");
        final JournalHead head = JournalHead.of(
                        "candles",
                        arguments,
                        List.of(
                                input(0, "trades", Codecs.TEXT),
                                new FlowInput(1, "commands", new Origin<>(null, "commands", Codecs.INT64, null)),
                                new FlowInput(2, "raw", new Origin<>(Heads.feed("file"), "raw", null, null))))
                .durability(Durability.interval(25));
        final byte[] bytes = HeadCodec.encode(head);
        assertThat(bytes.length % 8).isZero();
        final JournalHead decoded = HeadCodec.decode(bytes);
        assertThat(decoded).isEqualTo(head);
        assertThat(decoded.arguments().keySet()).containsExactly("symbols", "z", "a");
        assertThat(decoded.inputs().get(1).feed()).isEmpty();
        assertThat(decoded.inputs().get(2).codec()).isEmpty();
    }

    @Test
    void saysWhenItIsOfANewerVersion() {
        final byte[] bytes = HeadCodec.encode(head());
        bytes[3] = 3;
        assertThatThrownBy(() -> HeadCodec.decode(bytes))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("version 3")
                .hasMessageContaining("newer");
    }

    @Test
    void saysWhenItIsCut() {
        assertThatThrownBy(() -> HeadCodec.decode(new byte[] {0, 0, 0, 2, 0, 0, 0, 0}))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("can't be read");
    }

    @Test
    void fitsTheFlowThatRecordedIt() {
        final FlowInput trades = input(0, "trades", Codecs.TEXT);
        assertThatCode(() -> head(trades).requireMatches("flow", List.of(trades)))
                .doesNotThrowAnyException();
    }

    @Test
    void fitsAFlowWhoseCodecIsNewer() {
        assertThatCode(() ->
                        head(input(0, "trades", text(1))).requireMatches("flow", List.of(input(0, "trades", text(2)))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        head(input(0, "trades", text(2))).requireMatches("flow", List.of(input(0, "trades", text(1)))))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("input 0 'trades' holds version 2 of codec 'text'")
                .hasMessageContaining("only up to version 1");
    }

    @Test
    void saysEverythingThatDoesNotFit() {
        final JournalHead head =
                head(input(0, "trades", Codecs.TEXT), input(1, "quotes", Codecs.TEXT), input(2, "marks", Codecs.TEXT));
        assertThatThrownBy(() -> head.requireMatches(
                        "other", List.of(input(0, "trades", Codecs.INT64), input(1, "books", Codecs.TEXT))))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining(head.id().toString())
                .hasMessageContaining("recorded by flow 'flow', this is flow 'other'")
                .hasMessageContaining("input 0 'trades' holds items of codec 'text', the flow expects 'int64'")
                .hasMessageContaining("input 1 is 'quotes' in the journal and 'books' in the flow")
                .hasMessageContaining("the flow has no input 2, in the journal it is 'marks'")
                .hasMessageContaining("Replay it with the flow that recorded it");
        assertThatThrownBy(() -> head().requireMatches("flow", List.of(input(0, "trades", Codecs.TEXT))))
                .hasMessageContaining("the journal has no input 0, in the flow it is 'trades'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"process", "batch", "interval:1", "interval:250"})
    void readsTheDurabilityThatItWrites(final String text) {
        assertThat(Durability.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Process", "interval", "interval:", "interval:0", "interval:x", "fsync"})
    void saysWhichDurabilitiesThereAre(final String text) {
        assertThatThrownBy(() -> Durability.parse(text))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("interval:<milliseconds>");
    }
}
