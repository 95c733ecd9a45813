package io.millrace.engine.verify;

/**
 * Which records are looked at, and how closely.
 *
 * @param firstSeq first record whose checkpoint is wanted
 * @param lastSeq  last record that is worked on
 * @param every    number of records from one checkpoint to the next
 * @param detail   what checkpoints hold
 */
public record Look(long firstSeq, long lastSeq, long every, Detail detail) {}
