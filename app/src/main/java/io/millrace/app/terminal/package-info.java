/** What the demo shows on a terminal. */
package io.millrace.app.terminal;
