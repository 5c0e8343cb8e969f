package kiro.spec.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the words for what a criterion expects of the answer.
final class AnswerReader {
    private static final Pattern STATUS =
            Pattern.compile(
                    "(?i)(?:an? |the )?(?:http )?(?:status )?(?:code )?([1-5]\\d\\d)"
                            + "(?: (?:ok|created|accepted|no content|bad request|unauthorized|forbidden|not found"
                            + "|conflict|unprocessable (?:entity|content)|too many requests))?(?: response)?(.*)");
    private static final Pattern SEPARATOR =
            Pattern.compile("\\s*,\\s*(?:and )?|\\s+and\\s+|\\s+with\\s+");
    private static final String OLD =
            "(?:updated|created|new|full|current|public|replaced|changed) ";

    private final Facts facts;
    private final List<Phrase<Expectation>> phrases;

    AnswerReader(Facts facts) {
        this.facts = facts;
        this.phrases = phrases();
    }

    /// What the words mean, the status first; empty where they are not understood as a whole.
    Optional<List<Expectation>> read(String words) {
        Matcher status = STATUS.matcher(words.strip());
        if (!status.matches()) {
            return Optional.empty();
        }
        var expectations = new ArrayList<Expectation>();
        expectations.add(new Expectation.Status(Integer.parseInt(status.group(1))));
        String rest = status.group(2).strip().replaceFirst("(?i)^(?:and|with|,)\\s+", "");
        if (rest.isEmpty()) {
            return Optional.of(expectations);
        }
        for (String part : SEPARATOR.split(rest)) {
            Optional<Expectation> expectation = phrase(part);
            if (expectation.isEmpty()) {
                return Optional.empty();
            }
            expectations.add(expectation.get());
        }
        return Optional.of(List.copyOf(expectations));
    }

    /// What one clause means.
    Optional<Expectation> phrase(String words) {
        return Phrase.read(phrases, words.strip());
    }

    private List<Phrase<Expectation>> phrases() {
        return List.of(
                Phrase.of(
                        "(?:(?:the|a) )?(?:body )?names (?:each|every|the|all) invalid fields?"
                                + "|(?:the|a) body (?:that )?names (?:each|every|the|all) invalid fields?",
                        new Expectation.NamesInvalidFields()),
                Phrase.of(
                        "(?:an? |the )?([A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)*) header",
                        match -> Optional.of(new Expectation.Header(match.group(1)))),
                Phrase.of(
                        "(?:an? |the )(?:" + OLD + ")?(.+?)(?: object| resource| representation)?",
                        match -> resource(match.group(1))),
                Phrase.of(
                        "(?:" + OLD + ")?(.+?)(?: object| resource| representation)",
                        match -> resource(match.group(1))),
                Phrase.of("(?:an )?empty list|(?:an )?empty array", new Expectation.EmptyList()),
                Phrase.of("(?:a |the )?list of (?:the |all )?(.+)", match -> list(match.group(1))),
                Phrase.of("(?:an empty|no) body|nothing", new Expectation.EmptyBody()),
                Phrase.of(
                        "(?:an? )?(?:error )?problem (?:detail|document)s?",
                        new Expectation.IsProblemDocument()),
                Phrase.of(
                        "(?:the |a )?(?:error )?(?:message|body) (?:that )?(?:explains|says|describes) (?:the error|what is wrong)",
                        new Expectation.ExplainsError()),
                Phrase.of(
                        "nothing is (?:changed|stored)|changes nothing",
                        new Expectation.ChangesNothing()));
    }

    private Optional<Expectation> resource(String noun) {
        return facts.isNoun(noun) ? Optional.of(new Expectation.Resource()) : Optional.empty();
    }

    private Optional<Expectation> list(String noun) {
        return facts.isNoun(noun.replaceFirst("(?i)^(?:own |caller's )", ""))
                ? Optional.of(new Expectation.ResourceList())
                : Optional.empty();
    }

    /// The names of fields in `does not contain the x and the y`.
    static List<String> names(String words) {
        return Arrays.stream(
                        words.split("\\s*,\\s*(?:and |or )?(?:the )?|\\s+(?:and|or)\\s+(?:the )?"))
                .map(String::strip)
                .toList();
    }
}
