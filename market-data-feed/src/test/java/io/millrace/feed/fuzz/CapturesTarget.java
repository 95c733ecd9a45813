package io.millrace.feed.fuzz;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.capture.CaptureReader;
import io.millrace.feed.decode.FrameDecoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Any bytes as a capture, as they are or compressed: a frame lies inside of its line, or the line is refused with a reason. */
public final class CapturesTarget {
    private static Path file;

    private CapturesTarget() {}

    /** Called by the fuzzer, in a directory that is deleted afterwards. */
    public static void fuzzerInitialize() {
        file = Path.of("capture").toAbsolutePath();
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(final byte[] data) {
        if (data.length < 1) {
            return;
        }
        try {
            Files.write(file, (data[0] & 1) == 0 ? behindFirst(data) : zipped(data));
        } catch (final IOException e) {
            throw new UncheckedIOException("this is no fault of what is tested", e);
        }
        try (CaptureReader reader = new CaptureReader(file)) {
            long line = 0;
            while (reader.next()) {
                if (reader.line() <= line
                        || reader.frameOffset() < 0
                        || reader.frameLength() < 0
                        || reader.frameOffset() + reader.frameLength() > reader.bytes().length - FrameDecoder.SLACK) {
                    throw new AssertionError("line " + line + " is followed by line " + reader.line() + " with "
                            + reader.frameLength() + " bytes at " + reader.frameOffset());
                }
                line = reader.line();
            }
        } catch (final ConnectorException e) {
            if (e.getMessage() == null || !e.getMessage().contains(file.toString())) {
                throw new AssertionError("the message does not name the capture", e);
            }
        }
    }

    private static byte[] behindFirst(final byte[] data) {
        return Arrays.copyOfRange(data, 1, data.length);
    }

    private static byte[] zipped(final byte[] data) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(data, 1, data.length - 1);
        }
        return bytes.toByteArray();
    }

    static List<byte[]> seeds() {
        return Seeds.texts(
                "\u00001723161255088169167 {\"stream\":\"btcusdt@trade\",\"data\":{}}\n1723161255088169168 {\"x\":1}\r\n",
                "\u00011723161255088169167 {\"stream\":\"btcusdt@trade\",\"data\":{}}\n",
                "\u00001589832543.123456: [0,{\"a\":[]},\"book-10\",\"XBT/USD\"]\n",
                "\u0000{\"rx_ns\":1723161255088169167,\"frame\":{\"channel\":\"book\"}}\n",
                "\u0000{\"topic\":\"orderbook.500.XRPUSDT\",\"type\":\"snapshot\",\"ts\":1,\"data\":{}}\n",
                "\u0000exchange,symbol,timestamp,local_timestamp,id,side,price,amount\nbitmex,X,1583020803145000,1583020803145001,7,buy,8,1\n",
                "\u0000exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount\nderibit,X,1,2,true,bid,8,1\nderibit,X,1,2,true,ask,9,1\nderibit,X,2,3,false,ask,9,0\n",
                "\u00001723161255088169167 {\"capture\":\"disconnected\",\"number\":1}\n");
    }
}
