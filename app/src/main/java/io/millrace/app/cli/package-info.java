/** Commands: options, checks, and what is said when something is wrong. */
package io.millrace.app.cli;
