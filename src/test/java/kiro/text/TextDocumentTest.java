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
}
