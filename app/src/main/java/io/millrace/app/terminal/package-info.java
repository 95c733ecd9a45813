/** What people see while something runs: figures, a line of progress, a table that is redrawn in place. */
package io.millrace.app.terminal;
