package kiro.model.builtin.write;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Sources;
import kiro.spec.rest.Authentication;
import kiro.spec.rest.Field;
import kiro.spec.rest.Route;
import kiro.spec.rest.UnreadSentence;

/// The sentences that were not understood and ask for nothing that an endpoint is written without: they name another
/// endpoint, or what other sentences of the spec state already.
final class CoveredSentences {
    private static final Pattern REQUEST =
            Pattern.compile("\\b(GET|PUT|POST|PATCH|DELETE) (/[\\w{}/-]*)");
    private static final Pattern SEVERAL = Pattern.compile("(?i)\\b(or|and|nor|but)\\b|[,;]");
    private static final Pattern REASON =
            Pattern.compile(
                    "(?i)\\b(when|if|where|while|once|unless|until|after|before|in case)\\b");

    private final Sources sources;
    private final Place place;
    private final Wants wants;
    private final List<Route> routes;

    /// @param routes of all endpoints of the spec
    CoveredSentences(Sources sources, Place place, Wants wants, List<Route> routes) {
        this.sources = sources;
        this.place = place;
        this.wants = wants;
        this.routes = List.copyOf(routes);
    }

    boolean covers(Restriction.Open open) {
        UnreadSentence sentence = open.sentence();
        return isOfOthers(sentence)
                || switch (open.restriction()) {
                    case CALLERS -> false;
                    case FREQUENCY -> wants.endpoint().rateLimit().isPresent();
                    case COPIES -> isAlone(sentence) && names(sentence, UniqueWriter.fields(wants));
                    case STATES -> isAlone(sentence) && isOfStates(sentence);
                    case INPUT -> isOfRules(sentence) || isOfStrangers(sentence);
                };
    }

    /// Whether it names an endpoint of the spec, and this one not.
    private boolean isOfOthers(UnreadSentence sentence) {
        List<String> named =
                REQUEST.matcher(sentence.text().replace("`", ""))
                        .results()
                        .map(found -> found.group())
                        .toList();
        return !named.isEmpty()
                && named.stream()
                        .allMatch(one ->
                                routes.stream()
                                        .filter(route -> !route.equals(wants.endpoint().route()))
                                        .map(Route::toString)
                                        .anyMatch(one::equals));
    }

    /// Whether one thing alone is said to be wrong.
    private static boolean isAlone(UnreadSentence sentence) {
        return !SEVERAL.matcher(reason(sentence)).find();
    }

    private static String reason(UnreadSentence sentence) {
        String[] parts = REASON.split(sentence.text(), 2);
        return parts[parts.length - 1];
    }

    private static boolean names(UnreadSentence sentence, Set<String> names) {
        return names.stream().anyMatch(isIn(reason(sentence)));
    }

    private static Predicate<String> isIn(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return name ->
                Pattern.compile(
                                        "\\b"
                                                + Pattern.quote(
                                                        Names.words(name).toLowerCase(Locale.ROOT))
                                                + "\\b")
                                .matcher(words.replace("`", ""))
                                .find()
                        || text.contains("`" + name + "`");
    }

    /// A state in which it is refused by what is built: none of the allowed ones, or one that is forbidden.
    private boolean isOfStates(UnreadSentence sentence) {
        var states = new States(sources);
        Set<String> allowed = StateGuards.allowed(wants);
        Set<String> forbidden = StateGuards.forbidden(wants);
        DomainType held = StateGuards.held(states, place, wants).resource();
        return List.of(reason(sentence).split("\\W+")).stream()
                .filter(word -> !word.isEmpty())
                .anyMatch(word ->
                        forbidden.stream().anyMatch(word::equalsIgnoreCase)
                                || (!allowed.isEmpty() && states.of(held, word).isPresent()));
    }

    /// What may be sent in a field is what the table states of it.
    private boolean isOfRules(UnreadSentence sentence) {
        return isAlone(sentence)
                && wants.endpoint().request().body().stream()
                        .filter(field -> !field.rules().isEmpty() || field.isRequired())
                        .map(Field::name)
                        .anyMatch(isIn(reason(sentence)));
    }

    /// Who does not show who they are is refused by what guards the endpoint.
    private boolean isOfStrangers(UnreadSentence sentence) {
        return sentence.text().matches("(?s).*\\b401\\b.*")
                && wants.endpoint().authentication() == Authentication.REQUIRED;
    }
}
