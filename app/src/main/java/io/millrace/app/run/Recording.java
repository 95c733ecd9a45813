package io.millrace.app.run;

import io.millrace.journal.model.Durability;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the input of a live run is kept, and how the run goes on with what is there already.
 *
 * @param directory  of the journal, or none if nothing is kept
 * @param durability what the journal promises
 * @param arguments  what the flow was told, for the journal's head
 * @param keeping    how state is kept
 * @param going      what is accepted of a journal that is there
 */
public record Recording(
        Optional<Path> directory, Durability durability, Map<String, String> arguments, Keeping keeping, Going going) {

    /**
     * How state is kept.
     *
     * @param every   time between two snapshots
     * @param replica whether a second copy of the flow takes them
     * @param files   what becomes of the journal's files that no restart needs any more
     */
    public record Keeping(Duration every, boolean replica, Retention files) {}

    /**
     * What is accepted of a journal that is there.
     *
     * @param skips            records at which a failing step drops the item
     * @param acceptLoss       whether its end may be lost
     * @param acceptOtherSteps whether steps may have been renamed, removed or added
     */
    public record Going(List<Long> skips, boolean acceptLoss, boolean acceptOtherSteps) {
        public Going {
            skips = List.copyOf(skips);
        }
    }
}
