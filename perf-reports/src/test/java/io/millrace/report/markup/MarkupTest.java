package io.millrace.report.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void escapesTextsAndAttributes() {
        final String text =
                new Markup().leaf("a", "1 < 2 & \"3\" > 0", "title", "\"<&>").end();
        assertThat(text).isEqualTo("<a title=\"&quot;&lt;&amp;&gt;\">1 &lt; 2 &amp; &quot;3&quot; &gt; 0</a>");
    }

    @Test
    void replacesWhatXmlCantHold() {
        assertThat(new Markup().text("a\u0000b\u001bc\uD800d\uFFFEe").end()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
        assertThat(new Markup().text("µ × 😀\n\t").end()).isEqualTo("µ × 😀\n\t");
    }

    @Test
    void nestsElements() {
        assertThat(new Markup().open("p").leaf("code", "x").text(".").close().end())
                .isEqualTo("<p><code>x</code>.</p>\n");
    }

    @Test
    void refusesToEndWithAnOpenElement() {
        assertThatThrownBy(() -> new Markup().open("table").open("tr").end())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tr");
    }

    @Test
    void refusesRawTextThatWouldNeedEscapes() {
        assertThatThrownBy(() -> new Markup().raw("style", "</style>")).hasMessageContaining("style");
    }
}
