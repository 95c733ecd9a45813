package io.millrace.engine.graph;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists and values. */
final class Json {
    private final JsonParser parser;

    private Json(final JsonParser parser) {
        this.parser = parser;
    }

    static Map<?, ?> parse(final String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            final Map<?, ?> object = new Json(parser).object();
            if (parser.nextToken() != null) {
                throw new AssertionError("something follows the object");
            }
            return object;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> object() throws IOException {
        final Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            final String name = parser.currentName();
            parser.nextToken();
            if (members.putIfAbsent(name, value()) != null) {
                throw new AssertionError("two members " + name);
            }
        }
        return members;
    }

    private List<Object> array() throws IOException {
        final List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return elements;
    }

    private Object value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_NUMBER_INT -> parser.getIntValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_STRING -> parser.getText();
            default -> throw new AssertionError("unexpected " + parser.currentToken());
        };
    }
}
