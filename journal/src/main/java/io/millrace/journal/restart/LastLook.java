package io.millrace.journal.restart;

import io.millrace.journal.document.DocumentLayout;
import io.millrace.journal.log.DocumentReader;
import io.millrace.journal.model.DamageException;
import io.millrace.journal.model.TornTail;
import io.millrace.journal.session.LogOpening;
import io.millrace.journal.store.DefinitionTable;
import java.util.List;

/**
 * The end of a journal as it is just before it is gone on with: that it is where the run believes it to be, and what was
 * defined up to there. The file with the last record is read from its head, which repeats all older definitions.
 *
 * @param definitions all so far
 * @param tornTails   what was left of documents that were never completed
 * @param isLost      whether damage is what the journal ends with
 */
record LastLook(DefinitionTable definitions, List<TornTail> tornTails, boolean isLost) {

    /**
     * Looks.
     *
     * @param opening    its progress is closed
     * @param nextSeq    number of the record that is to come next
     * @param isLost     whether it is known that what comes there can't be read, or follows what can't
     * @param acceptLoss whether damage is an end
     */
    static LastLook at(final LogOpening opening, final long nextSeq, final boolean isLost, final boolean acceptLoss) {
        final DefinitionTable definitions = new DefinitionTable();
        boolean lost = isLost;
        try (opening;
                DocumentReader documents = new DocumentReader(opening.files(), true)) {
            documents.open(opening.sessions(), Math.max(0, nextSeq - 1));
            documents.watch(opening.progress());
            try {
                while (!(isLost && documents.nextNumber() == nextSeq) && documents.next()) {
                    if (documents.type() == DocumentLayout.BATCH || documents.type() == DocumentLayout.DEFINITIONS) {
                        definitions.addAll(documents.buffer(), documents.offset(), documents.length());
                    }
                }
            } catch (final DamageException e) {
                if (!acceptLoss || documents.nextNumber() < nextSeq) {
                    throw e;
                }
                lost = true;
            }
            if (documents.nextNumber() != nextSeq) {
                throw new IllegalArgumentException("the journal in "
                        + opening.files().directory().root() + " ends before record " + documents.nextNumber()
                        + ", it can't go on with record " + nextSeq);
            }
            documents.tornTails().look(documents.file());
            return new LastLook(definitions, documents.tornTails().found(), lost);
        }
    }
}
