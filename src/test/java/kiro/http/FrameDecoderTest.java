package kiro.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import kiro.testing.AwsFrames;
import kiro.testing.AwsFrames.Headers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {
    private static final Headers EVENT = AwsFrames.text(":message-type", "event");

    private final Found found = new Found();

    private List<String> decode(byte[] bytes, int size) {
        EventDecoder decoder = Framing.FRAMES.decoder(found, 4096);
        for (int at = 0; at < bytes.length; at += size) {
            decoder.feed(
                    ByteBuffer.wrap(
                            Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size))));
        }
        decoder.end();
        return found.said;
    }

    private List<String> decode(byte[] bytes) {
        return decode(bytes, bytes.length);
    }

    /// A frame of AWS's published test vectors: its checksums are right, and it has no type.
    @Test
    @Tag("bedrock-model#AC-3")
    void a_published_frame_passes_its_checksums() {
        byte[] payload =
                HexFormat.of()
                        .parseHex(
                                "0000003d0000002007fd8396"
                                        + "0c636f6e74656e742d74797065"
                                        + "070010"
                                        + "6170706c69636174696f6e2f6a736f6e"
                                        + "7b27666f6f273a27626172277d"
                                        + "8d9c08b1");

        assertThat(decode(payload)).containsExactly("broken a frame that does not say what it is");
    }

    @Test
    @Tag("bedrock-model#AC-3")
    void events_exceptions_and_errors_are_told_with_their_names_wherever_the_bytes_are_cut() {
        byte[] stream =
                AwsFrames.joined(
                        List.of(
                                AwsFrames.event("messageStart", "{\"role\":\"assistant\"}"),
                                AwsFrames.event("delta", "{\"text\":\"wörter 🎈\"}"),
                                AwsFrames.frame(
                                        AwsFrames.ofAllTypes()
                                                .and(EVENT)
                                                .and(AwsFrames.text(":event-type", "odd")),
                                        new byte[0]),
                                AwsFrames.frame(
                                        AwsFrames.text(":message-type", "later"), new byte[] {1}),
                                AwsFrames.exception("throttlingException", "{}"),
                                AwsFrames.error("InternalError", "it broke")));
        for (int size : List.of(1, 2, 3, 7, 11, 12, 13, 64, 1000, stream.length)) {
            found.said.clear();

            assertThat(decode(stream, size))
                    .as("packets of %d bytes", size)
                    .containsExactly(
                            "event messageStart {\"role\":\"assistant\"}",
                            "event delta {\"text\":\"wörter 🎈\"}",
                            "event odd ",
                            "comment",
                            "failure throttlingException {}",
                            "failure InternalError it broke");
        }
    }

    @Test
    @Tag("bedrock-model#AC-3")
    void a_wrong_byte_anywhere_ends_the_stream_and_nothing_after_it_counts() {
        byte[] frame = AwsFrames.event("a", "{\"b\":1}");
        byte[] good = AwsFrames.event("c", "{}");
        for (int at = 0; at < frame.length; at++) {
            found.said.clear();

            List<String> said =
                    decode(AwsFrames.joined(List.of(good, AwsFrames.damaged(frame, at), good)));

            assertThat(said).as("byte %d", at).hasSize(2).startsWith("event c {}");
            assertThat(said.getLast()).contains("wrong checksum");
        }
    }

    @Test
    @Tag("bedrock-model#AC-3")
    void a_frame_that_is_cut_is_no_event() {
        byte[] frame = AwsFrames.event("a", "{\"b\":1}");

        for (int size = 0; size < frame.length; size++) {
            assertThat(decode(Arrays.copyOf(frame, size), Math.max(1, size))).isEmpty();
        }
    }

    @Test
    @Tag("bedrock-model#AC-3")
    void headers_that_cannot_be_read_end_the_stream() {
        for (Headers broken :
                List.of(
                        AwsFrames.header("x", 10, _ -> {}),
                        AwsFrames.header("x", 7, out -> out.writeShort(9)),
                        AwsFrames.header("x", 6, out -> out.writeByte(1)),
                        AwsFrames.header("x", 9, out -> out.writeInt(1)),
                        new Headers(new byte[] {5, 'x'}),
                        new Headers(new byte[] {1, 'x'}))) {
            found.said.clear();

            assertThat(decode(AwsFrames.frame(EVENT.and(broken), new byte[0])))
                    .containsExactly("broken a frame whose headers cannot be read");
        }
    }

    @Test
    @Tag("bedrock-model#AC-3")
    void a_frame_longer_than_any_is_not_waited_for() {
        assertThat(decode(AwsFrames.event("a", "x".repeat(5000)))).containsExactly("too long");
    }

    private static final class Found implements EventSink {
        private final List<String> said = new ArrayList<>();

        @Override
        public void event(String name, byte[] data, int length) {
            said.add("event " + name + " " + new String(data, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public void failure(String type, byte[] data, int length) {
            said.add("failure " + type + " " + new String(data, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public void broken(String reason) {
            said.add("broken " + reason);
        }

        @Override
        public void comment() {
            said.add("comment");
        }

        @Override
        public void tooLong() {
            said.add("too long");
        }
    }
}
