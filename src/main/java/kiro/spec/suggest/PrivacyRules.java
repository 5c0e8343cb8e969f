package kiro.spec.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What follows where a spec speaks of data that belongs to a person.
final class PrivacyRules {
    /// What keeps something from somebody.
    private static final Clue GUARD =
            Clue.of(
                    "\\blog(?:s|ged|ging)?\\b|\\bretention\\b|\\bretained\\b|\\berase|\\banonymi|\\bmask|\\bredact|\\bencrypt|\\bhash"
                            + "|\\b(?:not|never|nor|no answer|no response) .{0,40}\\b(?:contains?|includes?|shows?|returns?|returned|exposed?|expose|visible|part of|reveals?|stored|kept|has|have)\\b"
                            + "|\\b(?:contains?|includes?|returns?|has|shows?) (?:neither|no)\\b|\\bwithout (?:the |a |an |its |their )?|\\bdeleted after\\b");

    /// It says of what that it is kept from somebody.
    private static final Clue PRIVATE = Clue.of("\\bprivate\\b");

    /// @param noun as a criterion names it
    /// @param parts one of these letters is in each sentence that speaks of it, which is found out faster than the rest
    /// @param said it is spoken of
    /// @param meant it is spoken of, perhaps by a wider word
    /// @param bits of those letters, as a first look has them
    private record Data(String noun, List<String> parts, long bits, Clue said, Clue meant) {
        static Data of(String noun, List<String> parts, String words) {
            return new Data(
                    noun,
                    parts,
                    FirstLook.bits(parts),
                    Clue.of(words),
                    Clue.of(words + "|\\bpersonal\\b|\\bsensitive\\b"));
        }

        Optional<Statement> first(List<Statement> prose) {
            List<Statement> likely =
                    prose.stream()
                            .filter(each -> parts.stream().anyMatch(each.lower()::contains))
                            .toList();
            return likely.isEmpty() ? Optional.empty() : said.first(likely);
        }

        /// It is kept from somebody; `private` may stand for either half of that, not for both.
        boolean isGuarded(Statement statement) {
            boolean isMeant = meant.isIn(statement);
            boolean isPrivate = PRIVATE.isIn(statement);
            return (isMeant && isPrivate) || ((isMeant || isPrivate) && GUARD.isIn(statement));
        }
    }

    private static final List<Data> PERSONAL =
            List.of(
                    Data.of(
                            "email address",
                            List.of("mail"),
                            "(?<!sends? |sends? an |sent |sends? the |by |via )\\be-?mail(?: address(?:es)?)?\\b(?! (?:is sent|service|server|provider|template))"),
                    Data.of(
                            "phone number",
                            List.of("phone", "mobile"),
                            "\\b(?:phone|mobile) ?numbers?\\b"),
                    Data.of(
                            "date of birth",
                            List.of("birth"),
                            "\\bdates? of birth\\b|\\bbirth ?dates?\\b"),
                    Data.of(
                            "postal address",
                            List.of("address"),
                            "\\b(?:postal|home|street|billing|shipping) address(?:es)?\\b"),
                    Data.of(
                            "card number",
                            List.of("card"),
                            "\\b(?:credit ?|debit ?)?card numbers?\\b|\\bcredit cards?\\b"),
                    Data.of(
                            "bank account",
                            List.of("iban", "bank"),
                            "\\bibans?\\b|\\bbank accounts?\\b"),
                    Data.of(
                            "social security number",
                            List.of("social", "ssn", "passport"),
                            "\\bsocial security\\b|\\bssn\\b|\\bpassport numbers?\\b"),
                    Data.of(
                            "personal data",
                            List.of("personal", "pii", "health"),
                            "\\bpersonal data\\b|\\bpersonally identifiable\\b|\\bpii\\b|\\bhealth data\\b"));

    private static final Clue SECRET = Clue.of("password|secret|credential");

    private static final Clue PASSWORD =
            Clue.of(
                    "\\bpasswords?\\b.*\\b(?:stor\\w+|hash\\w*|chang\\w+|reset\\w*|set|characters|required|log\\w*|saved?|sign\\w*|accounts?|register\\w*|fields?)\\b|\\b(?:stor\\w+|hash\\w*|chang\\w+|reset\\w*|sets?|log\\w*|saved?|sign\\w*|accounts?|register\\w*|fields?)\\b.*\\bpasswords?\\b",
                    "\\bno passwords?\\b|\\bwithout (?:a )?passwords?\\b|\\bpassword manager\\b|\\b(?:as|like) a password\\b");

    private static final long PASSWORD_BITS = FirstLook.bits(List.of("password"));

    private PrivacyRules() {}

    static List<Suggestion> check(SpecText text, FirstLook look) {
        var found = new ArrayList<Suggestion>();
        List<Statement> prose = text.prose();
        List<Statement> likely =
                look.has(PASSWORD_BITS)
                        ? prose.stream().filter(each -> each.lower().contains("password")).toList()
                        : List.of();
        PASSWORD.first(likely)
                .filter(because -> !text.isCovered(PrivacyRules::keepsSecrets))
                .map(because ->
                        Suggestion.of(
                                "password-protection",
                                "A password is stored only as a salted hash, and is in no answer and no log",
                                because))
                .ifPresent(found::add);
        personal(text, prose, look).ifPresent(found::add);
        return found;
    }

    private static boolean keepsSecrets(Statement statement) {
        return SECRET.isIn(statement) && (PRIVATE.isIn(statement) || GUARD.isIn(statement));
    }

    /// One criterion for all of it: where a spec guards one kind of data, its author has thought of it.
    private static Optional<Suggestion> personal(
            SpecText text, List<Statement> prose, FirstLook look) {
        var nouns = new ArrayList<String>();
        Optional<Statement> first = Optional.empty();
        for (Data data : PERSONAL) {
            Optional<Statement> said = look.has(data.bits()) ? data.first(prose) : Optional.empty();
            if (said.isPresent() && text.isCovered(data::isGuarded)) {
                return Optional.empty();
            }
            if (said.isPresent()) {
                nouns.add(data.noun());
                first = first.isPresent() ? first : said;
            }
        }
        return first.map(because ->
                Suggestion.of(
                        "privacy", "No log line contains %s".formatted(joined(nouns)), because));
    }

    private static String joined(List<String> nouns) {
        List<String> each =
                nouns.stream()
                        .map(noun -> noun.equals("personal data") ? noun : article(noun))
                        .toList();
        return each.size() == 1
                ? each.getFirst()
                : String.join(", ", each.subList(0, each.size() - 1)) + " or " + each.getLast();
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }
}
