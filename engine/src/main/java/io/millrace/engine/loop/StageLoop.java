package io.millrace.engine.loop;

import io.millrace.engine.channel.Cells;
import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.channel.Stamp;
import io.millrace.engine.compile.EndHook;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.stage.CurrentRecord;
import io.millrace.engine.stage.Effect;
import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.StageClock;
import io.millrace.engine.stage.StageDriver;
import io.millrace.engine.stage.Timers;

/**
 * One stage between channels: always works on what comes first in the order of effects, be it the head of a channel, a
 * timer of its own, or an end hook, and waits while something smaller could still come.
 *
 * <p>Thread: the stage's. Allocation: none in steady state. Deterministic: the order in which it works is.
 */
public final class StageLoop {
    /** Effects between looks at the outside world. */
    private static final int BATCH = 256;

    /** Effects after which a busy stage promises. */
    private static final int PROMISE_INTERVAL = 64;

    /** What became of the stage. */
    public enum State {
        RUNNING,
        /** All inputs have ended and all end hooks have run. */
        FINISHED,
        /** Stopped without an end of input. */
        STOPPED
    }

    private final StageUnit unit;
    private final StageDriver driver;
    private final StageClock clock;
    private final Timers timers;
    private final Timers.KeySpaces keySpaces;
    private final Effect effect;
    private final Inbound[] inbounds;
    private final Outlets outlets;
    private final EndSequence endSequence;
    private final Stamp own = new Stamp();
    private final Stamp done = new Stamp();
    private boolean ending;
    private int sincePromise;
    private long lastSeq = -1;
    private State state = State.RUNNING;

    public StageLoop(final StageUnit unit, final Inbound[] inbounds, final Outlets outlets) {
        this.unit = unit;
        this.driver = unit.driver();
        this.clock = unit.clock();
        this.timers = unit.timers();
        this.keySpaces = unit.keySpaces();
        this.effect = unit.effect();
        this.inbounds = inbounds;
        this.outlets = outlets;
        this.endSequence = new EndSequence(unit.endHooks().toArray(new EndHook[0]));
        this.done.least();
    }

    public State state() {
        return state;
    }

    /**
     * Works until nothing can be done, or for a while.
     *
     * @return effects worked on
     */
    public int poll() {
        int work = 0;
        try {
            while (work < BATCH && state == State.RUNNING && step()) {
                work++;
                if (++sincePromise >= PROMISE_INTERVAL) {
                    promise();
                }
            }
        } catch (final Throwable e) {
            throw unit.failed(lastSeq, e);
        }
        if (work < BATCH) {
            promiseIdle();
        }
        return work;
    }

    private boolean step() {
        final Inbound first = firstHead();
        if (ownComesBefore(first)) {
            if (!isBlocked(own) && !isBehindBarrier(own)) {
                runOwn();
                return true;
            }
            if (first == null || !first.isBarrier()) {
                return false;
            }
        }
        if (first == null || isBlocked(first.head())) {
            return false;
        }
        run(first);
        return true;
    }

    private Inbound firstHead() {
        Inbound first = null;
        for (final Inbound inbound : inbounds) {
            if (inbound.advance() && (first == null || inbound.head().compareWith(first.head()) < 0)) {
                first = inbound;
            }
        }
        return first;
    }

    private boolean ownComesBefore(final Inbound first) {
        if (ending) {
            if (endSequence.isOver()) {
                return false;
            }
            endSequence.loadStamp(own);
        } else {
            final long deadline = timers.nextDeadline();
            if (deadline == Timers.NEVER
                    || first != null && deadline > first.head().time()) {
                return false;
            }
            loadTimer(timers.next());
        }
        return first == null || own.compareWith(first.head()) < 0;
    }

    private void loadTimer(final int timer) {
        final int place = timers.place(timer);
        final long key = timers.key(timer);
        own.timer(timers.deadline(timer), place, key, timers.count(timer));
        final KeySpace keys = keySpaces.at(place);
        final int textLength = keys.textLength(key);
        if (textLength > 0) {
            own.keyText(keys.text(), keys.textOffset(key), textLength);
        }
    }

    private boolean isBlocked(final Stamp candidate) {
        for (final Inbound inbound : inbounds) {
            if (!inbound.present() && inbound.last().compareWith(candidate) < 0) {
                return true;
            }
        }
        return false;
    }

    /** At a stop, reset or rewind, only timers fire that what came before has made due. */
    private boolean isBehindBarrier(final Stamp candidate) {
        if (ending) {
            return false;
        }
        for (final Inbound inbound : inbounds) {
            if (inbound.present() && inbound.isBarrier() && inbound.last().compareWith(candidate) < 0) {
                return true;
            }
        }
        return false;
    }

