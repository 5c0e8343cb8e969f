package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what is said beside the fields of an answer: of which moment a time is, when a value is null, and of which field
/// of the request it is the value: "`decisionNote`: the note".
final class AnswerGlosses {
    private static final Pattern TIME =
            Pattern.compile(
                    "(?:(?:the )?(?:time|moment|date|day|instant)(?: at which| when)?|when) (?:"
                            + "(?:it|the (?!caller|user|owner|client|requester|member|viewer|admin)[a-z-]+) (?!is\\b|has\\b|was\\b)[a-z]+s|"
                            + "(?:(?:it|the [a-z-]+|this [a-z-]+) (?:was|were|has been|had been|got)|(?:it|the (?!caller|user|owner|client|requester|member|viewer|admin)[a-z-]+) (?:is|gets)) "
                            + "(?:last |first )?[a-z-]+(?:ed|en|wn|nt|ld|de|ut|ht|un|rt|id)(?: for the first time| last)?)");

    private static final Pattern NULL =
            Pattern.compile(
                    "(?:or )?null (?:(?:while|until|before|unless|if|when|as long as|where) (?:it|the (?!caller|user|owner|client|requester|member|viewer|admin)[a-z-]+) "
                            + "(?:is|was|has been|has|were)(?: not| never)?(?: yet)?(?: been)? [a-z-]+(?: yet)?|(?:while|until|if|when|where) there (?:is|was) (?:none|no [a-z-]+)(?: yet)?|if not [a-z-]+|when not [a-z-]+|until then)");

    private static final Pattern WHO =
            Pattern.compile("who [a-z]+ (?:it|(?:the|this) [a-z-]+)(?: last)?");

    private AnswerGlosses() {}

    static boolean isPerson(List<Token> tokens) {
        return WHO.matcher(words(tokens)).matches();
    }

    static boolean isTime(List<Token> tokens) {
        return TIME.matcher(words(tokens)).matches();
    }

    /// "Null for a draft" speaks of a state; for whom something is null would be another matter.
    static boolean isNull(List<Token> tokens, Lexicon lexicon) {
        String words = words(tokens);
        List<String> keys = tokens.stream().map(Token::key).toList();
        boolean isOfState =
                words.matches(
                                "(?:or )?null (?:for|in|of) (?:an?|any|every|all|the)(?: [a-z-]+){1,2}")
                        && tokens.stream()
                                .skip(keys.indexOf("null") + 3L)
                                .limit(1)
                                .anyMatch(token ->
                                        TokenForms.isState(token) || lexicon.isState(token.key()));
        return isOfState || NULL.matcher(words).matches();
    }

    private static String words(List<Token> tokens) {
        return String.join(" ", tokens.stream().map(Token::key).toList()).replaceAll("[ .]+$", "");
    }

    /// What the field of the answer gets its value from; empty where the words say no such thing.
    static Optional<Behaviour> meant(Declared declared, EndpointDraft draft) {
        String name = declared.field().name();
        boolean isOfAnswers =
                declared.place() == Place.RESPONSE
                        && draft.route().method().takesBody()
                        && draft.sent(name).isEmpty();
        if (!isOfAnswers) {
            return Optional.empty();
        }
        List<String> words = gloss(declared.origin().tokens());
        return draft.fields(Place.BODY).stream()
                .map(Field::name)
                .filter(field ->
                        words.equals(List.of("the", field)) || words.equals(List.of(field)))
                .filter(field ->
                        draft.fields(Place.RESPONSE).stream()
                                .noneMatch(one -> one.name().equals(field)))
                .filter(field -> endsWith(name, field))
                .findFirst()
                .map(field -> new Behaviour.SetsFrom(name, field));
    }

    /// A field that has the other's name within its own is that of the resource; any other name may mean what it will.
    private static boolean endsWith(String name, String field) {
        List<String> words = Words.ofCamelCase(name);
        List<String> sent = Words.ofCamelCase(field);
        return words.size() > sent.size()
                && words.subList(words.size() - sent.size(), words.size()).equals(sent);
    }

    /// The words of the last cell of a row, or those behind the colon of a list's item.
    private static List<String> gloss(List<Token> tokens) {
        int end = tokens.size();
        while (end > 0 && (tokens.get(end - 1).isMark("|") || tokens.get(end - 1).isMark("."))) {
            end--;
        }
        for (int start = end; start > 0; start--) {
            Token before = tokens.get(start - 1);
            if (before.isMark("|") || before.isMark(":")) {
                return tokens.subList(start, end).stream().map(Token::key).toList();
            }
        }
        return List.of();
    }

    /// "An empty `content`" is a field of the body, not the body.
    static Expectation emptyBody(Meaning meaning) {
        Token last = meaning.tokens().get(meaning.tree().end() - 1);
        return last.is(Token.Kind.CODE)
                ? new Expectation.EmptyField(last.text())
                : new Expectation.EmptyBody();
    }
}
