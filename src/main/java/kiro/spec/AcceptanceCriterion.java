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

    /// The digest of the words alone: emphasis, code marks and white space do not count.
    public Hash hash() {
        String words = Normalizer.normalize(text, Normalizer.Form.NFC);
        return Hash.of(words.replaceAll("[*_`]", "").replaceAll("\\s+", " ").strip());
    }
}
