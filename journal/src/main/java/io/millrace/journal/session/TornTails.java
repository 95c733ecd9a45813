package io.millrace.journal.session;

import io.millrace.journal.document.DocumentFile;
import io.millrace.journal.model.TornTail;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found behind the last documents of sessions.
 *
 * <p>Thread: one. Allocation: each find.
 */
public final class TornTails {
    private final List<TornTail> found = new ArrayList<>();

    /** Looks behind the last document of a file. */
    public void look(final DocumentFile file) {
        if (file.hasBegun()) {
            found.add(new TornTail(file.path(), file.nextPosition(), file.bytesOfTornDocument()));
        }
    }

    /** What was found, oldest first. */
    public List<TornTail> found() {
        return List.copyOf(found);
    }
}
