package kiro.knowledge;

import java.util.Locale;
import java.util.Optional;

/// A piece of a document that answers a question, and where it stands.
///
/// @param source the name that the settings give to where it comes from
/// @param title what it is about, such as the headings above it; empty where nobody knows
/// @param score how well it fits, by the measure of whoever found it: higher is better, and only passages of one search compare
public record Passage(String source, Place place, String title, double score, String text) {
    /// Where a passage stands.
    ///
    /// @param document a path or an address
    public record Place(String document, Optional<Lines> lines, Optional<Integer> page) {
        /// A document of which no more is known.
        public static Place of(String document) {
            return new Place(document, Optional.empty(), Optional.empty());
        }

        /// Such as `docs/guide.md:12-40`.
        @Override
        public String toString() {
            return document
                    + lines.map(each -> ":" + each.first() + "-" + each.last()).orElse("")
                    + page.map(number -> ", page " + number).orElse("");
        }
    }

    /// @param first from 1
    /// @param last included
    public record Lines(int first, int last) {}

    /// How it is cited, such as `[docs] docs/guide.md:12-40 (Secrets > Masking), score 7.31`.
    public String citation() {
        return "[%s] %s%s, score %s"
                .formatted(
                        source,
                        place,
                        title.isEmpty() ? "" : " (" + title + ")",
                        String.format(Locale.ROOT, score < 1 ? "%.4f" : "%.2f", score));
    }
}
