/**
 * Hours of market time in seconds: what a flow holds after many rolls, snapshots, windows and keys is what it held after a
 * few.
 *
 * <pre>
 *   MarketHours ─▶ journal, rolled each minute of market time ─▶ windows, sessions of keys that come and go ─▶ output logs
 *        │                 └─▶ replica, snapshots ─▶ old files are deleted
 *        └─ each hour: Footprint
 * </pre>
 *
 * The usual build runs three hours. A day, in about 90 s, at the same thousandfold speed:
 *
 * <pre>
 *   mvn -q test -pl app -am -Dtest=SoakTest -Dsurefire.failIfNoSpecifiedTests=false -Dmillrace.soak.hours=24
 * </pre>
 *
 * It prints what was held after each hour.
 */
package io.millrace.app.soak;
