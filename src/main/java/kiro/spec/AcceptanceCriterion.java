package kiro.spec;

import java.text.Normalizer;
import kiro.text.Hash;
import kiro.text.SourceSpan;

/// A condition that the software must meet, as one item of a spec.
///
/// @param text the words of the criterion, without list mark, checkbox, id and comments; continuation
///     lines joined with a space
/// @param span the item in the file, from its first line to its last
/// @param isTicked whether its checkbox is ticked; false where it has none
/// @param hasCheckbox whether the item has a checkbox that a tick can be written to
/// @param hasExplicitId whether the id stands in the file; else it was counted
public record AcceptanceCriterion(
        CriterionId id,
        String text,
        SourceSpan span,
        boolean isTicked,
        boolean hasCheckbox,
        boolean hasExplicitId) {

    private static final boolean[] PLAIN = plain();

    /// The digest of the words alone: emphasis, code marks and white space do not count.
    public Hash hash() {
        return Hash.of(words());
    }

    /// The words without emphasis, code marks and needless white space.
    String words() {
        return isPlain(text) ? text.strip() : plainWords();
    }

    /// Letters, digits and marks of ASCII with single spaces between them.
    private static boolean isPlain(String text) {
        char before = 'a';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~' || !PLAIN[c] || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static boolean[] plain() {
        var plain = new boolean['~' + 1];
        for (char c = ' '; c <= '~'; c++) {
            plain[c] = c != '*' && c != '_' && c != '`';
        }
        return plain;
    }

    private String plainWords() {
        String normal =
                Normalizer.isNormalized(text, Normalizer.Form.NFC)
                        ? text
                        : Normalizer.normalize(text, Normalizer.Form.NFC);
        var words = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            boolean isSpace = c == ' ' || (c >= '\t' && c <= '\r');
            if (isSpace) {
                boolean isNeeded = words.isEmpty() || words.charAt(words.length() - 1) != ' ';
                words.append(isNeeded ? " " : "");
            } else if (c != '*' && c != '_' && c != '`') {
                words.append(c);
            }
        }
        return words.toString().strip();
    }
}
