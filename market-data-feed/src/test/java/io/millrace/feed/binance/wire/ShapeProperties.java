package io.millrace.feed.binance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.decode.ExpectedText;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.support.Decoders;
import io.millrace.feed.support.Frames;
import io.millrace.feed.support.Recorder;
import io.millrace.feed.support.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of a frame does not depend on the frames before it, whose shapes the decoder has learned. */
class ShapeProperties {
    private static final List<String> FRAMES = List.of(
            "{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"e\":\"bookTicker\",\"u\":5123107839020,\"s\":\"BTCUSDT\",\"b\":\"61800.20\",\"B\":\"2.507\",\"a\":\"61800.30\",\"A\":\"12.510\",\"T\":1723161256313,\"E\":1723161256313}}",
            "{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":50093239212,\"s\":\"BTCUSDT\",\"b\":\"61837.63000000\",\"B\":\"3.78826000\",\"a\":\"61837.64000000\",\"A\":\"1.54698000\"}}",
            "{\"stream\":\"btcusd_perp@bookTicker\",\"data\":{\"u\":1007198632021,\"e\":\"bookTicker\",\"s\":\"BTCUSD_PERP\",\"ps\":\"BTCUSD\",\"b\":\"61804.7\",\"B\":\"35\",\"a\":\"61804.8\",\"A\":\"1645\",\"T\":1723161257465,\"E\":1723161257476}}",
            "{\"u\":400900217,\"s\":\"BNBUSDT\",\"b\":\"25.35190000\",\"B\":\"31.21000000\",\"a\":\"25.36520000\",\"A\":\"40.66000000\"}",
            "{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1723161256322,\"T\":1723161256322,\"s\":\"BTCUSDT\",\"t\":5266583935,\"p\":\"61800.30\",\"q\":\"0.006\",\"X\":\"MARKET\",\"m\":false}}",
            "{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1723161255343,\"s\":\"BTCUSDT\",\"t\":99999999,\"p\":\"61837.63000000\",\"q\":\"0.02000000\",\"T\":1723161255342,\"m\":true,\"M\":true}}",
            "{\"e\":\"aggTrade\",\"E\":123456789,\"s\":\"BNBBTC\",\"a\":5933014,\"p\":\"0.001\",\"q\":\"100\",\"f\":100,\"l\":105,\"T\":123456785,\"m\":false}",
            "{\"stream\":\"btcusdt@depth@0ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1723161256299,\"T\":1723161256298,\"s\":\"BTCUSDT\",\"U\":5123107832006,\"u\":5123107837557,\"pu\":5123107831937,\"b\":[[\"58710.20\",\"0.014\"],[\"61496.50\",\"0.010\"]],\"a\":[[\"61641.50\",\"1.211\"]]}}",
            "{\"stream\":\"btcusdt@depth20\",\"data\":{\"e\":\"depthUpdate\",\"E\":1723161256299,\"T\":1723161256298,\"s\":\"BTCUSDT\",\"U\":5,\"u\":6,\"pu\":4,\"b\":[],\"a\":[]}}",
            "{\"stream\":\"btcusdt@markPrice\",\"data\":{\"e\":\"markPriceUpdate\",\"E\":1562305380000,\"s\":\"BTCUSDT\",\"p\":\"11794.15000000\",\"i\":\"11784.62659091\",\"r\":\"0.00038167\",\"T\":1562306400000}}",
            "{\"stream\":\"btcusd_240927@markPrice\",\"data\":{\"e\":\"markPriceUpdate\",\"E\":1562305380000,\"s\":\"BTCUSD_240927\",\"p\":\"-0.15\",\"i\":\"11784.62659091\",\"r\":\"\",\"T\":0}}",
            "{\"stream\":\"x@forceOrder\",\"data\":{\"e\":\"forceOrder\",\"E\":1568014460893,\"o\":{\"s\":\"BTCUSDT\",\"S\":\"SELL\",\"q\":\"0.014\",\"p\":\"9910\",\"T\":1568014460893}}}",
            "{\"stream\":\"btcusdt@depthSnapshot\",\"data\":{\"lastUpdateId\":160,\"E\":123456789,\"T\":12,\"bids\":[[\"0.0024\",\"10\"]],\"asks\":[[\"0.0026\",\"100\"]]}}",
            "{\"data\":{\"e\":\"trade\",\"E\":5,\"T\":6,\"s\":\"BTCUSDT\",\"t\":7,\"p\":\"1\",\"q\":\"2e-3\",\"m\":true},\"stream\":\"btcusdt@trade\"}",
            "{\"e\":\"trade\",\"data\":{\"e\":\"trade\",\"T\":6,\"s\":\"ETHUSDT\",\"t\":7},\"p\":\"1.5\",\"q\":\"2.25\",\"m\":true}",
            "{\"data\":{\"e\":\"forceOrder\",\"E\":1568014460893,\"o\":{\"s\":\"BTCUSDT\",\"S\":\"BUY\",\"q\":\"0.014\",\"p\":\"9910\",\"T\":1568014460893}},\"o\":{\"p\":\"1\"}}",
            "{\"e\":\"depthUpdate\",\"E\":1723161256299,\"stream\":\"btcusdt@depth20\",\"s\":\"BTCUSDT\",\"U\":5,\"u\":6,\"pu\":4,\"b\":[],\"a\":[]}",
            "{\"data\":{\"e\":\"markPriceUpdate\",\"E\":1562305380000,\"s\":\"BTCUSDT\",\"p\":\"11794.15\"},\"data\":{\"e\":\"trade\"}}",
            "{\"result\":null,\"id\":12}",
            "{\"error\":{\"code\":2,\"msg\":\"no\"},\"id\":\"x\"}");
    private static final int RECORDED = 4_000;
    private static final String SIGNS = "{}[]\",:.0-e\\ 19tfsmo";

