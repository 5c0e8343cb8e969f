package kiro.sync;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;

/// That a person answers for a criterion in place of a test, as a comment behind it in the spec says.
///
/// @param on the day on which they did
/// @param until the last day on which it counts
/// @param words the first digits of the digest of the criterion's words at that time
public record Acceptance(
        CriterionId criterion,
        Kind kind,
        String reason,
        String owner,
        LocalDate on,
        Optional<LocalDate> until,
        String words) {
    static final Pattern MARK =
            Pattern.compile("\\s*<!--\\s*(waived|checked by hand):(.*?)-->", Pattern.DOTALL);
    private static final Pattern CONTENT =
            Pattern.compile(
                    "\\s*(.*?)\\s*\\(by (.+), on (\\d{4}-\\d\\d-\\d\\d)(?:, until (\\d{4}-\\d\\d-\\d\\d))?,"
                            + " words ([0-9a-f]{8})\\)\\s*",
                    Pattern.DOTALL);

    /// What a person says.
    public enum Kind {
        /// It need not be proven.
        WAIVED("waived"),
        /// They have seen it hold.
        MANUAL("checked by hand");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// @param on today
    static Acceptance of(
            AcceptanceCriterion criterion,
            Kind kind,
            String reason,
            String owner,
            LocalDate on,
            Optional<LocalDate> until) {
        return new Acceptance(
                criterion.id(), kind, plain(reason), plain(owner), on, until, digits(criterion));
    }

    /// Reads a comment that {@link #MARK} has found; empty where it is not complete.
    static Optional<Acceptance> read(CriterionId criterion, Matcher mark) {
        Matcher content = CONTENT.matcher(mark.group(2));
        if (!content.matches() || content.group(1).isBlank()) {
            return Optional.empty();
        }
        Kind kind = mark.group(1).equals(Kind.WAIVED.words) ? Kind.WAIVED : Kind.MANUAL;
        try {
            return Optional.of(
                    new Acceptance(
                            criterion,
                            kind,
                            content.group(1),
                            content.group(2),
                            LocalDate.parse(content.group(3)),
                            Optional.ofNullable(content.group(4)).map(LocalDate::parse),
                            content.group(5)));
        } catch (java.time.DateTimeException noDay) {
            return Optional.empty();
        }
    }

    boolean isExpired(LocalDate today) {
        return until.filter(today::isAfter).isPresent();
    }

    /// Whether it was said of the words that the criterion has now.
    boolean isOf(AcceptanceCriterion now) {
        return words.equals(digits(now));
    }

    private static String digits(AcceptanceCriterion criterion) {
        return criterion.hash().hex().substring(0, 8);
    }

    /// What may stand in a comment on one line.
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replace("-->", "->").replace("--", "-").strip();
    }

    /// The comment.
    @Override
    public String toString() {
        return "<!-- %s: %s (by %s, on %s%s, words %s) -->"
                .formatted(
                        kind.words,
                        reason,
                        owner,
                        on,
                        until.map(day -> ", until " + day).orElse(""),
                        words);
    }
}
