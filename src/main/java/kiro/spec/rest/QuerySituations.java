package kiro.spec.rest;

import java.util.Optional;

/// Finds out what a query selects by, and what is in a body as a whole.
final class QuerySituations {
    private final EndpointDraft endpoint;
    private final BrokenFieldReader fields;
    private final Objections objections;

    QuerySituations(EndpointDraft endpoint, BrokenFieldReader fields, Objections objections) {
        this.endpoint = endpoint;
        this.fields = fields;
        this.objections = objections;
    }

    Optional<Condition> read(Meaning meaning) {
        return switch (meaning.tree().name()) {
            case "EmptyObject" -> Optional.of(new Condition.EmptyObject());
            case "FiltersCombined" ->
                    Optional.of(
                            new Condition.FiltersCombined(
                                    meaning.tree().all("FIELD").stream()
                                            .map(meaning::words)
                                            .map(fields::name)
                                            .toList()));
            case "FilteredBy" ->
                    Optional.of(
                            new Condition.FilteredBy(
                                    fields.name(meaning.words("BrokenName").orElseThrow())));
            case "FilterGiven" -> Optional.of(given(meaning));
            case "BehindLast" -> Optional.of(behindLast());
            case "FilterAlone" ->
                    Optional.of(
                            new Condition.FilteredBy(fields.name(meaning.words(meaning.tree()))));
            default -> Optional.empty();
        };
    }

    /// What is given selects where it is a parameter of the query.
    private Condition given(Meaning meaning) {
        String name = fields.name(meaning.words("BrokenName").orElseThrow());
        if (endpoint.fields(Place.QUERY).stream().noneMatch(one -> one.name().equals(name))) {
            objections.add(
                    "'%s' is no parameter of the query, by which a list is selected"
                            .formatted(name));
        }
        return new Condition.FilteredBy(name);
    }

    /// No list has a thousand pages where its test stores a few resources.
    private Condition behindLast() {
        Optional<String> page =
                endpoint.fields(Place.QUERY).stream()
                        .map(Field::name)
                        .filter(name -> name.matches("(?i)page(Number|Index|No)?"))
                        .findFirst();
        if (page.isEmpty()) {
            objections.add("the spec lists no parameter for the page");
        }
        return new Condition.ValueIs(page.orElse("page"), "1000");
    }
}
