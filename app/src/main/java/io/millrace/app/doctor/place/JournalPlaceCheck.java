package io.millrace.app.doctor.place;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import io.millrace.app.terminal.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a directory is a good place for a journal. */
public final class JournalPlaceCheck implements Check {
    private static final String TYPE = "file system";
    private static final String PAGES = "pages of the journal";
    private static final String SPACE = "free space";
    private static final Set<String> DISKS = Set.of("ext4", "ext3", "ext2", "xfs");
    private static final Set<String> MEMORY = Set.of("tmpfs", "ramfs");
    private static final Set<String> NETWORKS = Set.of(
            "nfs",
            "nfs4",
            "cifs",
            "smb3",
            "smbfs",
            "9p",
            "afs",
            "ceph",
            "glusterfs",
            "lustre",
            "virtiofs",
            "fuse.sshfs");
    private static final String ELSEWHERE = "give --journal a directory on ext4 or xfs of this machine, or in /dev/shm";

    /** A hundred thousand records of 96 bytes in a second, for an hour: 100,000 * 96 * 3,600 bytes. */
    private static final long HOUR = 34_560_000_000L;

    /** Files of a journal are made in pieces of up to some tens of megabytes. */
    private static final long LITTLE = 1L << 30;

    /** Tells what a directory lies on. */
    @FunctionalInterface
    public interface Disks {
        Disk of(Path directory) throws IOException;
    }

    private final Path directory;
    private final Disks disks;

    public JournalPlaceCheck(final Path directory, final Disks disks) {
        this.directory = directory;
        this.disks = disks;
    }

    @Override
    public List<Finding> look() {
        final Disk disk;
        try {
            disk = disks.of(directory);
        } catch (final IOException e) {
            final String reason = directory + " can't be looked at: " + e.getMessage();
            return List.of(Finding.unknown(TYPE, reason), Finding.unknown(SPACE, reason));
        }
        if (!disk.type().equals("tmpfs")) {
            return List.of(type(disk), space(disk));
        }
        final Finding pages = disk.mount()
                .map(JournalPlaceCheck::pages)
                .orElseGet(() -> Finding.unknown(PAGES, "the system does not tell how it is mounted"));
        return List.of(type(disk), pages, space(disk));
    }

    /** Those of a tmpfs are large if it is mounted so; {@code shmem_enabled} is for what has no mount. */
    private static Finding pages(final Disk.Mount mount) {
        final String mode = mount.option("huge").orElse("never");
        final String found = "huge=" + mode + " (" + mount.point() + ")";
        return mode.equals("never")
                ? Finding.ok(PAGES, found + ": 4 KiB, which is good for latency")
                        .costing(Measured.LARGE_PAGES)
                        .changedBy(
                                "for rates, not for latency, as root: mount -o remount,huge=advise " + mount.point(),
                                "to keep it, the same option in /etc/fstab")
                : Finding.ok(PAGES, found + ": 2 MiB, which is good for rates")
                        .costing(Measured.LARGE_PAGES)
                        .changedBy("for latency, as root: mount -o remount,huge=never " + mount.point());
    }

    private Finding type(final Disk disk) {
        final String found = disk.type() + " (" + directory + ")";
        final String type = disk.type().toLowerCase(Locale.ROOT);
        if (!disk.writable()) {
            return Finding.bad(TYPE, found + ", where this user can't write")
                    .costing("no journal can be written")
                    .changedBy("give --journal a directory that you may write to");
        }
        if (NETWORKS.contains(type)) {
            return Finding.bad(TYPE, found + ", over a network")
                    .costing("Chronicle Queue, which writes the journal, supports no network file system")
                    .changedBy(ELSEWHERE);
        }
        if (MEMORY.contains(type)) {
            return Finding.better(TYPE, found + ", which is memory: it survives the process, not the machine")
                    .costing("the journal, when the machine stops", Measured.ON_DISK)
                    .changedBy("to keep it, give --journal a directory on a disk");
        }
        if (DISKS.contains(type)) {
            return Finding.ok(TYPE, found + ", a disk")
                    .costing(
                            type.equals("ext4")
                                    ? Measured.ON_DISK
                                    : Measured.ON_DISK + "; with " + type + " " + Measured.NOT);
        }
        if (type.startsWith("overlay")) {
            return Finding.better(TYPE, found + ": the layer of a container, which goes with it")
                    .costing("the journal, when the container is removed; " + Measured.NOT)
                    .changedBy("mount a volume: docker run -v /srv/millrace:/journals ..., then --journal /journals");
        }
        return Finding.unknown(TYPE, found + ", with which nothing was measured")
                .changedBy(ELSEWHERE);
    }

    private static Finding space(final Disk disk) {
        final String found = Figures.bytes(disk.freeBytes()) + ", enough for "
                + String.format(
                        Locale.ROOT,
                        "%.1f hours of 100,000 records of 96 B a second",
                        disk.freeBytes() / (double) HOUR);
        if (disk.freeBytes() >= HOUR) {
            return Finding.ok(SPACE, found);
        }
        return (disk.freeBytes() < LITTLE ? Finding.bad(SPACE, found) : Finding.better(SPACE, found))
                .costing("a flow stops when its journal can't be written")
                .changedBy("free some, give --journal another directory, or let old files go: --journal-files delete");
    }
}
