package kiro.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDocumentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "one", "one\n", "one\r\ntwo", "\uFEFFone\rtwo\n\n", "one\n\r\ntwo\r"})
    void every_byte_survives_reading_and_writing(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(TextDocument.decode(bytes).orElseThrow().bytes()).isEqualTo(bytes);
    }

    @Test
    void bytes_that_are_not_utf_8_are_no_document() {
        assertThat(TextDocument.decode(new byte[] {'a', (byte) 0xC3, '('})).isEmpty();
    }

    @Test
    void a_changed_line_keeps_its_end() {
        assertThat(TextDocument.of("a\r\nb\nc").withLine(1, "x").text()).isEqualTo("x\r\nb\nc");
    }

    @Test
    void added_lines_end_as_the_document_does() {
        assertThat(TextDocument.of("a\r\nb").withLinesAfter(2, List.of("c")).text())
                .isEqualTo("a\r\nb\r\nc\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a <b> c\n", "one\r\ntwo\0", "\uFEFFone\rtwo", "\u00FCber {x}\n"})
    void which_characters_stand_in_it_is_told_however_it_was_made(String text) {
        TextDocument read =
                TextDocument.decode(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        TextDocument made = TextDocument.of(text);

        for (char c = 0; c < 128; c++) {
            boolean isThere = text.indexOf(c) >= 0;
            assertThat(read.has(c)).as("%d in %s", (int) c, text).isEqualTo(isThere);
            assertThat(made.has(c)).isEqualTo(isThere);
        }
        boolean isAscii = text.chars().allMatch(c -> c < 128 || c == '\uFEFF');
        assertThat(List.of(read.isAscii(), made.isAscii())).containsExactly(isAscii, isAscii);
        assertThat(read.utf8()).isEqualTo(read.text().getBytes(StandardCharsets.UTF_8));
        assertThat(read.withLines(List.of(new TextDocument.Line("#", ""))).has('#')).isTrue();
    }
}
