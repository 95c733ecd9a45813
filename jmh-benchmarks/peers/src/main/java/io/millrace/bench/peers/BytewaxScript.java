package io.millrace.bench.peers;

import io.millrace.bench.peers.job.Trades;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The one peer that is no Java: a script, which gets the trades in a file, and works only where bytewax is installed.
 *
 * <p>Thread: one.
 */
final class BytewaxScript {
    private static final String SCRIPT = "bytewax_candles.py";
    private static final int PIECE = 1 << 20;
    private static final int FIELDS = 4;
    private static final int PATIENCE_SECONDS = 60;

    private final Work work;
    private final String python;

    /** @param python the interpreter */
    BytewaxScript(final Work work, final String python) {
        this.work = work;
        this.python = python;
    }

    /**
     * The command, with all that it needs in a directory.
     *
     * @throws NotHereException if the interpreter or bytewax is not installed
     */
    List<String> command(final Path directory) throws NotHereException, IOException, InterruptedException {
        requireBytewax();
        final Path script = directory.resolve(SCRIPT);
        try (InputStream in = BytewaxScript.class.getResourceAsStream(SCRIPT)) {
            Files.copy(in, script);
        }
        final Path trades = directory.resolve("trades");
        write(trades);
        return List.of(
                python,
                script.toString(),
                trades.toString(),
                Integer.toString(work.repetitions()),
                Integer.toString(work.seconds()),
                directory.toString(),
                Long.toString(new Trades(work.trades()).end()));
    }

    private void requireBytewax() throws NotHereException, InterruptedException {
        final String missing = "bytewax is not installed for " + python
                + ": pip install bytewax, or give --python the interpreter of an environment that has it";
        try {
            final Process process = new ProcessBuilder(python, "-c", "import bytewax")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            final boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor();
            if (!ended || process.exitValue() != 0) {
                throw new NotHereException(missing);
            }
        } catch (final IOException e) {
            throw new NotHereException(missing);
        }
    }

    private void write(final Path file) throws IOException {
        final ByteBuffer piece = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            new Trades(work.trades()).each((number, instrument, time, price, size, bought) -> {
                if (piece.remaining() < FIELDS * Long.BYTES) {
                    flush(piece, out);
                }
                piece.putLong(instrument).putLong(time).putLong(price).putLong(size);
            });
            flush(piece, out);
        }
    }

    private static void flush(final ByteBuffer piece, final FileChannel out) {
        piece.flip();
        try {
            while (piece.hasRemaining()) {
                out.write(piece);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        piece.clear();
    }
}
