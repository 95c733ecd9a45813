/**
 * Processes that are killed, again and again, lose nothing and say nothing twice.
 *
 * <pre>
 *   CrashTest ──▶ Life ──▶ CrashProcess (another JVM: CrashFlow, a journal, four sinks) ──▶ killed at a Moment
 *                  │                                                      │
 *                  └──── started again, until its input has ended ◀───────┘        Held compares what the sinks hold
 * </pre>
 */
package io.millrace.app.crash;
