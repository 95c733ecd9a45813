/**
 * Fuzzing: bytes that nobody would send, through all that reads bytes from outside.
 *
 * <pre>
 *   FuzzTest ──▶ FuzzProcess: a JVM with Jazzer ──▶ a target: fuzzerTestOneInput(bytes) ──▶ an AssertionError is a find
 * </pre>
 *
 * What was found lies in the directory that the failed test names, as {@code crash-...}.
 */
package io.millrace.feed.fuzz;
