package io.millrace.feed.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.binance.wire.BinanceDecoder;
import io.millrace.feed.binance.wire.BinanceInputs;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.support.Frames;
import io.millrace.feed.support.Recorder;
import io.millrace.feed.support.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that other projects collected, over the years in which the venue changed them. */
class WireMessagesTest {
    private static final String MESSAGE = "\"message\":";

    private final Recorder recorder = new Recorder();
    private final BinanceDecoder decoder =
            new BinanceDecoder(new BinanceInputs(0, 1, 2, true, true), new KnownInstruments("binance", 0));

    private static String messageOf(final String line) {
        return line.substring(line.indexOf(MESSAGE) + MESSAGE.length(), line.length() - 1);
    }

    @ParameterizedTest
    @CsvSource({"binance.jsonl", "binance-futures.jsonl"})
    void decodesCollectedMessages(final String file) throws IOException {
        final Map<FrameResult, Integer> results = new EnumMap<>(FrameResult.class);
        for (final String line : Files.readAllLines(SharedData.require("wire-messages/tardis-node/" + file))) {
            final FrameResult result = Frames.decode(decoder, messageOf(line), recorder);
            results.merge(result, 1, Integer::sum);
            assertThat(result).as(line).isNotEqualTo(FrameResult.MALFORMED);
            if (line.contains("\"e\":\"trade\"") || line.contains("\"e\":\"depthUpdate\"")) {
                assertThat(result).as(line).isIn(FrameResult.EVENTS, FrameResult.OFF_BOOK, FrameResult.UNUSED);
            }
        }
        assertThat(results.get(FrameResult.EVENTS)).isGreaterThanOrEqualTo(4);
    }

    @Test
    void decodesDocumentedMessages() throws IOException {
        final Path folder = SharedData.require("wire-messages/fixtures/binance");
        try (Stream<Path> files = Files.list(folder)) {
            for (final Path file : files.sorted().toList()) {
                final FrameResult result = Frames.decode(decoder, Files.readString(file), recorder);
                final FrameResult expected = switch (file.getFileName().toString()) {
                    case "agg_trade_stream.json", "book_ticker_stream.json", "depth_update_stream.json" ->
                        FrameResult.EVENTS;
                    case "depth_response.json" -> FrameResult.SNAPSHOT;
                    case "trade_stream.json" -> FrameResult.UNUSED;
                    default -> FrameResult.UNKNOWN;
                };
                assertThat(result).as(file.toString()).isEqualTo(expected);
            }
        }
        assertThat(recorder.events()).hasSize(4);
    }
}
