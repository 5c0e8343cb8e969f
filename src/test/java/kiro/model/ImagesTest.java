package kiro.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesTest {
    @ParameterizedTest
    @CsvSource({
        "'\u0089PNG\r\n\u001a\n...', image/png",
        "'\u00ff\u00d8\u00ff\u00e0', image/jpeg",
        "GIF89a, image/gif",
        "RIFF1234WEBPVP8, image/webp",
    })
    @Tag("chat#AC-6")
    void the_type_is_told_by_the_first_bytes(String bytes, String type) {
        assertThat(Images.read(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        Images.Reading.Whole.class,
                        whole -> assertThat(whole.image().mediaType()).isEqualTo(type));
    }

    @ParameterizedTest
    @CsvSource({"''", "no picture", "RIFF1234WAVE", "%PDF-1.7", "<svg/>", "GIF"})
    @Tag("chat#AC-6")
    void what_is_none_of_them_is_not_taken(String bytes) {
        assertThat(Images.read(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Images.Reading.Unusable("it is no PNG, JPEG, GIF or WebP"));
    }

    @Test
    @Tag("chat#AC-6")
    void what_is_too_large_is_not_taken() {
        byte[] bytes = new byte[Images.LARGEST + 1];

        assertThat(Images.read(bytes))
                .isEqualTo(
                        new Images.Reading.Unusable(
                                "it has 3,750,001 bytes, and the most is 3,750,000"));
    }

    @Test
    void the_largest_picture_is_one_that_a_request_may_have_and_another_type_is_not() {
        byte[] bytes = Arrays.copyOf(new byte[] {'G', 'I', 'F', '8', '9', 'a'}, Images.LARGEST);
        var image = ((Images.Reading.Whole) Images.read(bytes)).image();

        assertThat(RequestRules.violation(asking(image))).isEmpty();
        assertThat(RequestRules.violation(asking(new Block.Image("image/svg+xml", "aa"))))
                .contains("message 1 has a picture of a type or size that no model takes");
    }

    private static ModelRequest asking(Block.Image image) {
        return new ModelRequest(
                Purpose.CODE,
                "",
                List.of(),
                List.of(new Message(Message.Role.USER, List.of(image, new Block.Text("what?")))),
                100,
                Deadlines.STANDARD);
    }
}
