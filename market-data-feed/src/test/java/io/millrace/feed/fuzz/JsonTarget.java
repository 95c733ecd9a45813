package io.millrace.feed.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.JsonCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Walks through any bytes. What Jackson takes for JSON must be read as Jackson reads it; the rest must only do no harm. */
public final class JsonTarget {
    private static final int MOST_OPEN = 60;
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(final byte[] data) {
        final byte[] bytes = Arrays.copyOf(data, data.length + FrameDecoder.SLACK);
        Arrays.fill(bytes, data.length, bytes.length, (byte) '}');
        // A character for each byte, as the cursor has it.
        final String text = new String(data, StandardCharsets.ISO_8859_1);
        final JsonCursor cursor = new JsonCursor();
        cursor.begin(bytes, 0, data.length);
        final boolean isJson = isJson(text);
        if (!isJson) {
            stroll(cursor, 0);
            cursor.ended();
            return;
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            value(cursor, parser);
        } catch (final IOException e) {
            throw new AssertionError("it was JSON before", e);
        }
        require(cursor.ended(), "JSON was not read to its end");
        cursor.begin(bytes, 0, data.length);
        cursor.skip();
        require(cursor.ended(), "JSON was not stepped over to its end");
    }

    private static boolean isJson(final String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            int open = 0;
            do {
                final JsonToken token = parser.currentToken();
                open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (open > MOST_OPEN) {
                    return false;
                }
                if (token.isNumeric()) {
                    parser.getDecimalValue();
                } else {
                    parser.getText();
                }
                if (open == 0) {
                    return parser.nextToken() == null;
                }
            } while (parser.nextToken() != null);
            return false;
        } catch (final IOException | ArithmeticException | NumberFormatException e) {
            return false;
        }
    }

    private static void value(final JsonCursor cursor, final JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(cursor, parser);
            case START_ARRAY -> array(cursor, parser);
            case VALUE_STRING -> text(cursor, parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(cursor, parser);
            case VALUE_TRUE -> require(cursor.truth() && !cursor.isBroken(), "true was not read");
            case VALUE_FALSE -> require(!cursor.truth() && !cursor.isBroken(), "false was not read");
            default -> {
                require(cursor.isNull(), "null was not found");
                cursor.skip();
            }
        }
    }

    private static void object(final JsonCursor cursor, final JsonParser parser) throws IOException {
        require(cursor.enterObject(), "an object was not entered");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            require(cursor.nextMember(), "a member was not found");
            if (cursor.keyLength() > 0) {
                require(cursor.keyLength() == parser.currentName().length(), "a key has another length");
            }
            parser.nextToken();
            value(cursor, parser);
        }
        require(!cursor.nextMember() && !cursor.isBroken(), "an object has no end");
    }

    private static void array(final JsonCursor cursor, final JsonParser parser) throws IOException {
        require(cursor.enterArray(), "an array was not entered");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(cursor.nextElement(), "an element was not found");
            value(cursor, parser);
        }
        require(!cursor.nextElement() && !cursor.isBroken(), "an array has no end");
    }

    private static void text(final JsonCursor cursor, final JsonParser parser) throws IOException {
        require(cursor.text(), "a text was not read");
        require(cursor.textLength() >= parser.getText().length(), "a text is too short");
    }

    private static void number(final JsonCursor cursor, final JsonParser parser) throws IOException {
        final Decimal decimal = new Decimal();
        final String digits = parser.getText();
        if (cursor.number(decimal)) {
            NumbersTarget.checkValue(digits, decimal);
        } else {
            require(!NumbersTarget.surelyFits(digits), "a number was not read: " + digits);
            require(!cursor.isBroken(), "a number was not stepped over: " + digits);
        }
    }

    /** Steps into all that there is. */
    private static void stroll(final JsonCursor cursor, final int depth) {
        if (depth > MOST_OPEN) {
            cursor.skip();
        } else if (cursor.isAt('{')) {
            cursor.enterObject();
            while (cursor.nextMember()) {
                cursor.key();
                stroll(cursor, depth + 1);
            }
        } else if (cursor.isAt('[')) {
            cursor.enterArray();
            while (cursor.nextElement()) {
                stroll(cursor, depth + 1);
            }
        } else if (cursor.isAt('"')) {
            cursor.text();
            cursor.textWord();
        } else if (cursor.isAt('t') || cursor.isAt('f')) {
            cursor.truth();
        } else {
            cursor.skip();
        }
    }

    private static void require(final boolean condition, final String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    static List<byte[]> seeds() {
        return Seeds.texts(
                "{\"a\":[1,{\"b\":\"}\"}],\"p\":\"9\",\"y\":-1.5e-7,\"k\\\\ \\u0041\":null}",
                " [ true , false , [ ] , { } , 123456789012345678901234567890 , \"x\\\"y\" ] ");
    }
}
