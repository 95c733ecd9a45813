/**
 * Checks of the machine and its kernel.
 *
 * <pre>
 *   /proc, /sys, /boot ──▶ SystemTree ──▶ checks ──▶ findings
 * </pre>
 *
 * Everything is read below a root directory, which tests replace.
 */
package io.millrace.app.doctor.machine;
