package io.millrace.journal.tool;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.Journal;
import io.millrace.journal.document.DocumentLayout;
import io.millrace.journal.log.DocumentReader;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.model.DamageException;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.store.Damage;
import io.millrace.journal.tool.Verification.Outcome;
import java.nio.file.Path;
import java.util.List;

/**
 * Goes through a whole journal, with its archive: sessions, files, heads, checksums, order of documents, and in each document the records' lengths,
 * numbers, kinds and inputs.
 *
 * <p>Thread: one. Deterministic: yes.
 */
public final class JournalVerifier {
    private final JournalReader journal;
    private final DocumentReader document;
    private final RecordCursor record;
    private final long firstSeq;
    private int session;
    private int sessions;
    private long documents;
    private long timesBack;
    private long lastTime = Long.MIN_VALUE;

    private JournalVerifier(final JournalReader journal) {
        this.journal = journal;
        this.document = journal.document();
        this.record = new RecordCursor(document);
        this.firstSeq = document.first();
        countSession();
    }

    /**
     * Verifies a journal. Damage is a finding, not an exception.
     *
     * @throws ConnectorException if there is no journal, or it is of a newer version
     */
    public static Verification verify(final Path dir) {
        try (JournalReader reader =
                Journal.open(dir, ReadOptions.DEFAULTS.laterStart(true).archive(true))) {
            return new JournalVerifier(reader).verify();
        } catch (final DamageException e) {
            return new Verification(Outcome.DAMAGED, 0, 0, 0, 0, 0, List.of(), e);
        }
    }

    private Verification verify() {
        long intact = firstSeq;
        try {
            while (document.next()) {
                checkDocument();
                documents++;
                intact = document.nextNumber();
            }
        } catch (final DamageException e) {
            return found(Outcome.DAMAGED, intact, e);
        }
        final Outcome outcome = document.endsIncomplete() ? Outcome.OK_BUT_INCOMPLETE_END : Outcome.OK;
        return found(outcome, intact, null);
    }

    private Verification found(final Outcome outcome, final long intact, final DamageException damage) {
        return new Verification(
                outcome,
                sessions,
                documents,
                firstSeq,
                intact,
                timesBack,
                document.tornTails().found(),
                damage);
    }

    private void checkDocument() {
        switch (document.type()) {
            case DocumentLayout.BATCH -> checkBatch();
            case DocumentLayout.DEFINITIONS -> checkDefinitions();
            // The reader has compared it with the session's first one.
            case DocumentLayout.HEAD -> countSession();
            default -> throw damage("a document is of the unknown type " + document.type());
        }
    }

    private void countSession() {
        if (document.session().number() != session) {
            session = document.session().number();
            sessions++;
        }
    }

    private void checkBatch() {
        long seq = document.first();
        record.rewind();
        while (record.next()) {
            if (record.seq() != seq) {
                throw damage("record " + record.seq() + " stands in the place of record " + seq);
            }
            checkKind();
            if (record.time() < lastTime) {
                timesBack++;
            }
            lastTime = record.time();
            seq++;
        }
        if (seq != document.nextNumber()) {
            throw damage("a document of " + document.count() + " records holds " + (seq - document.first()));
        }
    }

    private void checkKind() {
        final byte kind = record.kind();
        if (kind < RecordKind.DATA || kind > RecordKind.INPUT_END) {
            throw damage("record " + record.seq() + " is of the unknown kind " + kind);
        }
        final boolean ofAnInput = kind != RecordKind.TICK && kind != RecordKind.SNAPSHOT && kind != RecordKind.RESUMED;
        if (ofAnInput && record.input() >= journal.head().inputs().size()) {
            throw damage("record " + record.seq() + " is of input " + record.input() + ", the journal has "
                    + journal.head().inputs().size());
        }
    }

    private void checkDefinitions() {
        record.rewind();
        while (record.next()) {
            if (record.kind() != RecordKind.DEFINITION || record.seq() >= document.first()) {
                throw damage("record " + record.seq() + " of kind " + RecordKind.name(record.kind())
                        + " stands among the repeated definitions");
            }
        }
    }

    private DamageException damage(final String what) {
        return Damage.record(what, document.file().path(), document.file().position(), document.first());
    }
}
