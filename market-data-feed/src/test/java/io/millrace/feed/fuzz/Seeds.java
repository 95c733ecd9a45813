package io.millrace.feed.fuzz;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.Venue;
import io.millrace.feed.Venues;
import io.millrace.feed.capture.CaptureReader;
import io.millrace.feed.support.SharedData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What fuzzing begins with: messages that are made here, and recorded ones on machines that have them. */
final class Seeds {
    private static final int RECORDED = 30;
    private static final int EVERY = 7;
    private static final int LONGEST = 2_000;
    private static final Map<String, String> CAPTURES = Map.of(
            "binance-spot", "binance-spot/btcusdt_20240808.gz",
            "binance-usdm", "binance-usdm/btcusdt_20240808.gz",
            "binance-coinm", "binance-coinm/btcusd_perp_20240808.gz",
            "kraken", "kraken/KRAKEN.ws.50.0.gz",
            "okx", "okx/OKX.ws.1.0.gz",
            "deribit", "deribit/DERIBIT.ws.1.0.gz",
            "coinbase", "coinbase/COINBASE.ws.28.0.gz");

    private Seeds() {}

    static List<byte[]> texts(final String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** Frames of all venues, one or two of them together, behind the number of their venue. */
    static List<byte[]> frames() {
        final List<byte[]> seeds = new ArrayList<>();
        final List<Venue> venues = Venues.all();
        for (int number = 0; number < venues.size(); number++) {
            final List<String> frames =
                    new ArrayList<>(Messages.of(venues.get(number).name()));
            frames.addAll(recorded(venues.get(number).name()));
            for (int i = 0; i < frames.size(); i++) {
                seeds.add(seed(number, frames.get(i)));
                if (i > 0) {
                    seeds.add(seed(number, frames.get(i - 1) + "\n" + frames.get(i)));
                }
            }
        }
        return seeds;
    }

    private static byte[] seed(final int number, final String frames) {
        return ((char) number + frames).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> recorded(final String venue) {
        final List<String> frames = new ArrayList<>();
        final String name = CAPTURES.get(venue);
        final Path file = name == null ? null : SharedData.path(name);
        if (file == null || !Files.exists(file)) {
            return frames;
        }
        try (CaptureReader reader = new CaptureReader(file)) {
            for (int line = 0; frames.size() < RECORDED && reader.next(); line++) {
                if (line % EVERY == 0 && reader.frameLength() <= LONGEST) {
                    frames.add(new String(
                            reader.bytes(), reader.frameOffset(), reader.frameLength(), StandardCharsets.ISO_8859_1));
                }
            }
        } catch (final ConnectorException e) {
            // A form that the reader does not know: there are messages of our own.
            frames.clear();
        }
        return frames;
    }
}
