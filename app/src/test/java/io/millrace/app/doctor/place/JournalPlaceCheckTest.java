package io.millrace.app.doctor.place;

import static io.millrace.app.doctor.finding.Verdict.BAD;
import static io.millrace.app.doctor.finding.Verdict.BETTER;
import static io.millrace.app.doctor.finding.Verdict.OK;
import static io.millrace.app.doctor.finding.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.doctor.Findings;
import io.millrace.app.doctor.finding.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalPlaceCheckTest {
    private static final long PLENTY = 1L << 40;

    @TempDir
    private Path temp;

    private static Findings look(final String type, final long free, final boolean writable) {
        return look(new Disk(type, Optional.empty(), free, writable));
    }

    private static Findings look(final Disk disk) {
        return Findings.of(new JournalPlaceCheck(Path.of("journals"), place -> disk));
    }

    private static Findings tmpfs(final String options) {
        return look(new Disk("tmpfs", Optional.of(new Disk.Mount(Path.of("/dev/shm"), options)), PLENTY, true));
    }

    @ParameterizedTest
    @CsvSource({"ext4, OK", "xfs, OK", "overlay, BETTER", "nfs4, BAD", "9p, BAD", "zfs, UNKNOWN", "apfs, UNKNOWN"})
    void isOfAKind(final String type, final Verdict verdict) {
        look(type, PLENTY, true).are(verdict, OK).found(type + " (journals)");
    }

    @Test
    void costsWhatWasMeasured() {
        look("ext4", PLENTY, true).found("p99 of 18.6 ms on ext4").notFound("not measured");
        look("xfs", PLENTY, true).found("with xfs not measured");
    }

    @Test
    void isMemory() {
        look("tmpfs", PLENTY, true)
                .are(BETTER, UNKNOWN, OK)
                .found("survives the process, not the machine", "does not tell how it is mounted");
        tmpfs("rw,relatime").are(BETTER, OK, OK).found("huge=never", "remount,huge=advise /dev/shm");
        tmpfs("rw,huge=never").are(BETTER, OK, OK).found("4 KiB");
        tmpfs("rw,huge=advise,size=1g")
                .are(BETTER, OK, OK)
                .found("huge=advise", "2 MiB", "remount,huge=never /dev/shm");
    }

    @Test
    void canNotBeWrittenTo() {
        look("ext4", PLENTY, false).are(BAD, OK).found("can't write");
    }

    @Test
    void fillsUp() {
        look("ext4", 345_600_000_000L, true).are(OK, OK).found("10.0 hours");
        look("ext4", 3_456_000_000L, true).are(OK, BETTER).found("0.1 hours", "--journal-files delete");
        look("ext4", 1_000_000, true).are(OK, BAD);
    }

    @Test
    void canNotBeTold() {
        Findings.of(new JournalPlaceCheck(temp, place -> {
                    throw new IOException("gone");
                }))
                .are(UNKNOWN, UNKNOWN)
                .found("gone");
    }

    @Test
    void isThatOfTheNearestDirectoryThatIsThere() throws IOException {
        final Disk disk = Disk.of(temp.resolve("not/yet"));
        assertThat(disk.type()).isEqualTo(Disk.of(temp).type()).isNotBlank();
        assertThat(disk.writable()).isTrue();
        assertThat(disk.freeBytes()).isPositive();
        assertThat(Disk.of(Path.of("not-yet"))).isNotNull();
        final Path real = temp.toRealPath();
        // Not every system tells.
        disk.mount()
                .ifPresent(mount -> assertThat(real.startsWith(mount.point())).isTrue());
    }
}
