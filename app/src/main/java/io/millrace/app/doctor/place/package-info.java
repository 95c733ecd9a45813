/** Checks of where journals go. */
package io.millrace.app.doctor.place;
