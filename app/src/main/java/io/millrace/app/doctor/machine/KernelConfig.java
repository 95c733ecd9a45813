package io.millrace.app.doctor.machine;

import java.util.Optional;

/** What the kernel was built with. */
final class KernelConfig {
    private static final String RUNNING = "proc/config.gz";

    private final SystemTree tree;
    private final Optional<String> text;

    KernelConfig(final SystemTree tree) {
        this.tree = tree;
        text = tree.unzipped(RUNNING).or(() -> tree.text(installed()));
    }

    /** The value of an option; empty if it is off, or nothing is known. */
    Optional<String> value(final String option) {
        final String begin = option + "=";
        return text.stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()))
                .findFirst();
    }

    /** Whether an option is on. */
    boolean isOn(final String option) {
        return value(option).filter("y"::equals).isPresent();
    }

    /** Why nothing is known. */
    String whyNot() {
        return tree.whyNot(RUNNING) + ", and " + tree.whyNot(installed());
    }

    private String installed() {
        return "boot/config-" + tree.line("proc/sys/kernel/osrelease").orElse("");
    }
}
