package io.millrace.engine.loop;

import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.TimedSource;
import io.millrace.engine.stage.EpochNanos;
import io.millrace.engine.stage.Timers;
import org.agrona.concurrent.EpochNanoClock;

/**
 * The one writer of order: takes what sources and the outside give, numbers and times it, has it journaled, and only then
 * shows it to the stages.
 *
 * <p>Live sources get the ingress clock, read once per batch and never going back. Sources with their own time are merged
 * by it. When nothing comes and a timer is due, a TICK is made; while sources have their own time there is none.
 *
 * <p>Thread: the ingress thread. Allocation: none in steady state. Deterministic: it is what makes all else so.
 */
public final class Ingress implements Pump {
    /** In place of a time, and after all of them. */
    private static final long ENDED = Long.MAX_VALUE;

    private final OpenSource[] sources;
    private final long[] heads;
    private final boolean timed;
    private final Inlet inlet;
    private final InputLog log;
    private final EpochNanoClock clock;
    private final Pacer pacer;
    private final CommandQueue commands;
    private final NextDeadline nextDeadline;
    private final Cuts cuts;
    private boolean ended;

    /**
     * @param sources all timed, or all live
     * @param pacer   for timed sources
     * @param cuts    when snapshots are due, or null if there are none
     */
    public Ingress(
            final OpenSource[] sources,
            final Inlet inlet,
            final InputLog log,
            final EpochNanoClock clock,
            final Pacer pacer,
            final CommandQueue commands,
            final NextDeadline nextDeadline,
            final Cuts cuts) {
        this.sources = sources;
        this.heads = new long[sources.length];
        this.timed = sources.length > 0 && sources[0].isTimed();
        this.inlet = inlet;
        this.log = log;
        this.clock = clock;
        this.pacer = pacer;
        this.commands = commands;
        this.nextDeadline = nextDeadline;
        this.cuts = cuts;
    }

    @Override
    public void resume(final BatchTarget target) {
        // Time stands still in a recording that nobody reads.
        inlet.resumed(timed ? 0 : Math.max(0, inRange(clock.nanoTime()) - inlet.time()));
        publish(target);
    }

    @Override
    public int poll(final BatchTarget target) {
        int work = 0;
        for (final OpenSource open : sources) {
            work += open.drainRequests();
        }
        if (timed) {
            pollTimed();
            commands.drainTo(inlet);
        } else {
            pollLive();
        }
        endInputs();
        if (cuts != null && cuts.isDue() && !ended) {
            cut();
        }
        if (inlet.count() == 0) {
            log.idle();
            return work;
        }
        return work + publish(target);
    }

    /** Whether there was anything to cut off. */
    private boolean cut() {
        if (!inlet.hasNews()) {
            return false;
        }
        inlet.cut();
        cuts.made();
        return true;
    }

    private int publish(final BatchTarget target) {
        final int count = inlet.count();
        log.append(inlet.buffer(), 0, inlet.length(), inlet.firstSeq(), count);
        target.onBatch(inlet.buffer(), 0, inlet.length());
        inlet.clear();
        return count;
    }

    @Override
    public void stop(final BatchTarget target) {
        if (cuts != null && !ended && cut()) {
            publish(target);
        }
    }

    private void pollLive() {
        final long before = inlet.time();
        final long now = inRange(Math.max(before, clock.nanoTime()));
        inlet.time(now);
        for (final OpenSource open : sources) {
            if (!open.ended() && !inlet.isFull()) {
                open.source().poll(inlet);
            }
        }
        commands.drainTo(inlet);
        if (inlet.count() == 0) {
            tickOrRest(before, now);
        }
    }

    /** A deadline at or before the last record's time is old news: that record has made, or will make, it due. */
    private void tickOrRest(final long before, final long now) {
        final long deadline = nextDeadline.get();
        if (deadline > before && deadline <= now && deadline != Timers.NEVER) {
            inlet.tick();
        } else {
            inlet.time(before);
        }
    }

    private void pollTimed() {
        if (sources.length == 1) {
            pollOnly(sources[0]);
        } else {
            pollMerged();
        }
    }

    private void pollOnly(final OpenSource only) {
        final TimedSource source = only.timed();
        while (!inlet.isFull() && !source.ended()) {
            final long time = head(source);
            if (time == TimedSource.WAITING || !pacer.isDue(time)) {
                return;
            }
            inlet.time(time);
            source.poll(inlet);
        }
    }

    /** Asks a source for its time only after it was polled: what it has next does not change until then. */
    private void pollMerged() {
        boolean isKnown = true;
        for (int i = 0; i < sources.length; i++) {
            isKnown &= look(i);
        }
        while (isKnown && !inlet.isFull()) {
            final int first = firstHead();
            if (heads[first] == ENDED || !pacer.isDue(heads[first])) {
                return;
            }
            inlet.time(heads[first]);
            sources[first].timed().poll(inlet);
            isKnown = look(first);
        }
    }

    /** Notes the time of what a source has next; whether that is known. */
    private boolean look(final int source) {
        final OpenSource open = sources[source];
        if (open.ended() || open.source().ended()) {
            heads[source] = ENDED;
            return true;
        }
        heads[source] = head(open.timed());
        return heads[source] != TimedSource.WAITING;
    }

    /** A bad time fails here, before a paced run would wait for it. */
    private static long head(final TimedSource source) {
        final long time = source.headTime();
        return time == TimedSource.WAITING ? time : inRange(time);
    }

    private int firstHead() {
        int first = 0;
        for (int i = 1; i < heads.length; i++) {
            if (heads[i] < heads[first]) {
                first = i;
            }
        }
        return first;
    }

    private static long inRange(final long time) {
        if (!EpochNanos.isTime(time)) {
            throw new IllegalStateException(EpochNanos.refusal("a source or the clock gives the time", time));
        }
        return time;
    }

    private void endInputs() {
        for (final OpenSource open : sources) {
            if (open.endsNow()) {
                final int[] inputs = open.inputs();
                for (int i = 0; i < inputs.length; i++) {
                    ended = i == inputs.length - 1 && allEnded();
                    inlet.inputEnd(inputs[i], ended);
                }
            }
        }
    }

    private boolean allEnded() {
        for (final OpenSource open : sources) {
            if (!open.ended()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public boolean sawEndOfInput() {
        return ended;
    }

    /** Closes all, even if some fail. */
    @Override
    public void close() {
        try (log) {
            closeSources();
        }
    }

    private void closeSources() {
        RuntimeException failure = null;
        for (final OpenSource open : sources) {
            try {
                open.source().close();
            } catch (final RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
