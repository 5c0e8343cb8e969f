package kiro.model;

import java.util.Optional;

/// How large a picture is, as its own header says.
///
/// @param width in pixels
/// @param height in pixels
record PictureSize(int width, int height) {
    private static final int PNG_SIZE = 16;
    private static final int GIF_SIZE = 6;
    private static final int WEBP_KIND = 12;
    private static final int WEBP_DATA = 20;
    private static final int FOURTEEN_BITS = 0x3fff;

    /// Empty where the header is cut or makes no sense.
    ///
    /// @param type one that models take
    static Optional<PictureSize> of(String type, byte[] bytes) {
        try {
            PictureSize size =
                    switch (type) {
                        case "image/png" ->
                                new PictureSize(big(bytes, PNG_SIZE), big(bytes, PNG_SIZE + 4));
                        case "image/gif" ->
                                new PictureSize(
                                        little(bytes, GIF_SIZE, 2), little(bytes, GIF_SIZE + 2, 2));
                        case "image/jpeg" -> jpeg(bytes);
                        case "image/webp" -> webp(bytes);
                        default -> throw new IllegalArgumentException(type);
                    };
            return size.width > 0 && size.height > 0 ? Optional.of(size) : Optional.empty();
        } catch (ArrayIndexOutOfBoundsException cut) {
            return Optional.empty();
        }
    }

    boolean isWithin(int side) {
        return width <= side && height <= side;
    }

    /// Segments follow one another; the one that begins the frame has the size.
    private static PictureSize jpeg(byte[] bytes) {
        int at = 2;
        while (true) {
            int marker = little(bytes, at + 1, 1);
            if (little(bytes, at, 1) != 0xff) {
                return new PictureSize(0, 0);
            }
            if (marker == 0xff) {
                at++;
            } else if (beginsFrame(marker)) {
                return new PictureSize(big(bytes, at + 7, 2), big(bytes, at + 5, 2));
            } else {
                at += 2 + (isAlone(marker) ? 0 : Math.max(big(bytes, at + 2, 2), 2));
            }
        }
    }

    private static boolean beginsFrame(int marker) {
        return marker >= 0xc0
                && marker <= 0xcf
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }

    private static boolean isAlone(int marker) {
        return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    }

    private static PictureSize webp(byte[] bytes) {
        return switch ((char) bytes[WEBP_KIND + 3]) {
            case ' ' ->
                    new PictureSize(
                            little(bytes, WEBP_DATA + 6, 2) & FOURTEEN_BITS,
                            little(bytes, WEBP_DATA + 8, 2) & FOURTEEN_BITS);
            case 'L' -> {
                int bits = little(bytes, WEBP_DATA + 1, 4);
                yield new PictureSize(
                        (bits & FOURTEEN_BITS) + 1, ((bits >>> 14) & FOURTEEN_BITS) + 1);
            }
            case 'X' ->
                    new PictureSize(
                            little(bytes, WEBP_DATA + 4, 3) + 1,
                            little(bytes, WEBP_DATA + 7, 3) + 1);
            default -> new PictureSize(0, 0);
        };
    }

    private static int big(byte[] bytes, int at) {
        return big(bytes, at, 4);
    }

    private static int big(byte[] bytes, int at, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | (bytes[at + i] & 0xff);
        }
        return value;
    }

    private static int little(byte[] bytes, int at, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[at + i] & 0xff);
        }
        return value;
    }
}
