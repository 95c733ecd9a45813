package io.millrace.feed.binance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.SharedData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Our schema lays out what the venue's does: the same ids, types, places and lengths. */
class SbeSchemaTest {
    private static final Map<String, Integer> SIZES =
            Map.of("int8", 1, "uint8", 1, "uint16", 2, "uint32", 4, "int64", 8, "char", 1);

    @Test
    void laysOutWhatTheVenueDoes() throws Exception {
        final Path venues = SharedData.require("sbe/binance_stream_1_0.xml");
        assertThat(layout(Path.of("src/main/sbe/binance-spot-stream.xml"))).isEqualTo(layout(venues));
    }

    private static List<String> layout(final Path file) throws Exception {
        final Element schema = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        final List<String> layout = new ArrayList<>();
        layout.add("schema " + schema.getAttribute("id") + " version " + schema.getAttribute("version") + " "
                + schema.getAttribute("byteOrder"));
        final Map<String, String> types = new HashMap<>(Map.of("", "groupSizeEncoding"));
        final List<Element> messages = new ArrayList<>();
        for (final Element child : children(schema)) {
            if (child.getTagName().equals("types")) {
                children(child).forEach(type -> types.put(type.getAttribute("name"), type(type)));
            } else {
                messages.add(child);
            }
        }
        types.put("", types.get("groupSizeEncoding"));
        for (final Element message : messages) {
            layout.add("message " + message.getAttribute("id"));
            fields(message, types, "  ", layout);
        }
        layout.add("header " + types.get("messageHeader"));
        return layout;
    }

    private static String type(final Element type) {
        return switch (type.getTagName()) {
            case "type" -> type.getAttribute("primitiveType");
            case "enum" -> type.getAttribute("encodingType") + values(type);
            default ->
                children(type).stream()
                        .map(part -> part.getAttribute("primitiveType") + part.getAttribute("length"))
                        .toList()
                        .toString();
        };
    }

    private static String values(final Element type) {
        return children(type).stream().map(Element::getTextContent).toList().toString();
    }

    private static void fields(
            final Element of, final Map<String, String> types, final String indent, final List<String> layout) {
        int offset = 0;
        for (final Element field : children(of)) {
            final String type =
                    types.get(field.getAttribute(field.getTagName().equals("group") ? "dimensionType" : "type"));
            if (field.getAttribute("presence").equals("constant")) {
                continue;
            }
            layout.add(indent + field.getTagName() + " " + field.getAttribute("id") + " " + type + " at " + offset);
            if (field.getTagName().equals("field")) {
                offset += SIZES.get(type.replaceAll("\\[.*", ""));
            } else {
                fields(field, types, indent + "  ", layout);
            }
        }
        layout.add(indent + "length " + offset);
    }

    private static List<Element> children(final Element of) {
        final List<Element> children = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
