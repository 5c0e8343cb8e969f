package kiro.knowledge.lucene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import kiro.text.Hash;
import kiro.workspace.UnlinkedFile;

/// A file's text as it is indexed, and the hash of its bytes; or why it is not.
///
/// @param reason why there is no text; empty where there is one
record FileText(Hash hash, String text, Optional<Reason> reason) {
    static final int MOST_BYTES = 1024 * 1024;
    private static final int LONGEST_LINES = 1_000;

    /// Why a file has nothing to find.
    enum Reason {
        TOO_LARGE("larger than 1 MB"),
        BINARY("no text"),
        MACHINE_MADE("lines that nobody reads"),
        SECRET("a key in it"),
        UNREADABLE("unreadable");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /// What is the matter, in words.
        String words() {
            return words;
        }
    }

    /// Reads it without following a link, neither at its end nor on its way from the root on.
    static FileText read(Candidate file) {
        byte[] bytes;
        try {
            bytes = UnlinkedFile.read(file.root(), file.file(), MOST_BYTES + 1);
        } catch (IOException unreadable) {
            return none(new byte[0], Reason.UNREADABLE);
        }
        if (bytes.length > MOST_BYTES) {
            return none(Arrays.copyOf(bytes, 64), Reason.TOO_LARGE);
        }
        return of(bytes);
    }

    private static FileText of(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return none(bytes, Reason.BINARY);
            }
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            long lines = text.chars().filter(letter -> letter == '\n').count() + 1;
            return text.length() / lines > LONGEST_LINES
                    ? none(bytes, Reason.MACHINE_MADE)
                    : new FileText(Hash.of(bytes), text, Optional.empty());
        } catch (CharacterCodingException notUtf8) {
            return none(bytes, Reason.BINARY);
        }
    }

    private static FileText none(byte[] bytes, Reason reason) {
        return new FileText(Hash.of(bytes), "", Optional.of(reason));
    }
}
