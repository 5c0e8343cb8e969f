package kiro.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.text.TextDocument;

/// A change between two texts, line by line. Lines have their line feeds: a last one without differs from
/// one with.
record DiffedText(List<String> before, List<String> after, List<LineEdit> edits) {
    private static final char REPLACEMENT = '\uFFFD';

    /// Empty when one side is not text.
    static Optional<DiffedText> of(FileChange change) {
        Optional<String> before = text(change.before());
        Optional<String> after = text(change.after());
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        List<String> old = lines(before.get());
        List<String> now = lines(after.get());
        return Optional.of(new DiffedText(old, now, LineDiff.between(old, now)));
    }

    private static Optional<String> text(FileState state) {
        return switch (state) {
            case FileState.Absent _, FileState.EmptyFolder _ -> Optional.of("");
            case FileState.Link(String target) -> Optional.of(target);
            case FileState.Present present -> {
                if (present.bytes().length > Opened.MAX_BYTES) {
                    yield Optional.empty();
                }
                String text = new String(present.bytes(), StandardCharsets.UTF_8);
                boolean isPlain = text.indexOf(REPLACEMENT) < 0 && text.indexOf('\0') < 0;
                yield isPlain
                        ? Optional.of(text)
                        : TextDocument.read(present.bytes()).map(DiffedText::whole);
            }
        };
    }

    private static String whole(TextDocument document) {
        return (document.hasByteOrderMark() ? "\uFEFF" : "") + document.text();
    }

    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end + 1));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }
}
