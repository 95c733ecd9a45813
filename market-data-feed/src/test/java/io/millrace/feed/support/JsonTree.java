package io.millrace.feed.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** JSON text that can be written in other ways which mean the same: with members in another order, more of them, white space. */
public final class JsonTree {
    private static final List<String> SPACES = List.of("", "", "", " ", "\n", "\t \r\n", "          ");
    private static final List<String> UNKNOWN = List.of(
            "\"zz\":{\"a\":[1,{\"b\":\"}\"}],\"price\":\"9\"}",
            "\"yy\":-1.5e-7",
            "\"key with \\\\ and \\u0041\":null",
            "\"nn\":123456789012345678901234567890",
            "\"kk\":{\"l\":[[\"1\",\"2\"],[]]}",
            "\"\":\"\"",
            "\"datas\":{\"channel\":\"trade\"}",
            "\"ww\":\"a \\\" ] } b\"");

    private final String text;
    private int at;

    private JsonTree(final String text) {
        this.text = text;
    }

    /** The same in other words. */
    public static String reworded(final String text, final Random random) {
        final JsonTree tree = new JsonTree(text);
        return tree.space(random) + tree.value(random) + tree.space(random);
    }

    private String space(final Random random) {
        return SPACES.get(random.nextInt(SPACES.size()));
    }

    private String value(final Random random) {
        return switch (text.charAt(at)) {
            case '{' -> object(random);
            case '[' -> array(random);
            case '"' -> string();
            default -> scalar();
        };
    }

    private String object(final Random random) {
        final List<String> members = new ArrayList<>();
        at++;
        while (text.charAt(at) != '}') {
            if (text.charAt(at) == ',') {
                at++;
            }
            final String key = string();
            at++;
            members.add(key + space(random) + ":" + space(random) + value(random));
        }
        at++;
        if (random.nextBoolean()) {
            members.add(UNKNOWN.get(random.nextInt(UNKNOWN.size())));
        }
        Collections.shuffle(members, random);
        return joined("{", members, "}", random);
    }

    private String array(final Random random) {
        final List<String> elements = new ArrayList<>();
        at++;
        while (text.charAt(at) != ']') {
            if (text.charAt(at) == ',') {
                at++;
            }
            elements.add(value(random));
        }
        at++;
        return joined("[", elements, "]", random);
    }

    private String joined(final String open, final List<String> parts, final String close, final Random random) {
        final StringBuilder out = new StringBuilder(open).append(space(random));
        for (int i = 0; i < parts.size(); i++) {
            out.append(i == 0 ? "" : "," + space(random)).append(parts.get(i)).append(space(random));
        }
        return out.append(close).toString();
    }

    private String string() {
        final int start = at++;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return text.substring(start, ++at);
    }

    private String scalar() {
        final int start = at;
        while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }
}
