package io.millrace.engine.compile;

import io.millrace.engine.spi.Sink;
import io.millrace.engine.stage.CountedOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The outputs of a stage and the sinks behind them.
 *
 * <p>Thread: built by one thread, then the stage's. Allocation: while building. Deterministic: yes.
 */
final class StageOutputs {
    private final List<CountedOutput> outputs = new ArrayList<>();
    private final List<Sink<?>> sinks = new ArrayList<>();

    void add(final CountedOutput output) {
        outputs.add(output);
    }

    void add(final Sink<?> sink) {
        sinks.add(sink);
    }

    List<CountedOutput> list() {
        return outputs;
    }

    boolean isWaiting() {
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).isWaiting()) {
                return true;
            }
        }
        return false;
    }

    void requireNotAhead() {
        outputs.forEach(CountedOutput::requireNotAhead);
    }

    void close(final Consumer<Throwable> onFailure) {
        for (final Sink<?> sink : sinks) {
            try {
                sink.close();
            } catch (final Throwable e) {
                onFailure.accept(e);
            }
        }
        sinks.clear();
    }
}
