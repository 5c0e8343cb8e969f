package kiro.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("anthropic-model#AC-2")
class SseDecoderTest {
    private static final String STREAM =
            """
            \uFEFF: hello

            event: first
            data: {"a":"ü€😀"}

            :
            id: 7
            retry: 3
            data:two
            data: lines
            data

            event: nothing in it

            data

            nonsense: x
            data:  a space is kept
            event:third


            data: never closed
            """;

    private static final List<String> FOUND =
            List.of(
                    "comment",
                    "first {\"a\":\"ü€😀\"}",
                    "comment",
                    " two\nlines\n",
                    " ",
                    "third  a space is kept");

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void events_are_the_same_wherever_the_bytes_are_cut(String lineEnd) {
        byte[] bytes = STREAM.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);

        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(decode(bytes, cut)).as("cut at byte %d", cut).isEqualTo(FOUND);
        }
    }

    @Test
    void events_are_the_same_byte_by_byte() {
        var found = new Found();
        var decoder = Framing.EVENTS.decoder(found, 1000);
        for (byte b : STREAM.getBytes(StandardCharsets.UTF_8)) {
            decoder.feed(ByteBuffer.wrap(new byte[] {b}));
        }

        assertThat(found.events).isEqualTo(FOUND);
    }

    @Test
    void an_event_may_be_long_and_not_endless() {
        String event = "data: " + "x".repeat(3_000_000) + "\n\n";

        assertThat(decode(event, 4_000_000)).containsExactly(" " + "x".repeat(3_000_000));
        assertThat(decode(event, 2_000_000)).containsExactly("too long");
        assertThat(decode("data: " + "x\ndata: ".repeat(1000), 1500)).containsExactly("too long");
    }

    private static List<String> decode(byte[] bytes, int cut) {
        var found = new Found();
        var decoder = Framing.EVENTS.decoder(found, 1000);
        decoder.feed(ByteBuffer.wrap(bytes, 0, cut));
        decoder.feed(ByteBuffer.wrap(bytes, cut, bytes.length - cut));
        return found.events;
    }

    private static List<String> decode(String text, int longest) {
        var found = new Found();
        Framing.EVENTS
                .decoder(found, longest)
                .feed(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        return found.events;
    }

    private static final class Found implements EventSink {
        private final List<String> events = new ArrayList<>();

        @Override
        public void event(String name, byte[] data, int length) {
            events.add(name + " " + new String(data, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public void failure(String type, byte[] data, int length) {
            events.add("failure " + type);
        }

        @Override
        public void broken(String reason) {
            events.add("broken " + reason);
        }

        @Override
        public void comment() {
            events.add("comment");
        }

        @Override
        public void tooLong() {
            events.add("too long");
        }
    }
}
