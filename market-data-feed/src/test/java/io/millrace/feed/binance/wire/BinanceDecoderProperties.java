package io.millrace.feed.binance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.support.Decoders;
import io.millrace.feed.support.Frames;
import io.millrace.feed.support.Recorder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Frames spelled in other ways mean the same; damaged frames do no harm. */
class BinanceDecoderProperties {
    private static final List<List<String>> MESSAGES = List.of(
            List.of(
                    "\"e\":\"trade\"",
                    "\"E\":1723161255343",
                    "\"s\":\"BTCUSDT\"",
                    "\"t\":3735683259",
                    "\"p\":\"61837.63\"",
                    "\"q\":\"0.020\"",
                    "\"T\":1723161255342",
                    "\"m\":true",
                    "\"X\":\"MARKET\""),
            List.of(
                    "\"e\":\"aggTrade\"",
                    "\"E\":123456789",
                    "\"a\":5933014",
                    "\"s\":\"BNBBTC\"",
                    "\"p\":\"0.001\"",
                    "\"q\":\"100\"",
                    "\"f\":100",
                    "\"l\":105",
                    "\"T\":123456785",
                    "\"m\":false"),
            List.of(
                    "\"u\":400900217",
                    "\"s\":\"BNBUSDT\"",
                    "\"b\":\"25.35190000\"",
                    "\"B\":\"31.21000000\"",
                    "\"a\":\"25.36520000\"",
                    "\"A\":\"40.66000000\""),
            List.of(
                    "\"e\":\"depthUpdate\"",
                    "\"E\":123456789",
                    "\"T\":123456788",
                    "\"s\":\"BTCUSDT\"",
                    "\"U\":157",
                    "\"u\":160",
                    "\"pu\":149",
                    "\"b\":[[\"0.0024\",\"10\"],[\"12345678.123456789\",\"0\"]]",
                    "\"a\":[[\"0.0026\",\"100\"]]"),
            List.of(
                    "\"lastUpdateId\":160",
                    "\"E\":123456789",
                    "\"symbol\":\"BTCUSD_PERP\"",
                    "\"bids\":[[\"0.0024\",\"10\"],[\"0.0023\",\"1\"]]",
                    "\"asks\":[[\"0.0026\",\"100\"]]"),
            List.of(
                    "\"e\":\"markPriceUpdate\"",
                    "\"E\":1562305380000",
                    "\"s\":\"BTCUSDT\"",
                    "\"p\":\"11794.15000000\"",
                    "\"i\":\"11784.62659091\"",
                    "\"r\":\"0.00038167\"",
                    "\"T\":1562306400000"),
            List.of(
                    "\"e\":\"forceOrder\"",
                    "\"E\":1568014460893",
                    "\"o\":{\"s\":\"BTCUSDT\",\"S\":\"SELL\",\"q\":\"0.014\",\"p\":\"9910\",\"T\":1568014460893}"));
    private static final List<String> UNKNOWN = List.of(
            "\"st\":1",
            "\"ps\":\"BTC\\\"USDT\"",
            "\"M\":true",
            "\"zz\":{\"a\":[1,{\"b\":\"}\"}],\"p\":\"9\"}",
            "\"y\":-1.5e-7",
            "\"key with \\\\ and \\u0041\":null",
            "\"nn\":123456789012345678901234567890",
            "\"k\":[[\"1\",\"2\"],[]]",
            "\"\":\"\"",
            "\"data2\":{\"e\":\"trade\"}",
            "\"w\":\"\"");
    private static final List<String> SPACES = List.of("", "", "", " ", "\n", "\t \r\n", "          ");

    private static Recorder decode(final byte[] frame, final List<FrameResult> results) {
        final Recorder recorder = new Recorder();
        final BinanceDecoder decoder = Decoders.binance(Decoders.ALL, BinanceDialect.SPOT);
        results.add(Frames.decode(decoder, frame, recorder));
        return recorder;
    }

    private static String plain(final List<String> members) {
        return "{" + String.join(",", members) + "}";
    }

