package kiro.steering.sentence;

import java.util.List;
import kiro.text.SourceSpan;

/// One sentence of a steering file.
///
/// @param span where it stands, its marks included
/// @param text without Markdown's marks but for code spans, on one line; cells of a row with ` | ` between them
public record Sentence(Place place, SourceSpan span, String text, Surroundings around) {
    /// What it is a part of.
    public enum Place {
        PROSE,
        ITEM,
        ROW
    }

    /// What stands around a sentence and may limit it.
    ///
    /// @param headings those that it stands below, the outermost first
    /// @param leads what introduces the list that it is in, and the items that it stands below, the outermost first; the
    ///     head of the table for a row
    /// @param followers the sentence behind it, and those of the items below it
    public record Surroundings(List<Title> headings, List<String> leads, List<String> followers) {
        public static final Surroundings NONE = new Surroundings(List.of(), List.of(), List.of());

        public Surroundings {
            headings = List.copyOf(headings);
            leads = List.copyOf(leads);
            followers = List.copyOf(followers);
        }

        Surroundings withFollowers(List<String> texts) {
            return new Surroundings(headings, leads, texts);
        }
    }

    /// A heading.
    public record Title(int level, String text) {}

    Sentence followedBy(List<String> texts) {
        return new Sentence(place, span, text, around.withFollowers(texts));
    }
}
