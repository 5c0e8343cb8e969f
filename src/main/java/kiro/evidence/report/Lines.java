package kiro.evidence.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a text, each cut at a length that no test tool needs, so that a file of one line does not fill the
/// memory.
final class Lines {
    static final int LONGEST = 1 << 20;

    private final BufferedReader text;
    private boolean isAtEnd;
    private boolean isLastCut;

    Lines(InputStream bytes) {
        this.text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    /// Whether the line that was read last has no end: the text may go on behind it.
    boolean isLastCut() {
        return isLastCut;
    }

    /// The next line without its end; empty at the end of the text.
    Optional<String> next() throws IOException {
        var line = new StringBuilder();
        int read = text.read();
        while (read >= 0 && read != '\n') {
            if (line.length() < LONGEST) {
                line.append((char) read);
            }
            read = text.read();
        }
        if (read < 0 && (isAtEnd || line.isEmpty())) {
            isAtEnd = true;
            return Optional.empty();
        }
        isAtEnd = read < 0;
        isLastCut = read < 0;
        int end = line.length();
        return Optional.of(
                end > 0 && line.charAt(end - 1) == '\r'
                        ? line.substring(0, end - 1)
                        : line.toString());
    }
}