    private static String spelledOtherwise(final List<String> members, final Random random) {
        final List<String> shuffled = new ArrayList<>(members);
        for (final String unknown : UNKNOWN) {
            if (random.nextInt(3) == 0) {
                shuffled.add(unknown);
            }
        }
        Collections.shuffle(shuffled, random);
        final StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < shuffled.size(); i++) {
            text.append(i == 0 ? "" : ",").append(spaced(shuffled.get(i), random));
        }
        text.append("}");
        return switch (random.nextInt(3)) {
            case 0 -> text.toString();
            case 1 ->
                "{\"stream\":\"btcusd_perp@depthSnapshot\"," + space(random) + "\"data\":" + space(random) + text + "}";
            default -> space(random) + "{\"data\":" + text + ",\"stream\":\"x\\\"@y\"}" + space(random);
        };
    }

    /** Puts white space where JSON allows it, outside of strings. */
    private static String spaced(final String member, final Random random) {
        final StringBuilder text = new StringBuilder(space(random));
        boolean inString = false;
        for (int i = 0; i < member.length(); i++) {
            final char character = member.charAt(i);
            if (character == '"' && (i == 0 || member.charAt(i - 1) != '\\')) {
                inString = !inString;
            }
            text.append(character);
            if (!inString && "[]{},:\"".indexOf(character) >= 0) {
                text.append(space(random));
            }
        }
        return text.append(space(random)).toString();
    }

    private static String space(final Random random) {
        return SPACES.get(random.nextInt(SPACES.size()));
    }

    @Property(tries = 4_000)
    void anyOrderSpacingAndUnknownFieldsGiveTheSameEvents(@ForAll final Random random) {
        final List<String> members = MESSAGES.get(random.nextInt(MESSAGES.size()));
        final List<FrameResult> results = new ArrayList<>();
        final List<String> expected =
                decode(plain(members).getBytes(StandardCharsets.UTF_8), results).texts();
        final String frame = spelledOtherwise(members, random);
        final List<String> actual =
                decode(frame.getBytes(StandardCharsets.UTF_8), results).texts();
        assertThat(results).as(frame).containsExactly(FrameResult.EVENTS, FrameResult.EVENTS);
        assertThat(actual).as(frame).isEqualTo(expected);
    }

    @Property(tries = 20_000)
    void damagedFramesNeverThrowAndNeverGiveHalfOfTheirEvents(@ForAll final Random random) {
        final List<String> members = MESSAGES.get(random.nextInt(MESSAGES.size()));
        final byte[] frame = (random.nextBoolean() ? plain(members) : spelledOtherwise(members, random))
                .getBytes(StandardCharsets.UTF_8);
        final byte[] damaged = damage(frame, random);
        final List<FrameResult> results = new ArrayList<>();
        final Recorder recorder = decode(damaged, results);
        final String text = new String(damaged, StandardCharsets.ISO_8859_1);
        if (results.get(0) == FrameResult.EVENTS) {
            final List<String> events = recorder.events();
            final boolean book = !events.isEmpty() && events.get(0).startsWith("delta");
            if (book) {
                assertThat(events.get(events.size() - 1)).as(text).endsWith(" end");
                assertThat(events.subList(0, events.size() - 1)).as(text).noneMatch(event -> event.endsWith(" end"));
            } else {
                assertThat(events.size()).as(text).isLessThanOrEqualTo(text.contains("mark") ? 2 : 1);
            }
        } else {
            assertThat(recorder.all()).as(text).isEmpty();
        }
    }

    private static byte[] damage(final byte[] frame, final Random random) {
        byte[] damaged = frame.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            final int at = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged[at] = (byte) "{}[]\",:.0-e\\".charAt(random.nextInt(12));
                case 2 -> damaged = Arrays.copyOf(damaged, Math.max(1, at));
                default -> System.arraycopy(damaged, at / 2, damaged, at, damaged.length - at);
            }
        }
        return damaged;
    }

    @Example
    void everyPrefixOfAFrameIsMalformed() {
        for (final List<String> members : MESSAGES) {
            final byte[] frame = plain(members).getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < frame.length; length++) {
                final List<FrameResult> results = new ArrayList<>();
                final Recorder recorder = decode(Arrays.copyOf(frame, length), results);
                assertThat(results).containsExactly(FrameResult.MALFORMED);
                assertThat(recorder.all()).isEmpty();
            }
        }
    }
}
