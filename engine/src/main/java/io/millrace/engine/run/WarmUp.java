package io.millrace.engine.run;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.loop.BatchTarget;
import io.millrace.engine.spi.InputLogReader;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Runs warm-up records up to the end of their input, which must not become the end of the flow's. Does so in rounds, each
 * from the initial state: what only a new flow meets, such as the first item of a key, is rare when all is compiled for the
 * first time, and would be met again by the first real records, which would have to wait until it is compiled anew.
 *
 * <p>Thread: the pump's.
 */
final class WarmUp {
    private final Assembly assembly;
    private final RunConfig config;
    private final BooleanSupplier stop;
    private final BatchTarget target;

    WarmUp(final Assembly assembly, final RunConfig config, final BooleanSupplier stop) {
        this.assembly = assembly;
        this.config = config;
        this.stop = stop;
        this.target = assembly.warmUpTarget();
    }

    /** Goes on until nothing is compiled any more, or the time for it is over. */
    void run() {
        final CompilerWatch compiler = new CompilerWatch();
        final long begin = System.nanoTime();
        final long most = config.warmUpAtMost().toNanos();
        round();
        while (!stop.getAsBoolean() && System.nanoTime() - begin < most && compiler.isBusy()) {
            assembly.rewind();
            round();
        }
        assembly.reset();
    }

    private void round() {
        try (InputLogReader records = config.warmUp().get()) {
            boolean ended = false;
            while (!ended && !stop.getAsBoolean() && records.next()) {
                final int length = beforeEndOfInput(records.buffer(), records.offset(), records.length());
                ended = length < records.length();
                if (length > 0) {
                    target.onBatch(records.buffer(), records.offset(), length);
                }
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
