package kiro.model.builtin.write;

import java.util.List;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;

/// Names tests with sentences.
final class CaseNames {
    private final Place place;
    private final String noun;
    private final String act;
    private final String gerund;

    CaseNames(Place place) {
        this.place = place;
        this.noun = place.names().nounWords();
        this.gerund =
                place.action() == Action.ACT ? place.names().gerund() : place.action().gerund();
        this.act =
                gerund
                        + " "
                        + (place.action() == Action.LIST || place.piece().isPresent()
                                ? Names.plural(noun)
                                : article(noun));
    }

    /// A word with the article that it takes.
    static String article(String words) {
        boolean isVowel = words.matches("[aeio].*|u(?!ni|se|r[il]).*");
        return (isVowel ? "an " : "a ") + words;
    }

    /// Several words as one phrase: `a, b and c`.
    static String listed(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    String of(String rest) {
        return act + " " + rest;
    }

    String valid(CriterionOutcome outcome) {
        boolean showsResource =
                outcome.expectations().stream().anyMatch(Expectation.Resource.class::isInstance);
        boolean hides =
                outcome.expectations().stream().anyMatch(Expectation.LacksFields.class::isInstance);
        if (hides) {
            return of("does not show what is private");
        }
        return switch (place.action()) {
            case READ -> of("answers with it");
            case LIST -> of("answers with all of them");
            case CREATE -> of("answers with the new one");
            case REPLACE, CHANGE -> of(showsResource ? "answers with the updated one" : "succeeds");
            case DELETE -> of("removes it");
            case ACT -> of("answers with what became of it");
        };
    }

    String role(List<String> roles, boolean isRefused) {
        return of(
                "as "
                        + article(roles.getFirst().toLowerCase(java.util.Locale.ROOT))
                        + (isRefused ? " is forbidden" : " succeeds"));
    }

    String conflict(String words) {
        return gerund
                + " "
                + article(words.toLowerCase(java.util.Locale.ROOT) + " " + noun)
                + " is refused";
    }

    String outOf(String words) {
        return gerund
                + " "
                + article(noun)
                + " that is not "
                + words.toLowerCase(java.util.Locale.ROOT)
                + " is refused";
    }

    String inState(String words) {
        return gerund
                + " "
                + article(words.toLowerCase(java.util.Locale.ROOT) + " " + noun)
                + " succeeds";
    }

    String stranger() {
        return of("without signing in is unauthorized");
    }

    String forgetful() {
        return of("with a wrong password is unauthorized");
    }

    String impostor() {
        return of("with an invalid credential is unauthorized");
    }

    String foreign() {
        return place.action() == Action.LIST
                ? act + " of another user is forbidden"
                : gerund + " the " + noun + " of another user is forbidden";
    }

    String own() {
        return gerund + " the " + noun + " of the caller is forbidden";
    }

    String missing() {
        return gerund + " an unknown " + noun + " is not found";
    }

    String overLimit(int number) {
        return "the " + ordinal(number) + " request within " + window() + " is refused";
    }

    String withinLimit(int number) {
        return "the " + ordinal(number) + " request within " + window() + " is answered";
    }

    String renewed() {
        return "after " + window() + " requests are answered again";
    }

    String otherOverLimit() {
        return "a user over the limit does not hold up another one";
    }

    private String window() {
        long seconds =
                place.endpoint().rateLimit().map(limit -> limit.window().toSeconds()).orElse(0L);
        return seconds == 60
                ? "a minute"
                : seconds == 3_600 ? "an hour" : seconds == 86_400 ? "a day" : seconds + " seconds";
    }

    private static String ordinal(int number) {
        boolean isTeen = number % 100 > 10 && number % 100 < 14;
        String ending =
                isTeen
                        ? "th"
                        : switch (number % 10) {
                            case 1 -> "st";
                            case 2 -> "nd";
                            case 3 -> "rd";
                            default -> "th";
                        };
        return number + ending;
    }
}
