package io.millrace.app.crash;

import java.util.List;
import java.util.Random;

/** When a process is killed. */
enum Moment {
    /** Some time after its start. */
    START {
        @Override
        void await(final Victim victim, final Random random, final Pauses pauses) {
            victim.pause(random.nextInt(pauses.start()));
        }
    },
    /** It has just taken its journal: a new one is half made, of an old one nothing is read yet. */
    LOCK {
        @Override
        void await(final Victim victim, final Random random, final Pauses pauses) {
            victim.await(victim::hasLock);
            victim.pause(random.nextInt(20));
        }
    },
    /** It reads its journal. */
    RECOVERY {
        @Override
        void await(final Victim victim, final Random random, final Pauses pauses) {
            victim.await(victim::hasLock);
            victim.pause(random.nextInt(pauses.recovery()));
        }
    },
    /** It has just begun a session, which may have no head yet. */
    SESSION {
        @Override
        void await(final Victim victim, final Random random, final Pauses pauses) {
            victim.await(victim::hasSession);
            victim.pause(random.nextInt(20));
        }
    },
    /** Some time after it has begun to write. */
    PROGRESS {
        @Override
        void await(final Victim victim, final Random random, final Pauses pauses) {
            victim.await(() -> victim.files() > 0);
            victim.pause(random.nextInt(400));
        }
    },
    /** It has written some bytes of output. */
    OUTPUT {
        @Override
        void await(final Victim victim, final Random random, final Pauses pauses) {
            final int bytes = 1 + random.nextInt(2_000);
            victim.await(() -> victim.output() >= bytes);
        }
    },
    /** It is writing a snapshot. */
    SNAPSHOT {
        @Override
        void await(final Victim victim, final Random random, final Pauses pauses) {
            victim.await(victim::hasSession);
            final int older = random.nextInt(3);
            for (int i = 0; i < older; i++) {
                victim.await(victim::writesSnapshot);
                victim.await(() -> !victim.writesSnapshot());
            }
            victim.await(victim::writesSnapshot);
        }
    },
    /** Its journal has just begun another file. */
    ROLL {
        @Override
        void await(final Victim victim, final Random random, final Pauses pauses) {
            final int files = 2 + random.nextInt(2);
            victim.await(() -> victim.files() >= files);
        }
    },
    /** It was asked to stop while it runs, and is doing that. */
    STOP {
        @Override
        void await(final Victim victim, final Random random, final Pauses pauses) {
            victim.await(() -> victim.files() > 0);
            victim.pause(random.nextInt(200));
            victim.terminate();
            victim.pause(random.nextInt(60));
        }
    },
    /** It was asked to stop while it reads its journal, and may be doing that. */
    STOP_EARLY {
        @Override
        void await(final Victim victim, final Random random, final Pauses pauses) {
            victim.await(victim::hasLock);
            victim.pause(random.nextInt(pauses.recovery()));
            victim.terminate();
            victim.pause(random.nextInt(60));
        }
    };

    /** All, in the order in which they take turns. */
    static final List<Moment> ALL = List.of(values());

    /** How long things take on this machine, in milliseconds. */
    record Pauses(int start, int recovery) {}

    /** Returns when it is time, or the process has ended. */
    abstract void await(Victim victim, Random random, Pauses pauses);
}
