/** Checks of the JVM that runs this, and of the limits of its process. */
package io.millrace.app.doctor.jvm;
