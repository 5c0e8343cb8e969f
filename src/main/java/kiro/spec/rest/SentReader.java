package kiro.spec.rest;

import java.util.List;
import java.util.Optional;

/// Reads which fields are sent, where a sentence says so of the body as a whole.
final class SentReader {
    private final EndpointDraft endpoint;
    private final BrokenFieldReader fields;
    private final Objections objections;

    SentReader(EndpointDraft endpoint, BrokenFieldReader fields, Objections objections) {
        this.endpoint = endpoint;
        this.fields = fields;
        this.objections = objections;
    }

    /// More characters than the one text may have that has this limit.
    Optional<Condition> tooLong(Meaning meaning) {
        String said = meaning.token("BreakCount").map(Token::key).orElse("");
        List<String> limited =
                endpoint.fields(Place.BODY).stream()
                        .filter(field ->
                                field.rules().stream()
                                        .anyMatch(rule ->
                                                rule instanceof FieldRule.Length length
                                                        && said.equals(
                                                                String.valueOf(
                                                                        length.max().orElse(-1)))))
                        .map(Field::name)
                        .toList();
        if (limited.size() != 1) {
            objections.add("which field has more than %s characters is not said".formatted(said));
            return Optional.empty();
        }
        return Optional.of(
                new Condition.InvalidFields(
                        List.of(
                                new Condition.BrokenField(
                                        limited.getFirst(),
                                        Optional.of(Condition.Break.TOO_LONG)))));
    }

    /// All that can be sent is named; where some is not, whether it is sent is not said.
    Optional<Condition> sentAll(Meaning meaning) {
        List<String> sent =
                meaning.tree().all("OnlyName").stream()
                        .map(meaning::words)
                        .map(fields::name)
                        .toList();
        boolean isFilter =
                sent.size() == 1
                        && endpoint.fields(Place.QUERY).stream()
                                .anyMatch(field -> field.name().equals(sent.getFirst()));
        if (isFilter) {
            return Optional.of(new Condition.FilteredBy(sent.getFirst()));
        }
        boolean areAll =
                !endpoint.fields(Place.BODY).isEmpty()
                        && endpoint.fields(Place.BODY).stream()
                                .map(Field::name)
                                .allMatch(sent::contains);
        if (!areAll) {
            objections.add("whether the other fields are sent is not said");
        }
        return Optional.empty();
    }

    /// What is not named is not sent.
    Optional<Condition> onlySent(Meaning meaning) {
        List<String> sent =
                meaning.tree().all("OnlyName").stream()
                        .map(meaning::words)
                        .map(fields::name)
                        .toList();
        if (meaning.has("OneAlone")) {
            return oneAlone();
        }
        boolean areRequired = meaning.has("OnlyRequired");
        List<String> others =
                endpoint.fields(Place.BODY).stream()
                        .filter(field ->
                                areRequired ? !field.isRequired() : !sent.contains(field.name()))
                        .map(Field::name)
                        .toList();
        boolean isRequired =
                endpoint.required().stream().map(Field::name).anyMatch(others::contains);
        if (isRequired) {
            objections.add("fields that are required are said to be left out");
        }
        return others.isEmpty() ? Optional.empty() : Optional.of(new Condition.Without(others));
    }

    /// Any of the fields by itself; the first is as good as another.
    private Optional<Condition> oneAlone() {
        List<String> all = endpoint.fields(Place.BODY).stream().map(Field::name).toList();
        if (all.size() < 2 || !endpoint.required().isEmpty()) {
            objections.add("one field alone cannot be sent");
            return Optional.empty();
        }
        return Optional.of(new Condition.Without(all.subList(1, all.size())));
    }
}
