package kiro.spec;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The number that a heading gives to what stands below it, as in `Requirement 3: Sign in`, `需求 3`, `US-3` or
/// `1.2 Sign in`, and its words without it.
///
/// @param value what the ids of its criteria begin with: `3`, `US-3`, and `DR3` for `Derived Requirement 3`
/// @param title empty where the heading has no other words
/// @param isRequirement whether the word before the number is one for a requirement or a story
record HeadingNumber(String value, String title, boolean isRequirement) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?U)(?<label>\\p{L}[\\p{L}\\p{M}]*(?:[\\s-]\\p{L}[\\p{L}\\p{M}]*){0,3}?)?(?<gap>[\\s#_-]*)"
                            + "(?<number>\\d{1,4}(?:\\.\\d{1,4})*)(?![\\p{L}\\d])\\s*[.):：–—-]*\\s*(?<title>.*)");

    /// The same for a heading of ASCII alone, which is told several times as fast.
    private static final Pattern PLAIN_FORM =
            Pattern.compile(
                    "(?<label>[A-Za-z]+(?:[\\s-][A-Za-z]+){0,3}?)?(?<gap>[\\s#_-]*)"
                            + "(?<number>\\d{1,4}(?:\\.\\d{1,4})*)(?![A-Za-z\\d])\\s*[.):-]*\\s*(?<title>.*)");

    private static final String USUAL = "Requirement ";

    private static final Pattern CODE = Pattern.compile("[A-Z]{1,5}");

    /// `NFR`, and `TR` for a technical requirement.
    private static final Pattern KIND = Pattern.compile("[A-Z]{1,4}R");

    /// The number at the end of `Acceptance Criteria for Requirement 3`.
    private static final Pattern LAST =
            Pattern.compile("(?iU).*\\brequirement\\s+(\\d+(?:\\.\\d+)*)\\s*");

    private static final List<String> REQUIREMENT_WORDS =
            List.of(
                    "requirement",
                    "req",
                    "r",
                    "story",
                    "user story",
                    "us",
                    "需求",
                    "要求",
                    "要件",
                    "требование",
                    "requisito",
                    "requerimiento",
                    "exigence",
                    "anforderung",
                    "요구사항",
                    "요구 사항",
                    "דרישה",
                    "yêu cầu",
                    "persyaratan",
                    "kebutuhan",
                    "wymaganie",
                    "gereksinim",
                    "criterion",
                    "fr",
                    "nfr");

    static Optional<HeadingNumber> of(String heading) {
        if (!hasDigit(heading)) {
            return Optional.empty();
        }
        Optional<HeadingNumber> usual = usual(heading);
        if (usual.isPresent()) {
            return usual;
        }
        if (endsWithDigit(heading) && SectionWords.isCriteria(heading)) {
            Matcher last = LAST.matcher(heading);
            if (last.matches()) {
                return Optional.of(new HeadingNumber(last.group(1), "", true));
            }
        }
        boolean isAscii = CitationLine.isAscii(heading);
        if (isAscii && !isPerhapsLabelled(heading)) {
            return Optional.empty();
        }
        Pattern form = isAscii ? PLAIN_FORM : FORM;
        Matcher matcher = form.matcher(heading.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String label = matcher.group("label") == null ? "" : matcher.group("label");
        String value = prefix(label, matcher.group("gap")) + matcher.group("number");
        return CriterionId.parse(value + ".1")
                .map(fits ->
                        new HeadingNumber(
                                value,
                                matcher.group("title").strip(),
                                label.isEmpty() || isRequirementWord(label)));
    }

    private static boolean endsWithDigit(String heading) {
        int at = heading.length() - 1;
        while (at > 0 && isBlank(heading.charAt(at))) {
            at--;
        }
        return Character.isDigit(heading.charAt(at));
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || Character.isSpaceChar(c);
    }

    /// Whether nothing but letters, blanks, `#`, `_` and `-` stands before the first digit.
    private static boolean isPerhapsLabelled(String heading) {
        for (int i = 0; i < heading.length(); i++) {
            char c = heading.charAt(i);
            if (Character.isDigit(c)) {
                return true;
            }
            if (c > ' ' && !Character.isLetter(c) && c != '#' && c != '_' && c != '-') {
                return false;
            }
        }
        return false;
    }

    /// `Requirement 3` and `Requirement 3: Sign in`, as most are written.
    private static Optional<HeadingNumber> usual(String heading) {
        int at = USUAL.length();
        while (at < heading.length() && heading.charAt(at) >= '0' && heading.charAt(at) <= '9') {
            at++;
        }
        int digits = at - USUAL.length();
        if (!heading.startsWith(USUAL) || digits == 0 || digits > 4) {
            return Optional.empty();
        }
        String number = heading.substring(USUAL.length(), at);
        if (at == heading.length()) {
            return Optional.of(new HeadingNumber(number, "", true));
        }
        boolean isTitled =
                heading.startsWith(": ", at)
                        && at + 2 < heading.length()
                        && Character.isLetter(heading.charAt(at + 2))
                        && !SectionWords.isCriteria(heading);
        return isTitled
                ? Optional.of(new HeadingNumber(number, heading.substring(at + 2).strip(), true))
                : Optional.empty();
    }

    private static boolean hasDigit(String heading) {
        for (int i = 0; i < heading.length(); i++) {
            if (Character.isDigit(heading.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRequirementWord(String label) {
        String words = label.toLowerCase(Locale.ROOT);
        if (KIND.matcher(label).matches() || REQUIREMENT_WORDS.contains(words)) {
            return true;
        }
        return words.indexOf(' ') >= 0
                && REQUIREMENT_WORDS.stream().anyMatch(word -> words.endsWith(" " + word));
    }

    /// A code that stands right before the number belongs to it; so do the initials of the words that tell one kind
    /// of requirement from another.
    private static String prefix(String label, String gap) {
        if (CODE.matcher(label).matches() && gap.isBlank() == gap.isEmpty()) {
            return label + (gap.isEmpty() ? "" : "-");
        }
        String[] words = label.split("[\\s-]+");
        boolean isKind =
                words.length > 1 && words[words.length - 1].equalsIgnoreCase("requirement");
        if (!isKind) {
            return "";
        }
        var initials = new StringBuilder();
        for (String word : words) {
            initials.append(Character.toUpperCase(word.charAt(0)));
        }
        return initials.chars().allMatch(c -> c < 128) ? initials.toString() : "";
    }
}
