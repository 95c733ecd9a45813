package io.millrace.engine.stage;

/**
 * Writes and reads the pending timers of one step: an entry for each key that has some, with deadline and tag of each, in
 * the order in which they will fire. Not hot.
 *
 * <p>Thread: the stage's. Allocation: yes. Deterministic: yes.
 */
public final class PendingTimers implements LongOrder {
    /** Numbers of a timer while it is read: key, deadline, tag. */
    private static final int FIELDS = 3;

    private final Timers timers;
    private final int place;
    private final KeySpace keys;
    private final KeyList read = new KeyList();

    /**
     * @param timers of the stage
     * @param place  of the step
     * @param keys   the step's
     */
    public PendingTimers(final Timers timers, final int place, final KeySpace keys) {
        this.timers = timers;
        this.place = place;
        this.keys = keys;
    }

    public void write(final StateWriter out) {
        final KeyList handles = new KeyList();
        timers.collect(place, handles);
        handles.sort(this);
        int count = 0;
        for (int i = 0; i < handles.size(); i = behindKey(handles, i)) {
            count++;
        }
        out.beginKeys(count);
        for (int i = 0; i < handles.size(); ) {
            final int next = behindKey(handles, i);
            out.beginKey(keys, timers.key((int) handles.get(i)));
            for (; i < next; i++) {
                final int handle = (int) handles.get(i);
                out.putLong(timers.deadline(handle)).putLong(timers.tag(handle));
            }
            out.endKey();
        }
    }

    /** Order of two handles: by key, then as they fire. */
    @Override
    public int compare(final long left, final long right) {
        final int order = keys.compare(timers.key((int) left), timers.key((int) right));
        return order != 0 ? order : timers.compare(left, right);
    }

    private int behindKey(final KeyList handles, final int from) {
        final long key = timers.key((int) handles.get(from));
        int at = from + 1;
        while (at < handles.size() && timers.key((int) handles.get(at)) == key) {
            at++;
        }
        return at;
    }

    /** Reads what {@link #write} wrote; sets nothing yet. */
    public void read(final StateReader in) {
        while (in.nextKey(keys)) {
            while (in.hasMore()) {
                read.add(in.key());
                read.add(in.takeLong());
                read.add(in.takeLong());
            }
        }
    }

    /** Sets the timers that were read, and tells their operator. */
    public void restore(final TimerTarget target) {
        for (int i = 0; i < read.size(); i += FIELDS) {
            final long key = read.get(i);
            final long tag = read.get(i + 2);
            target.onTimerRestored(key, tag, timers.set(place, key, read.get(i + 1), tag));
        }
        read.clear();
    }
}
