package io.millrace.feed.support;

import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Messages that other projects collected or took from documentation, and a list that says of each one what becomes of it:
 * <pre>
 * # why, where it is not plain
 * binance.jsonl 1 EVENTS
 *     trade #0 BUYER 33.82000000 @ 0.00426990 id 40756030 x1 at 1554076800940000000/7
 * </pre>
 */
public final class WireMessages {
    private static final String FOLDER = "wire-messages/";
    private static final String MESSAGE = "\"message\":";

    private WireMessages() {}

    /** What becomes of each line of a file of tardis-node, one decoder for all. */
    public static String ofTardis(final String file, final FrameDecoder decoder) throws IOException {
        final StringBuilder told = new StringBuilder();
        int number = 0;
        for (final String line : Files.readAllLines(SharedData.require(FOLDER + "tardis-node/" + file))) {
            number++;
            final String message = line.substring(line.indexOf(MESSAGE) + MESSAGE.length(), line.length() - 1);
            told.append(tell(file + " " + number, decoder, message));
        }
        return told.toString();
    }

    /** What becomes of each documented message of a venue, a decoder for each. */
    public static String ofFixtures(final String venue, final Supplier<FrameDecoder> decoders) throws IOException {
        try (Stream<Path> files = Files.list(SharedData.require(FOLDER + "fixtures/" + venue))) {
            final StringBuilder told = new StringBuilder();
            for (final Path file : files.sorted().toList()) {
                told.append(tell(file.getFileName().toString(), decoders.get(), Files.readString(file)));
            }
            return told.toString();
        }
    }

    private static String tell(final String name, final FrameDecoder decoder, final String message) {
        final Recorder recorder = new Recorder();
        final FrameResult result = Frames.decode(decoder, message, recorder);
        final List<String> events = recorder.events();
        return name + " " + result + "\n"
                + events.stream().map(event -> "    " + event + "\n").collect(Collectors.joining());
    }

    /** The list of what is expected, a resource beside this module's tests, without its comments. */
    public static String expected(final String list) throws IOException {
        try (InputStream in = WireMessages.class.getResourceAsStream("/wire-messages/" + list)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
        }
    }
}
