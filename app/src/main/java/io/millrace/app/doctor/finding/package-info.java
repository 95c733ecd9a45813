/** What a check found, what that costs, and how to change it. */
package io.millrace.app.doctor.finding;
