/** The flows that come with Millrace. */
package io.millrace.app.flow;
