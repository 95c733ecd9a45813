package io.millrace.app.doctor.finding;

/** How good what was found is, from best to worst; what can't be told stands beside that. */
public enum Verdict {
    OK("ok"),
    UNKNOWN("can't tell"),
    BETTER("could be better"),
    BAD("bad");

    private final String words;

    Verdict(final String words) {
        this.words = words;
    }

    /** As people read it. */
    public String words() {
        return words;
    }
}
