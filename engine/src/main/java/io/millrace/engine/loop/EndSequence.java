package io.millrace.engine.loop;

import io.millrace.engine.channel.Stamp;
import io.millrace.engine.compile.EndHook;
import io.millrace.engine.stage.KeyList;

/**
 * The end hooks of one stage, one effect for each key of each step, in the order of effects. A step's keys are collected
 * when its turn has come, because steps before it may still give it some.
 *
 * <p>Thread: the stage's. Allocation: once, at the end. Deterministic: yes.
 */
final class EndSequence {
    private final EndHook[] hooks;
    private final KeyList keys = new KeyList();
    private long time;
    private int hook;
    private int key;
    private boolean collected;

    EndSequence(final EndHook[] hooks) {
        this.hooks = hooks;
    }

    /** Starts at the stage time of the last record. */
    void start(final long stageTime) {
        time = stageTime;
        hook = 0;
        collected = false;
    }

    boolean isOver() {
        return hook == hooks.length;
    }

    /** Loads the stamp of the next effect: before all keys of the step, if they are not known yet. */
    void loadStamp(final Stamp stamp) {
        final EndHook next = hooks[hook];
        if (!collected) {
            stamp.end(time, next.place(), Long.MIN_VALUE);
            return;
        }
        final long atKey = keys.get(key);
        stamp.end(time, next.place(), atKey);
        final int textLength = next.keys().textLength(atKey);
        if (textLength > 0) {
            stamp.keyText(next.keys().text(), next.keys().textOffset(atKey), textLength);
        }
    }

    /** Runs the effect whose stamp was loaded. */
    void run() {
        final EndHook next = hooks[hook];
        if (!collected) {
            keys.clear();
            next.target().collectEndKeys(keys);
            keys.sort(next.keys());
            key = 0;
            collected = true;
        } else {
            next.target().onEnd(keys.get(key));
            key++;
        }
        if (key == keys.size()) {
            hook++;
            collected = false;
        }
    }
}
