package kiro.aws;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Texts as parts of addresses, encoded as AWS counts on it: all but letters, digits and `-._~` by percent signs.
public final class UriText {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UriText() {}

    /// One segment of a path, or a name or value of a query: slashes are encoded as well.
    public static String encoded(String text) {
        return encoded(text, "");
    }

    /// A whole path: slashes stay.
    static String encodedPath(String path) {
        return encoded(path, "/");
    }

    private static String encoded(String text, String kept) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean isPlain =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || "-._~".indexOf(c) >= 0
                            || kept.indexOf(c) >= 0;
            if (isPlain) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
