/**
 * Text without garbage: numbers to digits in one reused buffer. All code here is hot.
 */
package io.millrace.connectors.text;
