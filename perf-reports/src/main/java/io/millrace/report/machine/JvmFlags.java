package io.millrace.report.machine;

import java.util.List;

/** Which JVM arguments go into a report. */
public final class JvmFlags {
    private static final List<String> PUBLISHED =
            List.of("-X", "--", "-ea", "-da", "-server", "-Dmillrace.", "-Dchronicle.");

    private JvmFlags() {}

    /**
     * Those that change how code runs. Other system properties and agents are left out: a report is published, and they
     * name directories and may hold secrets.
     */
    public static List<String> published(final List<String> arguments) {
        return arguments.stream()
                .filter(argument -> PUBLISHED.stream().anyMatch(argument::startsWith))
                .toList();
    }
}
