package io.millrace.engine.run;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.loop.BatchTarget;
import io.millrace.engine.spi.InputLogReader;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.UnsafeBuffer;

/** Runs warm-up records up to the end of their input, which must not become the end of the flow's. */
final class WarmUp {
    private WarmUp() {}

    static void run(final InputLogReader records, final BatchTarget target, final BooleanSupplier stop) {
        boolean ended = false;
        while (!ended && !stop.getAsBoolean() && records.next()) {
            final int length = beforeEndOfInput(records.buffer(), records.offset(), records.length());
            ended = length < records.length();
            if (length > 0) {
                target.onBatch(records.buffer(), records.offset(), length);
            }
        }
    }

    private static int beforeEndOfInput(final UnsafeBuffer buffer, final int offset, final int length) {
        int at = offset;
        while (at < offset + length && RecordLayout.kind(buffer, at) != RecordKind.INPUT_END) {
            at += RecordLayout.aligned(RecordLayout.length(buffer, at));
        }
        return at - offset;
    }
}
