package io.millrace.feed.decode;

/** What is wrong with a malformed frame. */
public enum FrameFault {
    NONE("nothing"),
    NOT_JSON("it is not a JSON object"),
    NOT_SBE("it is no whole binary message"),
    MISSING_FIELD("a field is missing or has a value of another type"),
    BAD_NUMBER("a price, size or id is not a number"),
    TOO_LARGE("a number does not fit in 63 bits, or has far more decimals than its instrument"),
    BAD_TIME("a time is not in the venue's form, or not from 1970 to 2261"),
    BAD_SYMBOL("the symbol is empty or longer than 32 bytes");

    private final String explanation;

    FrameFault(final String explanation) {
        this.explanation = explanation;
    }

    /** In words, to follow a colon. */
    public String explanation() {
        return explanation;
    }
}
