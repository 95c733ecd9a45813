package io.millrace.journal.store;

/**
 * A thread of a log beside its writer's. It does not keep the process alive, and ends when what it runs does.
 *
 * <p>Thread: the writer's. Allocation: when made and started.
 */
public final class BackgroundThread {
    private final Thread thread;

    /** @param name at most 15 characters: Linux shows no more */
    public BackgroundThread(final String name, final Runnable work) {
        thread = new Thread(work, name);
        thread.setDaemon(true);
    }

    /** Starts it, the first time. */
    public void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Waits for its end, also where the own thread is interrupted; it has been told to end. */
    public void await() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (final InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
