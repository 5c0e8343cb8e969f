package kiro.cli.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a person has typed in conversations before, kept in their own folder and not in the repository, one text a line.
public final class ChatHistory {
    private static final int MOST = 1_000;
    private static final int LONGEST = 20_000;

    private final Path file;
    private final UnaryOperator<String> mask;
    private final List<String> known = new ArrayList<>();
    private boolean isRead;

    /// The file is read when its first text is wanted.
    ///
    /// @param mask takes secrets out of what is kept
    public ChatHistory(Path file, UnaryOperator<String> mask) {
        this.file = file;
        this.mask = mask;
    }

    private List<String> known() {
        if (!isRead) {
            isRead = true;
            read();
        }
        return known;
    }

    private void read() {
        try {
            if (Files.isRegularFile(file)) {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .map(ChatHistory::unescaped)
                        .forEach(known::add);
            }
        } catch (IOException unreadable) {
            known.clear();
        }
    }

    /// From the oldest to the newest.
    List<String> entries() {
        return List.copyOf(known());
    }

    /// Keeps a text; what went wrong, if anything did.
    Optional<String> add(String text) {
        List<String> entries = known();
        String kept = mask.apply(text);
        if (kept.isBlank()
                || kept.length() > LONGEST
                || (!entries.isEmpty() && entries.getLast().equals(kept))) {
            return Optional.empty();
        }
        entries.add(kept);
        try {
            boolean isNew = !Files.exists(file);
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (isNew || entries.size() > 2 * MOST) {
                rewrite();
            } else {
                Files.writeString(file, escaped(kept) + "\n", StandardOpenOption.APPEND);
            }
            return Optional.empty();
        } catch (IOException unwritten) {
            return Optional.of("what is typed cannot be kept: " + unwritten.getMessage());
        }
    }

    /// The newest of them, in a file that nobody else reads.
    private void rewrite() throws IOException {
        while (known.size() > MOST) {
            known.removeFirst();
        }
        var text = new StringBuilder();
        known.forEach(entry -> text.append(escaped(entry)).append('\n'));
        Files.writeString(file, text.toString());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n");
    }

    private static String unescaped(String line) {
        var text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            if (each == '\\' && i + 1 < line.length()) {
                i++;
                text.append(line.charAt(i) == 'n' ? '\n' : line.charAt(i));
            } else {
                text.append(each);
            }
        }
        return text.toString();
    }
}