    private void runOwn() {
        effect.begin(own);
        clock.set(own.time());
        unit.tell(CurrentRecord.NONE);
        if (ending) {
            endSequence.run();
        } else {
            final int timer = timers.next();
            final int place = timers.place(timer);
            final long key = timers.key(timer);
            final long tag = timers.tag(timer);
            timers.removeNext();
            driver.onTimer(place, key, tag);
        }
        done.copyFrom(own);
        done.seal();
        outlets.makePromisesDue();
    }

    private void run(final Inbound first) {
        final Stamp stamp = first.head();
        if (first.isBarrier()) {
            runBarrier(first.kind());
            return;
        }
        effect.begin(stamp);
        clock.set(stamp.time());
        if (stamp.root() == Stamp.RECORD) {
            lastSeq = stamp.inputSeq();
            unit.tell(lastSeq);
        } else {
            unit.tell(CurrentRecord.NONE);
        }
        if (first.records()) {
            runRecord(first);
        } else if (first.kind() == RecordKind.DATA) {
            driver.onCell(Cells.edge(first.buffer(), first.offset()), first.buffer(), first.offset(), first.length());
        } else {
            final int payload = Cells.payloadOffset(first.buffer(), first.offset());
            runControl(
                    first,
                    Cells.edge(first.buffer(), first.offset()),
                    payload,
                    first.offset() + first.length() - payload);
            finishTwins(first);
        }
        first.done();
        done.copyFrom(first.last());
        outlets.makePromisesDue();
    }

    private void runRecord(final Inbound first) {
        final long address = first.address();
        if (isForAll(first.kind()) || first.isLastRecord()) {
            runControl(
                    first,
                    RecordLayout.input(first.buffer(), first.offset()),
                    first.offset() + RecordLayout.HEADER,
                    first.length() - RecordLayout.HEADER);
            finishTwins(first);
        } else if (first.kind() != RecordKind.INPUT_END) {
            driver.onRecord(OffHeap.int32(address + RecordLayout.KIND), address, first.length());
        }
    }

    private static boolean isForAll(final byte kind) {
        return kind == RecordKind.DEFINITION || kind == RecordKind.SNAPSHOT || kind == RecordKind.RESUMED;
    }

    /** A record that every stage must see. */
    private void runControl(final Inbound first, final int input, final int payload, final int length) {
        final long address = OffHeap.address(first.buffer()) + payload;
        switch (first.kind()) {
            case RecordKind.DEFINITION -> unit.define(input, address, length);
            case RecordKind.SNAPSHOT -> unit.cut(first.head().inputSeq(), address, length);
            case RecordKind.RESUMED -> unit.resumed(OffHeap.int64(address));
            default -> {
                ending = true;
                endSequence.start(clock.now());
            }
        }
        outlets.sendControl(first.kind(), input, first.head(), done, first.buffer(), payload, length);
    }

    /** The same control cell stands, or will stand, on all channels; it has been worked on once. */
    private void finishTwins(final Inbound first) {
        for (final Inbound inbound : inbounds) {
            if (inbound != first && inbound.present() && inbound.head().compareWith(first.head()) == 0) {
                inbound.done();
            }
        }
    }

    /** All channels have come to the same barrier. */
    private void runBarrier(final byte kind) {
        if (kind == RecordKind.FINISHED && ending && !endSequence.isOver()) {
            throw new IllegalStateException("end hooks are left when all channels have finished");
        }
        outlets.sendControl(RecordKind.FRONTIER, 0, done, done, inbounds[0].buffer(), 0, 0);
        own.infinite();
        outlets.sendControl(kind, 0, own, done, inbounds[0].buffer(), 0, 0);
        for (final Inbound inbound : inbounds) {
            if (kind == RecordKind.LIVE) {
                inbound.passBarrier();
            } else {
                inbound.done();
            }
        }
        switch (kind) {
            case RecordKind.LIVE -> unit.goLive();
            case RecordKind.FINISHED -> {
                unit.finished();
                state = State.FINISHED;
            }
            case RecordKind.STOP -> state = State.STOPPED;
            case RecordKind.REWIND -> {
                unit.rewind();
                startOver();
            }
            default -> {
                unit.reset();
                startOver();
            }
        }
    }

    private void startOver() {
        done.least();
        lastSeq = -1;
        for (final Inbound inbound : inbounds) {
            inbound.reset();
        }
    }

    private void promise() {
        sincePromise = 0;
        outlets.promise(done);
    }

    /** Nothing can be done: what all silent channels have promised is what this stage can promise. */
    private void promiseIdle() {
        sincePromise = 0;
        Stamp least = null;
        for (final Inbound inbound : inbounds) {
            if (!inbound.present() && (least == null || inbound.last().compareWith(least) < 0)) {
                least = inbound.last();
            }
        }
        if (least != null && state == State.RUNNING) {
            if (least.compareWith(done) > 0) {
                done.copyFrom(least);
                outlets.makePromisesDue();
            }
            outlets.promise(done);
        }
    }
}
