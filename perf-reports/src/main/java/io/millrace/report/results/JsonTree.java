package io.millrace.report.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a whole JSON file into maps, lists, texts, longs, doubles and booleans. */
final class JsonTree {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;

    private JsonTree(final JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The value that a file holds.
     *
     * @throws ReportException if there is no such file, or it is not JSON, or more follows
     */
    static Object read(final Path file) {
        try (JsonParser parser = FACTORY.createParser(Files.readAllBytes(file))) {
            if (parser.nextToken() == null) {
                throw new ReportException(file + ": is empty. Delete it, or measure again");
            }
            final Object value = new JsonTree(parser).value();
            if (parser.nextToken() != null) {
                throw new ReportException(file + ": holds more than one JSON value. Delete it, or measure again");
            }
            return value;
        } catch (final NoSuchFileException e) {
            throw new ReportException(file + ": is not there", e);
        } catch (final JsonProcessingException e) {
            throw new ReportException(
                    file + ": is not JSON, line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage()
                            + ". Delete it, or measure again",
                    e);
        } catch (final IOException e) {
            throw new ReportException(file + ": can't be read: " + e.getMessage(), e);
        }
    }

    private Object value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> null;
        };
    }

    private Object integer() throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? (Object) parser.getDoubleValue()
                : (Object) parser.getLongValue();
    }

    private Map<String, Object> object() throws IOException {
        final Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            final String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value());
        }
        return fields;
    }

    private List<Object> array() throws IOException {
        final List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return items;
    }
}
