package io.millrace.journal.output;

import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.SinkContext;
import io.millrace.journal.log.DocumentReader;
import io.millrace.journal.model.DamageException;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.model.SessionMark;
import io.millrace.journal.session.LogOpening;
import io.millrace.journal.session.Session;
import io.millrace.journal.store.Disk;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.LogFile;

/**
 * What an output log holds that a run goes on with. If its end is damaged or missing, it holds what can be read: the rest
 * comes again, and what is left of it counts no more.
 *
 * @param head         of the next session
 * @param count        items that can be read in order
 * @param progressLost whether the log's progress file has to be made anew
 * @param epochDue     whether what stands behind the items counts no more, which a new session has to say
 */
record HeldItems(OutputHead head, long count, boolean progressLost, boolean epochDue) {

    /**
     * Looks at an output log.
     *
     * @throws ConnectorException if it is not that of this step and journal; says what to do
     */
    static HeldItems in(final LogDirectory directory, final SinkContext context, final Codec<?> codec) {
        try (LogOpening opening = LogOpening.ofWhatIsLeft(directory, ReadOptions.DEFAULTS)) {
            final Session newest = opening.sessions().newest();
            final OutputHead head = OutputHead.decode(newest.head());
            requireOwn(directory, head, context);
            head.requireReadableBy(codec);
            for (final LogFile file : opening.files().of(newest.number())) {
                Disk.sync(file.path());
            }
            boolean lost = opening.progress() == null || opening.sessions().lost() != null;
            long count;
            try (DocumentReader documents = new DocumentReader(opening.files(), true)) {
                documents.open(opening.sessions(), Long.MAX_VALUE);
                documents.leapTo(Long.MAX_VALUE);
                documents.watch(opening.progress());
                try {
                    while (documents.next()) {
                        // To the end.
                    }
                } catch (final DamageException e) {
                    lost = true;
                }
                count = documents.nextNumber();
            }
            final HeldItems held = new HeldItems(head.writtenBy(codec), count, opening.progress() == null, false);
            return lost ? held.cutTo(count) : held;
        }
    }

    private static void requireOwn(final LogDirectory directory, final OutputHead head, final SinkContext context) {
        if (!head.id().equals(context.journalId()) || !head.step().equals(context.stepId())) {
            throw new ConnectorException("output '" + context.stepId() + "': " + directory.root()
                    + " holds the output of step '" + head.step() + "' of journal " + head.id()
                    + ", and the run goes on with journal " + context.journalId()
                    + ". Nothing of it is overwritten: choose another directory for this output, or the journal that"
                    + " it belongs to.");
        }
    }

    /** The same, with less: in another epoch. */
    HeldItems cutTo(final long newCount) {
        final SessionMark mark =
                SessionMark.now(head.session().number(), head.session().andEpochFrom(newCount));
        return new HeldItems(head.session(mark), newCount, progressLost, true);
    }
}
