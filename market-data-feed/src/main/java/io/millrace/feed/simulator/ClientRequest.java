package io.millrace.feed.simulator;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a client asks for: {@code {"method":"SUBSCRIBE","params":["btcusdt@trade"],"id":1}}.
 *
 * @param method empty if the request has none
 * @param params names of streams
 * @param id     -1 if the request has none
 */
record ClientRequest(String method, List<String> params, long id) {

    /** Reads a request; null if it is not a JSON object. */
    static ClientRequest parse(final String text) {
        final byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return new Parser(Arrays.copyOf(encoded, encoded.length + FrameDecoder.SLACK), encoded.length).parse();
    }

    private static final class Parser {
        private final byte[] bytes;
        private final int end;
        private final List<String> params = new ArrayList<>();
        private String method = "";
        private long id = -1;

        Parser(final byte[] bytes, final int end) {
            this.bytes = bytes;
            this.end = end;
        }

        ClientRequest parse() {
            int at = Json.space(bytes, 0, end);
            if (!is('{', at)) {
                return null;
            }
            do {
                at = member(Json.space(bytes, at + 1, end));
            } while (is(',', at));
            return is('}', at) ? new ClientRequest(method, params, id) : null;
        }

        private boolean is(final char expected, final int at) {
            return at >= 0 && at < end && bytes[at] == expected;
        }

        /** Gives the index of what follows a member, behind white space. */
        private int member(final int at) {
            final int keyEnd = is('"', at) ? Json.plainText(bytes, at + 1, end) : Json.BROKEN;
            final int colon = keyEnd < 0 ? Json.BROKEN : Json.space(bytes, keyEnd + 1, end);
            if (!is(':', colon)) {
                return Json.BROKEN;
            }
            final int value = Json.space(bytes, colon + 1, end);
            final int behind = Json.value(bytes, value, end);
            if (behind < 0) {
                return Json.BROKEN;
            }
            take(string(at + 1, keyEnd), value, behind);
            return Json.space(bytes, behind, end);
        }

        private void take(final String key, final int value, final int behind) {
            switch (key) {
                case "method" -> method = is('"', value) ? string(value + 1, behind - 1) : "";
                case "id" -> {
                    final Decimal decimal = new Decimal();
                    id = decimal.readWhole(bytes, value, end) == behind ? decimal.mantissa() : -1;
                }
                case "params" -> takeParams(value, behind);
                default -> {
                    // Not for us.
                }
            }
        }

        private void takeParams(final int value, final int behind) {
            int at = value + 1;
            while (at < behind) {
                at = Json.space(bytes, at, behind);
                if (!is('"', at)) {
                    return;
                }
                final int closing = Json.string(bytes, at + 1, behind);
                params.add(string(at + 1, closing - 1));
                at = Json.space(bytes, closing, behind) + 1;
            }
        }

        private String string(final int from, final int to) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
    }
}
