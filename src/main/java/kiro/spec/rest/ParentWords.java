package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Judges what a criterion on a taken value says of what the resource belongs to.
final class ParentWords {
    private static final Set<String> OTHERS = Set.of("another", "other", "different", "second");

    private final EndpointDraft endpoint;

    ParentWords(EndpointDraft endpoint) {
        this.endpoint = endpoint;
    }

    /// "The project has a term with this source": a requirement has to say that it is unique there.
    Optional<String> objection(Meaning meaning, Optional<String> field) {
        List<String> words = meaning.tokens().stream().map(Token::key).toList();
        return meaning.has("DuplicateParent") ? judged(words, field) : objection(words, field);
    }

    /// Only a sentence on what the path ends in is about a parent: "the talk" of `/talks/{id}/rename` is the thing itself.
    Optional<String> objection(List<String> words, Optional<String> field) {
        List<String> own = Words.nounsOfSegment(endpoint.route().path().segments().getLast());
        return words.stream().map(Words::singular).anyMatch(own::contains)
                ? judged(words, field)
                : Optional.empty();
    }

    private Optional<String> judged(List<String> words, Optional<String> field) {
        return IntStream.range(0, words.size())
                .filter(i -> isParent(words.get(i)))
                .mapToObj(i ->
                        i > 0 && OTHERS.contains(words.get(i - 1))
                                ? Optional.of(
                                        "whether %s of another %s count is not clear"
                                                .formatted(
                                                        endpoint.route()
                                                                .path()
                                                                .segments()
                                                                .getLast(),
                                                        Words.singular(words.get(i))))
                                : unsaid(Words.singular(words.get(i)), field))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean isParent(String word) {
        return endpoint.route().method() == HttpMethod.POST
                && endpoint.parentNouns().contains(Words.singular(word));
    }

    private Optional<String> unsaid(String parent, Optional<String> field) {
        boolean isSaid =
                endpoint.behaviours().stream().anyMatch(one -> isUnique(one, field, parent))
                        || endpoint.fields(Place.BODY).stream()
                                .filter(one -> field.equals(Optional.of(one.name())))
                                .anyMatch(one -> one.rules().contains(new FieldRule.Unique()));
        return isSaid
                ? Optional.empty()
                : Optional.of(
                        "no requirement says that '%s' is unique within the %s"
                                .formatted(field.orElse("it"), parent));
    }

    private static boolean isUnique(Behaviour behaviour, Optional<String> field, String parent) {
        return switch (behaviour) {
            case Behaviour.Unique(String name, var _) -> field.equals(Optional.of(name));
            case Behaviour.UniqueWithin(String name, var _, String within) ->
                    field.equals(Optional.of(name)) && within.equals(parent);
            default -> false;
        };
    }
}