    /** More than a text between values may have, so that a message with them has no shape. */
    private static final String SPACES = " ".repeat(ExpectedText.LONGEST + 1);

    private final FrameDecoder learning;
    private final FrameDecoder general;
    private String outcome = "";

    ShapeProperties() {
        learning = Decoders.binance(Decoders.ALL, BinanceDialect.FUTURES);
        general = Decoders.binance(Decoders.ALL, BinanceDialect.FUTURES);
    }

    /** The general decoder is given the same frame, or, to know no shape, only the same message: spelled as none is. */
    private void decodeByBoth(final byte[] frame, final byte[] forGeneral) {
        outcome = outcome(learning, frame);
        assertThat(outcome)
                .as(() -> new String(frame, StandardCharsets.ISO_8859_1))
                .isEqualTo(outcome(general, forGeneral));
    }

    private static String outcome(final FrameDecoder decoder, final byte[] frame) {
        return outcome(decoder, Frames.padded(frame), frame.length);
    }

    private static String outcome(final FrameDecoder decoder, final byte[] bytes, final int length) {
        final Recorder recorder = new Recorder();
        final FrameResult result = decoder.decode(bytes, 0, length, Frames.RECEIVED, recorder);
        return result + " " + (result == FrameResult.MALFORMED ? decoder.fault() : "") + " " + decoder.kind() + " "
                + decoder.requestId() + " " + recorder.texts();
    }

