package io.millrace.engine.run;

/**
 * What one thread of a threaded layout does.
 *
 * @param name  of the stage and part
 * @param work  returns when the stage has finished or stopped
 * @param close closes the stage's sinks
 */
record StageThread(String name, Runnable work, Runnable close) {}
