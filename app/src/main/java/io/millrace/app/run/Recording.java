package io.millrace.app.run;

import io.millrace.journal.model.Durability;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the input of a live run is kept.
 *
 * @param directory  of the journal, or none if nothing is kept
 * @param durability what the journal promises
 * @param arguments  what the flow was told, for the journal's head
 */
public record Recording(Optional<Path> directory, Durability durability, Map<String, String> arguments) {}
