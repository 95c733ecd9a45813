package io.millrace.report.html;

/**
 * A column of a table.
 *
 * @param title its heading
 * @param style class of its cells; empty for text
 */
record Column(String title, String style) {
    static Column text(final String title) {
        return new Column(title, "");
    }

    /** Set flush right, digits under digits. */
    static Column number(final String title) {
        return new Column(title, "n");
    }

    /** Text that may be broken into lines. */
    static Column prose(final String title) {
        return new Column(title, "prose");
    }

    /** Sentences. */
    static Column longProse(final String title) {
        return new Column(title, "prose long");
    }

    /** For a picture. */
    static Column picture(final String title) {
        return new Column(title, "picture");
    }
}
