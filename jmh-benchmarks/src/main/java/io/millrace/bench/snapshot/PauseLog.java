package io.millrace.bench.snapshot;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.InputLog;
import java.util.UUID;
import org.agrona.concurrent.UnsafeBuffer;

/** A journal that tells of SNAPSHOT records that stand alone. */
final class PauseLog implements InputLog {
    private final InputLog log;
    private final PauseWatch watch;

    PauseLog(final InputLog log, final PauseWatch watch) {
        this.log = log;
        this.watch = watch;
    }

    @Override
    public void append(
            final UnsafeBuffer batch, final int offset, final int length, final long firstSeq, final int count) {
        log.append(batch, offset, length, firstSeq, count);
        if (count == 1 && RecordLayout.kind(batch, offset) == RecordKind.SNAPSHOT) {
            watch.journaled();
        }
    }

    @Override
    public void idle() {
        log.idle();
    }

    @Override
    public UUID id() {
        return log.id();
    }

    @Override
    public long appendedSeq() {
        return log.appendedSeq();
    }

    @Override
    public long syncedSeq() {
        return log.syncedSeq();
    }

    @Override
    public boolean survivesPowerLoss() {
        return log.survivesPowerLoss();
    }

    @Override
    public void close() {
        log.close();
    }
}
