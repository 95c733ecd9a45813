package io.millrace.app.cli;

import io.millrace.engine.item.Codec;
import io.millrace.journal.Journal;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.ReadOptions;
import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.FeedStatus;
import io.millrace.operators.market.Instrument;
import io.millrace.operators.market.Quote;
import io.millrace.operators.market.Trade;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.agrona.DirectBuffer;

/** What commands know of the journals that they are shown. */
final class Journals {
    private static final List<Codec<?>> CODECS = List.of(Trade.CODEC, Quote.CODEC, BookDelta.CODEC, FeedStatus.CODEC);

    private Journals() {}

    /** Checks that a directory is there at all. */
    static void requireThere(final Path journal) {
        if (!Files.isDirectory(journal)) {
            throw new Use("there is no directory " + journal + ": name that of a journal");
        }
    }

    /** Opens a journal, with what of it was archived. */
    static JournalReader open(final Path journal) {
        return open(journal, 0);
    }

    /** Opens a journal, with what of it was archived, from a record on. */
    static JournalReader open(final Path journal, final long fromSeq) {
        return Use.of(() -> Journal.open(journal, ReadOptions.DEFAULTS.archive(true), fromSeq));
    }

    /** Records at which the journal's runs have passed over the failure of a step, and replays do. */
    static long[] skips(final JournalReader reader) {
        return reader.head().skips().stream().mapToLong(Long::longValue).toArray();
    }

    /** What a DEFINITION record of an input says, or null if it is none of ours. */
    static String definition(final JournalHead.Input input, final DirectBuffer payload) {
        return codec(input) == null ? null : Instrument.read(payload, 0).toString();
    }

    /** The codec of an input's items, or null if it is none of ours. */
    static Codec<?> codec(final JournalHead.Input input) {
        return CODECS.stream()
                .filter(codec -> codec.name().equals(input.codec()))
                .findFirst()
                .orElse(null);
    }
}
