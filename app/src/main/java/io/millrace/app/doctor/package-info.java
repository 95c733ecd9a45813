/**
 * Looks at the machine and the JVM, and tells what costs latency. Changes nothing.
 *
 * <pre>
 *   machine: /proc, /sys ──┐
 *   jvm: flags, limits ────┼──▶ checks ──▶ Diagnosis ──▶ DiagnosisText, DiagnosisJson
 *   place: file system ────┘
 * </pre>
 */
package io.millrace.app.doctor;