    private static byte[] spaced(final String frame) {
        final int data = frame.indexOf("\"data\":{");
        final int at = data < 0 ? 1 : data + "\"data\":{".length();
        return (frame.substring(0, at) + SPACES + frame.substring(at)).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Example
    void nothingOfAFrameIsKeptForTheNext() {
        for (int i = 0; i < 3; i++) {
            for (final String frame : FRAMES) {
                final FrameDecoder fresh = Decoders.binance(Decoders.ALL, BinanceDialect.FUTURES);
                final byte[] bytes = frame.getBytes(StandardCharsets.ISO_8859_1);
                assertThat(result(outcome(learning, bytes))).as(frame).isEqualTo(result(outcome(fresh, bytes)));
            }
        }
    }

    private static String result(final String outcome) {
        return outcome.substring(0, outcome.indexOf('['));
    }

    @Property(tries = 4_000)
    void whatWasLearnedBeforeChangesNothing(@ForAll final Random random) {
        final String base = FRAMES.get(random.nextInt(FRAMES.size()));
        for (int i = random.nextInt(4); i >= 0; i--) {
            final String taught = i < 2 ? base : FRAMES.get(random.nextInt(FRAMES.size()));
            final String other = otherNumbers(taught, random);
            decodeByBoth(other.getBytes(StandardCharsets.ISO_8859_1), spaced(other));
        }
        byte[] frame = otherNumbers(base, random).getBytes(StandardCharsets.ISO_8859_1);
        for (int i = random.nextInt(3); i > 0; i--) {
            frame = damaged(frame, random);
        }
        decodeByBoth(frame, frame);
    }

    @Property(tries = 1_000)
    void whatStandsBehindAFrameIsNotRead(@ForAll final Random random) {
        final String base = FRAMES.get(random.nextInt(FRAMES.size()));
        for (int i = 0; i < 2; i++) {
            final String other = otherNumbers(base, random);
            decodeByBoth(other.getBytes(StandardCharsets.ISO_8859_1), spaced(other));
        }
        final byte[] whole = Frames.padded(otherNumbers(base, random));
        final int length = random.nextInt(whole.length - FrameDecoder.SLACK);
        assertThat(outcome(learning, whole, length))
                .as(() -> new String(whole, 0, length, StandardCharsets.ISO_8859_1))
                .isEqualTo(outcome(general, whole, length))
                .startsWith("MALFORMED");
    }

    /** Other digits, and at times more or fewer of them. */
    private static String otherNumbers(final String frame, final Random random) {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < frame.length(); i++) {
            final char character = frame.charAt(i);
            if (character >= '0' && character <= '9' && random.nextInt(3) == 0) {
                if (random.nextInt(20) == 0) {
                    continue;
                }
                text.append((char) ('0' + random.nextInt(10)));
                if (random.nextInt(20) == 0) {
                    text.append((char) ('0' + random.nextInt(10)));
                }
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }

    private static byte[] damaged(final byte[] frame, final Random random) {
        final int at = random.nextInt(frame.length);
        final byte sign =
                (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : SIGNS.charAt(random.nextInt(SIGNS.length())));
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(frame, Math.max(1, at));
            case 1 -> {
                final byte[] shorter = Arrays.copyOf(frame, frame.length - 1);
                System.arraycopy(frame, at + 1, shorter, at, shorter.length - at);
                yield shorter;
            }
            case 2 -> {
                final byte[] longer = Arrays.copyOf(frame, frame.length + 1);
                System.arraycopy(frame, at, longer, at + 1, frame.length - at);
                longer[at] = sign;
                yield longer;
            }
            default -> {
                final byte[] changed = frame.clone();
                changed[at] = sign;
                yield changed;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "binance-usdm/btcusdt_20240808.gz",
                "binance-spot/btcusdt_20240808.gz",
                "binance-coinm/btcusd_perp_20240808.gz"
            })
    void recordedFramesGiveTheSameWithShapesAndWithout(final String file) throws IOException {
        final Random random = new Random(file.hashCode());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.require(file))), StandardCharsets.ISO_8859_1))) {
            int events = 0;
            for (int i = 0; i < RECORDED; i++) {
                final String line = lines.readLine();
                final String frame = line.substring(line.indexOf(' ') + 1);
                decodeByBoth(frame.getBytes(StandardCharsets.ISO_8859_1), spaced(frame));
                events += outcome.startsWith("EVENTS") ? 1 : 0;
                if (i % 4 == 0) {
                    final byte[] damaged = damaged(frame.getBytes(StandardCharsets.ISO_8859_1), random);
                    decodeByBoth(damaged, damaged);
                }
            }
            assertThat(events).isGreaterThan(RECORDED / 2);
        }
    }
}
