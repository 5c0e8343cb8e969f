package kiro.spec.rest;

import java.util.List;
import java.util.Optional;

/// Knows that "only tickets whose `title` contains `title`" is said of a request that has this parameter.
final class ContainedFilter {
    private ContainedFilter() {}

    /// The situation in which the parameter is sent that the words name; as it is where they name none.
    static Condition settled(Condition condition, List<Meaning> parts, EndpointDraft endpoint) {
        return condition instanceof Condition.Valid
                ? parts.stream()
                        .flatMap(part -> part.tree().all("Containing").stream().map(part::of))
                        .flatMap(said -> parameter(said, endpoint).stream())
                        .findFirst()
                        .<Condition>map(Condition.FilteredBy::new)
                        .orElse(condition)
                : condition;
    }

    private static Optional<String> parameter(Meaning said, EndpointDraft endpoint) {
        return said.tree().all("FIELD").reversed().stream()
                .map(said::words)
                .flatMap(name -> endpoint.sentNamed(name).stream())
                .filter(field -> endpoint.fields(Place.QUERY).contains(field))
                .map(Field::name)
                .findFirst();
    }
}
