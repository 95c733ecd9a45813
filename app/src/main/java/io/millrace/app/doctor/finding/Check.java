package io.millrace.app.doctor.finding;

import java.util.List;

/** Looks at something and changes nothing. What can't be read is a finding, never an exception. */
@FunctionalInterface
public interface Check {
    /** What it finds. */
    List<Finding> look();
}
