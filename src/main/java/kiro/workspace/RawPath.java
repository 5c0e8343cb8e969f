package kiro.workspace;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// Names that are no UTF-8, written as text: a byte that is none is the character `U+DC00` and the byte, which no text has.
public final class RawPath {
    private static final char RAW = '\uDC00';
    private static final char REPLACEMENT = '\uFFFD';
    private static final int BYTE = 0xff;
    private static final int HEX = 16;

    private RawPath() {}

    /// The text of bytes, of which those that are no UTF-8 are kept.
    public static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : keeping(bytes);
    }

    private static String keeping(byte[] bytes) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                return out.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (RAW | (in.get() & BYTE)));
            }
            decoder.reset();
        }
    }

    public static boolean isRaw(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isRaw(text.charAt(i))
                    && !(i > 0 && Character.isHighSurrogate(text.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRaw(int character) {
        return character > RAW && character <= (RAW | BYTE);
    }

    /// The bytes of a text that [#decode] has made.
    public static byte[] encode(String text) {
        if (!isRaw(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        var bytes = new ByteArrayOutputStream();
        text.codePoints()
                .forEach(each -> {
                    if (isRaw(each)) {
                        bytes.write(each & BYTE);
                    } else {
                        bytes.writeBytes(Character.toString(each).getBytes(StandardCharsets.UTF_8));
                    }
                });
        return bytes.toByteArray();
    }

    /// Two digits for each byte; empty where the name is a text.
    public static Optional<String> hex(WorkspacePath path) {
        return isRaw(path.value())
                ? Optional.of(HexFormat.of().formatHex(encode(path.value())))
                : Optional.empty();
    }

    /// @throws IllegalArgumentException where it is no path as [#hex] writes it
    public static WorkspacePath ofHex(String hex) {
        return WorkspacePath.of(decode(HexFormat.of().parseHex(hex)));
    }

    /// As Java decodes a text that is none.
    public static String replaced(String text) {
        return text.replaceAll("[\uDC80-\uDCFF]", String.valueOf(REPLACEMENT));
    }

    /// How it is told: `caf\xe9.txt`.
    static String shown(String value) {
        var text = new StringBuilder();
        value.codePoints()
                .forEach(each ->
                        text.append(
                                isRaw(each)
                                        ? "\\x%02x".formatted(each & BYTE)
                                        : Character.toString(each)));
        return text.toString();
    }

    /// A name in a folder, or a relative path, as the system has it.
    static Path path(String text) {
        return isRaw(text) ? root().relativize(absolute("/", text)) : Path.of(text);
    }

    private static Path root() {
        return Path.of("/");
    }

    /// Where a path of the workspace is: a path is made of any bytes by its address alone.
    static Path in(Path root, String text) {
        return isRaw(text) ? absolute(address(root) + "/", text) : root.resolve(text);
    }

    private static Path absolute(String root, String text) {
        byte[] bytes = encode(text);
        if (!decode(bytes).equals(text)) {
            throw new InvalidPathException(shown(text), "not written as names are");
        }
        var address = new StringBuilder(root);
        for (byte each : bytes) {
            address.append(each == '/' ? "/" : String.format(Locale.ROOT, "%%%02X", each & BYTE));
        }
        return Path.of(URI.create("file://" + address));
    }

    /// The last name of a path.
    static String name(Path path) {
        String name = String.valueOf(path.getFileName());
        if (name.indexOf(REPLACEMENT) < 0) {
            return name;
        }
        String address = address(path.getFileName());
        return decoded(address.substring(address.lastIndexOf('/') + 1));
    }

    /// Empty where the name of the file is a text.
    static Optional<WorkspacePath> of(Workspace workspace, Path file) {
        if (file.toString().indexOf(REPLACEMENT) < 0) {
            return Optional.empty();
        }
        String root = address(workspace.root()) + "/";
        String path = address(file);
        if (!path.startsWith(root)) {
            return Optional.empty();
        }
        String name = decoded(path.substring(root.length()));
        return isRaw(name) ? Optional.of(WorkspacePath.of(name)) : Optional.empty();
    }

    private static String decoded(String address) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) == '%') {
                bytes.write(Integer.parseInt(address.substring(i + 1, i + 3), HEX));
                i += 2;
            } else {
                bytes.write(address.charAt(i));
            }
        }
        return decode(bytes.toByteArray());
    }

    /// That of a folder ends in a slash where there is one.
    private static String address(Path file) {
        String path = file.toUri().getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
