package kiro.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Pictures that models take: of four types, told by their first bytes and not by their names, and of a size that every
/// provider allows.
public final class Images {
    /// The most bytes of one picture.
    public static final int LARGEST = 3_750_000;

    /// The most pixels of a side.
    static final int LONGEST = 8_000;

    private static final List<String> TYPES =
            List.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final int WEBP_NAME = 8;

    private Images() {}

    /// What came of reading a picture.
    public sealed interface Reading {
        record Whole(Block.Image image) implements Reading {}

        record Unusable(String reason) implements Reading {}
    }

    public static Reading read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return new Reading.Unusable(
                    "it has %,d bytes, and the most is %,d".formatted(bytes.length, LARGEST));
        }
        return type(bytes)
                .map(type -> read(type, bytes))
                .orElse(new Reading.Unusable("it is no PNG, JPEG, GIF or WebP"));
    }

    /// A picture that a provider would not take is refused here: once it is said, it would be a part of every request.
    private static Reading read(String type, byte[] bytes) {
        Optional<PictureSize> size = PictureSize.of(type, bytes);
        if (size.isEmpty()) {
            return new Reading.Unusable("it is cut or broken: nothing says how large it is");
        }
        if (!size.get().isWithin(LONGEST)) {
            return new Reading.Unusable(
                    "it has %,d by %,d pixels, and the most is %,d on a side"
                            .formatted(size.get().width(), size.get().height(), LONGEST));
        }
        return new Reading.Whole(new Block.Image(type, Base64.getEncoder().encodeToString(bytes)));
    }

    private static Optional<String> type(byte[] bytes) {
        if (begins(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (begins(bytes, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (begins(bytes, 0, "GIF87a") || begins(bytes, 0, "GIF89a")) {
            return Optional.of("image/gif");
        }
        return begins(bytes, 0, "RIFF") && begins(bytes, WEBP_NAME, "WEBP")
                ? Optional.of("image/webp")
                : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int at, String latin) {
        byte[] expected = latin.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean isAllowed(Block.Image image) {
        return TYPES.contains(image.mediaType())
                && !image.base64().isEmpty()
                && image.base64().length() <= (LARGEST + 2) / 3 * 4;
    }
}
