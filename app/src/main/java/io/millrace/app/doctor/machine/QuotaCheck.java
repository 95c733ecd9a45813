package io.millrace.app.doctor.machine;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a container's share of the processors is limited: who has used it up stands still until the next period. */
public final class QuotaCheck implements Check {
    private static final String SUBJECT = "limit of processor time";
    private static final String VERSION_2 = "sys/fs/cgroup/cpu.max";
    private static final String VERSION_1 = "sys/fs/cgroup/cpu/cpu.cfs_quota_us";
    private static final String VERSION_1_PERIOD = "sys/fs/cgroup/cpu/cpu.cfs_period_us";

    private final SystemTree tree;

    public QuotaCheck(final SystemTree tree) {
        this.tree = tree;
    }

    @Override
    public List<Finding> look() {
        final Optional<String[]> limit = tree.line(VERSION_2)
                .or(() -> tree.line(VERSION_1)
                        .flatMap(quota -> tree.line(VERSION_1_PERIOD).map(period -> quota + " " + period)))
                .map(line -> line.split(" "));
        if (limit.isEmpty()) {
            // The root of all groups has no such file, and no limit.
            return List.of(
                    tree.has("sys/fs/cgroup")
                            ? Finding.ok(SUBJECT, "none")
                            : Finding.unknown(SUBJECT, tree.whyNot(VERSION_2)));
        }
        final String[] words = limit.get();
        if (words.length != 2 || !words[0].matches("\\d{1,15}") || !words[1].matches("[1-9]\\d{0,14}")) {
            return List.of(Finding.ok(SUBJECT, "none"));
        }
        final double processors = Long.parseLong(words[0]) / (double) Long.parseLong(words[1]);
        return List.of(Finding.bad(
                        SUBJECT,
                        String.format(
                                Locale.ROOT,
                                "%.1f processors, counted in periods of %d ms",
                                processors,
                                Long.parseLong(words[1]) / 1_000))
                .costing("threads that have used it up stand still until the period ends; " + Measured.NOT)
                .changedBy(
                        "give the container whole processors, not a share of them:",
                        "docker run --cpuset-cpus=2,3 ... in place of --cpus=2"));
    }
}
