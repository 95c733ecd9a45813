/**
 * Processes that measurements start where they need a JVM of their own: another JDK, another collector, a heap that is never
 * collected.
 *
 * <pre>
 *   measurement ─▶ ChildJvm ══ java, with the flags of this process but for collector and heap ══▶ main class
 *                     │  ◀── lines of its standard output
 *                     └── ends it when its time is up
 * </pre>
 */
package io.millrace.bench.child;
