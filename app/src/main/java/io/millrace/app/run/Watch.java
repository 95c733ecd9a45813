package io.millrace.app.run;

/** Looks at a run now and then, on the thread that waits for it. */
@FunctionalInterface
public interface Watch {

    /**
     * Takes a look.
     *
     * @return whether the run shall go on
     */
    boolean look(RunView run);
}
