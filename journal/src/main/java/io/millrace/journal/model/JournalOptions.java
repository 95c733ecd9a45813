package io.millrace.journal.model;

import java.io.File;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * How a log is written. None of it changes a result.
 *
 * <p>Thread: any. Allocation: when made. Deterministic: yes.
 *
 * @param durability    what is promised about appended records
 * @param roll          when the next file starts
 * @param blockBytes    bytes by which a file grows, and is mapped; holes take no space on the disk. A batch may have a
 *                      quarter of it. Power of two, 1 MiB to 1 GiB
 * @param aheadBytes    most bytes of a file that a thread of its own makes ready before the writer comes to them, so that it
 *                      seldom waits for the system; 0 for no such thread
 * @param minFreeBytes  bytes that must stay free on the disk: the log fails before it takes them
 * @param checkBytes    bytes appended between two looks at the free space
 * @param indexBytes    bytes of documents from one entry to the next in a file's index, which finds records fast
 * @param wallClock     epoch milliseconds, for rolls only
 * @param freeBytes     bytes that can still be written below a directory
 */
public record JournalOptions(
        Durability durability,
        Roll roll,
        int blockBytes,
        long aheadBytes,
        long minFreeBytes,
        long checkBytes,
        long indexBytes,
        LongSupplier wallClock,
        ToLongFunction<File> freeBytes) {

    private static final int MIB = 1 << 20;
    private static final int MIN_BLOCK = MIB;
    private static final int MAX_BLOCK = 1 << 30;

    /** Daily files in blocks of 64 MiB, durable against the end of the process, 32 MiB kept free. */
    public static final JournalOptions DEFAULTS = new JournalOptions(
            Durability.PROCESS,
            Roll.DAILY,
            64 * MIB,
            16 * MIB,
            32 * MIB,
            256 * MIB,
            16 * MIB,
            System::currentTimeMillis,
            File::getUsableSpace);

    public JournalOptions {
        if (blockBytes < MIN_BLOCK || blockBytes > MAX_BLOCK || Integer.bitCount(blockBytes) != 1) {
            throw new IllegalArgumentException(
                    "blocks of " + blockBytes + " bytes: must be a power of two from 1 MiB to 1 GiB");
        }
        if (aheadBytes < 0 || minFreeBytes < 0 || checkBytes < 1) {
            throw new IllegalArgumentException("aheadBytes " + aheadBytes + ", minFreeBytes " + minFreeBytes
                    + ", checkBytes " + checkBytes + ": must not be negative, and the last one at least 1");
        }
    }

    public JournalOptions durability(final Durability value) {
        return new JournalOptions(
                value, roll, blockBytes, aheadBytes, minFreeBytes, checkBytes, indexBytes, wallClock, freeBytes);
    }

    public JournalOptions roll(final Roll value) {
        return new JournalOptions(
                durability, value, blockBytes, aheadBytes, minFreeBytes, checkBytes, indexBytes, wallClock, freeBytes);
    }

    public JournalOptions blockBytes(final int value) {
        return new JournalOptions(
                durability, roll, value, aheadBytes, minFreeBytes, checkBytes, indexBytes, wallClock, freeBytes);
    }

    public JournalOptions aheadBytes(final long value) {
        return new JournalOptions(
                durability, roll, blockBytes, value, minFreeBytes, checkBytes, indexBytes, wallClock, freeBytes);
    }

    public JournalOptions minFreeBytes(final long value) {
        return new JournalOptions(
                durability, roll, blockBytes, aheadBytes, value, checkBytes, indexBytes, wallClock, freeBytes);
    }

    public JournalOptions checkBytes(final long value) {
        return new JournalOptions(
                durability, roll, blockBytes, aheadBytes, minFreeBytes, value, indexBytes, wallClock, freeBytes);
    }

    public JournalOptions indexBytes(final long value) {
        return new JournalOptions(
                durability, roll, blockBytes, aheadBytes, minFreeBytes, checkBytes, value, wallClock, freeBytes);
    }

    public JournalOptions wallClock(final LongSupplier value) {
        return new JournalOptions(
                durability, roll, blockBytes, aheadBytes, minFreeBytes, checkBytes, indexBytes, value, freeBytes);
    }

    public JournalOptions freeBytes(final ToLongFunction<File> value) {
        return new JournalOptions(
                durability, roll, blockBytes, aheadBytes, minFreeBytes, checkBytes, indexBytes, wallClock, value);
    }
}
