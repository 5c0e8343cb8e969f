package kiro.workspace;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// A path inside the workspace whose name is no UTF-8, so that no [WorkspacePath] leads there.
///
/// @param value as UTF-8, where a byte that is none is the character `U+DC00` and the byte, which no text has
public record RawPath(String value) {
    private static final char RAW = '\uDC00';
    private static final char REPLACEMENT = '\uFFFD';
    private static final int BYTE = 0xff;
    private static final int HEX = 16;

    /// The text of bytes, of which those that are no UTF-8 are kept.
    static String decode(byte[] bytes) {
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

    static boolean isRaw(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean isOfPair = i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            if (isRaw(text.charAt(i)) && !isOfPair) {
                return true;
            }
        }
        return false;
    }

    /// Empty where the name of the file is a text.
    static Optional<RawPath> of(Workspace workspace, Path file) {
        if (file.toString().indexOf(REPLACEMENT) < 0) {
            return Optional.empty();
        }
        String root = address(workspace);
        String path = file.toUri().getRawPath();
        if (!path.startsWith(root)) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        for (int i = root.length(); i < path.length(); i++) {
            if (path.charAt(i) == '%') {
                bytes.write(Integer.parseInt(path.substring(i + 1, i + 3), HEX));
                i += 2;
            } else {
                bytes.write(path.charAt(i));
            }
        }
        String name = decode(bytes.toByteArray());
        return isRaw(name) ? Optional.of(new RawPath(name)) : Optional.empty();
    }

    private static String address(Workspace workspace) {
        String path = workspace.root().toUri().getRawPath();
        return path.endsWith("/") ? path : path + "/";
    }

    private static boolean isRaw(int character) {
        return character > RAW && character <= (RAW | BYTE);
    }

    /// As Java decodes a text that is none.
    static String replaced(String text) {
        return text.replaceAll("[\uDC80-\uDCFF]", String.valueOf(REPLACEMENT));
    }

    /// How it is told: `caf\xe9.txt`.
    public WorkspacePath shown() {
        var text = new StringBuilder();
        value.codePoints()
                .forEach(each ->
                        text.append(
                                isRaw(each)
                                        ? "\\x%02x".formatted(each & BYTE)
                                        : Character.toString(each)));
        return WorkspacePath.of(text.toString());
    }

    /// Where it is: a path is made of any bytes by its address alone.
    public Path in(Workspace workspace) {
        var bytes = new ByteArrayOutputStream();
        value.codePoints()
                .forEach(each -> {
                    if (isRaw(each)) {
                        bytes.write(each & BYTE);
                    } else {
                        bytes.writeBytes(Character.toString(each).getBytes(StandardCharsets.UTF_8));
                    }
                });
        var address = new StringBuilder(address(workspace));
        for (byte each : bytes.toByteArray()) {
            address.append(each == '/' ? "/" : String.format(Locale.ROOT, "%%%02X", each & BYTE));
        }
        return Path.of(URI.create("file://" + address));
    }
}
