package kiro.code;

import java.util.Optional;

/// Changes Java sources as text, at the places that reading them has found: what is not changed stays
/// byte for byte. Every method answers the file with the change, read anew.
public final class JavaEditor {
    private final JavaReader reader;

    public JavaEditor(JavaReader reader) {
        this.reader = reader;
    }

    /// The file with the text in the place of the range.
    public JavaFile replaced(JavaFile file, TextRange range, String replacement) {
        String text =
                file.text().substring(0, range.start())
                        + replacement
                        + file.text().substring(range.end());
        return switch (reader.read(file.path(), text)) {
            case JavaReading.Whole whole -> whole.file();
            case JavaReading.Broken broken ->
                    throw new IllegalStateException(
                            "an edit broke "
                                    + file.path()
                                    + " at line "
                                    + broken.line()
                                    + ": "
                                    + broken.reason());
        };
    }

    /// The file with an import of the type, where it needs one, in the order of the others.
    public JavaFile withImport(JavaFile file, String qualifiedName) {
        int point = qualifiedName.lastIndexOf('.');
        String owner = point < 0 ? "" : qualifiedName.substring(0, point);
        boolean isVisible =
                owner.isEmpty()
                        || owner.equals("java.lang")
                        || owner.equals(file.packageName())
                        || file.imports().stream()
                                .anyMatch(present ->
                                        !present.isStatic()
                                                && (present.name().equals(qualifiedName)
                                                        || present.name().equals(owner + ".*")));
        return isVisible ? file : withImport(file, qualifiedName, false);
    }

    /// The file with a static import of the member, where it needs one.
    public JavaFile withStaticImport(JavaFile file, String qualifiedMember) {
        String owner = qualifiedMember.substring(0, qualifiedMember.lastIndexOf('.'));
        boolean isVisible =
                file.imports().stream()
                        .anyMatch(present ->
                                present.isStatic()
                                        && (present.name().equals(qualifiedMember)
                                                || present.name().equals(owner + ".*")));
        return isVisible ? file : withImport(file, qualifiedMember, true);
    }

    private JavaFile withImport(JavaFile file, String name, boolean isStatic) {
        ImportPlace place = ImportPlace.of(file, name, isStatic);
        return replaced(file, new TextRange(place.offset(), place.offset()), place.text());
    }

    /// The file with a member added to the type, a blank line before it. It stands behind the member
    /// that ends at the given place, or at the end of the type.
    ///
    /// @param text the member's lines, indented as they are to stand, without a line end at its end
    public JavaFile withMember(JavaFile file, JavaType type, Optional<Integer> after, String text) {
        String end = lineEnd(file.text());
        if (after.isPresent()) {
            int at = after.get();
            return replaced(file, new TextRange(at, at), end + end + text);
        }
        int close = type.body().end();
        int contentEnd = close;
        while (contentEnd > type.body().start()
                && Character.isWhitespace(file.text().charAt(contentEnd - 1))) {
            contentEnd--;
        }
        boolean isEmpty = contentEnd == type.body().start();
        String before = isEmpty ? end : end + end;
        return replaced(
                file,
                new TextRange(contentEnd, close),
                before + text + end + lineIndent(file.text(), type.range().start()));
    }

    /// The white space that the line around a place begins with.
    public static String lineIndent(String text, int offset) {
        int start = lineStart(text, offset);
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    private static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /// The line end that the text uses.
    public static String lineEnd(String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
