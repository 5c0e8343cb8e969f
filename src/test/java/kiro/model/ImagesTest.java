package kiro.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesTest {
    /// The first bytes of pictures of three by two pixels.
    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a 0000000d49484452 00000003 00000002, image/png",
        "ffd8ffe0 0004 4a46 ffff c4 0003 00 ffc2 000b 08 0002 0003, image/jpeg",
        "474946383961 0300 0200, image/gif",
        "52494646 31323334 57454250 56503820 00000000 000000 9d012a 0300 0200, image/webp",
        "52494646 31323334 57454250 5650384c 00000000 2f 02400000, image/webp",
        "52494646 31323334 57454250 56503858 00000000 00000000 020000 010000, image/webp",
    })
    @Tag("chat#AC-6")
    void the_type_and_the_size_are_told_by_the_bytes(String hex, String type) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

        assertThat(Images.read(bytes))
                .isInstanceOfSatisfying(
                        Images.Reading.Whole.class,
                        whole -> assertThat(whole.image().mediaType()).isEqualTo(type));
        assertThat(PictureSize.of(type, bytes)).contains(new PictureSize(3, 2));
        for (int end = 12; end < bytes.length; end++) {
            assertThat(PictureSize.of(type, Arrays.copyOf(bytes, end)))
                    .as("cut after %d", end)
                    .isNotEqualTo(Optional.of(new PictureSize(3, 2)));
        }
    }

    /// A provider refuses it, and each request after it with it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "89504e470d0a1a0a | it is cut or broken: nothing says how large it is",
                "89504e470d0a1a0a 0000000d49484452 00000000 00000002 | it is cut or broken: nothing says how large it is",
                "89504e470d0a1a0a 0000000d49484452 80000001 00000002 | it is cut or broken: nothing says how large it is",
                "ffd8ff | it is cut or broken: nothing says how large it is",
                "ffd8ffe0000000000000 | it is cut or broken: nothing says how large it is",
                "52494646313233345745425056503851 | it is cut or broken: nothing says how large it is",
                "89504e470d0a1a0a 0000000d49484452 00001f41 00000002 | it has 8,001 by 2 pixels, and the most is 8,000 on a side",
            })
    @Tag("chat#AC-6")
    void a_picture_that_no_provider_takes_is_not_shown(String hex, String reason) {
        assertThat(Images.read(HexFormat.of().parseHex(hex.replace(" ", ""))))
                .isEqualTo(new Images.Reading.Unusable(reason));
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
        byte[] bytes =
                Arrays.copyOf(
                        new byte[] {'G', 'I', 'F', '8', '9', 'a', 3, 0, 2, 0}, Images.LARGEST);
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
