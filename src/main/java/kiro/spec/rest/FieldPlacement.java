package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.text.SourceSpan;

/// Puts the fields that a spec lists into the endpoints that they belong to.
final class FieldPlacement {
    private final List<EndpointDraft> drafts;
    private final List<Declared> all;
    private final Set<SourceSpan> demanding;

    /// @param all the fields that are going to be placed
    FieldPlacement(List<EndpointDraft> drafts, List<Declared> all) {
        this.drafts = List.copyOf(drafts);
        this.all = List.copyOf(all);
        this.demanding =
                all.stream()
                        .filter(FieldPlacement::isDemand)
                        .map(declared -> declared.origin().span())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// Only what is sent can be required or break a rule.
    private static boolean isDemand(Declared declared) {
        return declared.field().presence() != Field.Presence.NOT_STATED
                || !declared.field().rules().isEmpty();
    }

    /// Places a field; or says why it cannot be placed.
    Optional<String> place(Declared declared) {
        return SiblingFields.of(drafts, all).objection(declared.field()).or(() -> placed(declared));
    }

    private Optional<String> placed(Declared declared) {
        return switch (declared.place()) {
            // A request without a body has its fields in the query.
            case BODY ->
                    takesBody(declared)
                            ? place(declared, Place.BODY)
                            : isOfAnswer(declared)
                                    ? place(declared, Place.RESPONSE)
                                    : parameter(declared);
            case QUERY, PATH, RESPONSE -> place(declared, declared.place());
            case BOTH -> place(declared, Place.BODY).or(() -> place(declared, Place.RESPONSE));
            case PARAMETERS -> parameter(declared);
            case UNSAID -> unsaid(declared);
            case HEADER -> Optional.of("headers of a request are not read");
            case ERRORS -> Optional.of("the row names no status");
        };
    }

    /// "The body has ..." of a request without a body is what it is answered with.
    private static boolean isOfAnswer(Declared declared) {
        List<String> words = declared.origin().tokens().stream().map(Token::key).toList();
        return words.contains("body") && !words.contains("request") && !words.contains("query");
    }

    private boolean takesBody(Declared declared) {
        return around(declared).stream().anyMatch(draft -> draft.route().method().takesBody());
    }

    private List<EndpointDraft> around(Declared declared) {
        Optional<Route> route = declared.origin().route();
        return drafts.stream()
                .filter(draft -> route.map(draft.route()::equals).orElse(true))
                .toList();
    }

    private Optional<String> place(Declared declared, Place place) {
        String name = declared.field().name();
        List<EndpointDraft> fitting =
                around(declared).stream()
                        .filter(draft -> canHave(draft.route(), place, name))
                        .toList();
        if (fitting.isEmpty()) {
            return Optional.of("no endpoint of the spec takes '%s' there".formatted(name));
        }
        boolean isShared = place == Place.RESPONSE && areOfOneResource(fitting);
        if (isShared) {
            fitting =
                    fitting.stream()
                            .filter(draft -> draft.route().method() != HttpMethod.DELETE)
                            .toList();
        }
        if (fitting.size() > 1 && place != Place.PATH && !isShared) {
            return Optional.of("it does not say which endpoint is meant");
        }
        for (EndpointDraft draft : fitting) {
            Optional<Field> merged = merged(draft, place, declared.field());
            if (merged.isEmpty()) {
                return Optional.of("'%s' is listed before, and differently".formatted(name));
            }
            draft.list(place, merged.get());
        }
        return Optional.empty();
    }

    /// Whether all of several endpoints are about the same: what one answers with, all do.
    private static boolean areOfOneResource(List<EndpointDraft> drafts) {
        return drafts.size() > 1
                && drafts.stream().map(FieldPlacement::resource).distinct().count() == 1;
    }

    private static String resource(EndpointDraft draft) {
        return draft.route().path().segments().stream()
                .filter(segment -> !segment.startsWith("{"))
                .reduce("", (_, last) -> last);
    }

    /// A field that is listed twice has what both lists say; empty where they differ.
    private static Optional<Field> merged(EndpointDraft draft, Place place, Field field) {
        Optional<Field> known =
                draft.fields(place).stream()
                        .filter(one -> one.name().equals(field.name()))
                        .findFirst();
        boolean isFromThePath = place == Place.PATH;
        if (known.isEmpty() || isFromThePath) {
            return Optional.of(field);
        }
        return FieldTypes.merged(known.get(), field);
    }

    private static boolean canHave(Route route, Place place, String name) {
        return switch (place) {
            case BODY -> route.method().takesBody();
            case PATH -> route.path().parameters().contains(name);
            case QUERY -> true;
            case RESPONSE -> route.method() != HttpMethod.HEAD;
            case BOTH, PARAMETERS, UNSAID, HEADER, ERRORS -> false;
        };
    }

    private Optional<String> parameter(Declared declared) {
        String name = declared.field().name();
        List<EndpointDraft> around = around(declared);
        boolean isInPath =
                around.stream().anyMatch(draft -> draft.route().path().parameters().contains(name));
        if (isInPath) {
            return place(declared, Place.PATH);
        }
        boolean takesBody = around.stream().anyMatch(draft -> draft.route().method().takesBody());
        return takesBody
                ? Optional.of(
                        "whether '%s' is in the query or the body is not said".formatted(name))
                : place(declared, Place.QUERY);
    }

    /// Whether it, or a line of the same list, demands something: lines one below the other are one list.
    private boolean isAmongDemands(Declared declared) {
        int line = declared.origin().span().line();
        Set<Integer> lines =
                all.stream()
                        .filter(other -> other.place() == Place.UNSAID)
                        .filter(other ->
                                other.origin().section().equals(declared.origin().section()))
                        .map(other -> other.origin().span().line())
                        .collect(Collectors.toUnmodifiableSet());
        int first = line;
        int last = line;
        while (lines.contains(first - 1)) {
            first--;
        }
        while (lines.contains(last + 1)) {
            last++;
        }
        int from = first;
        int to = last;
        return demanding.stream().anyMatch(span -> span.line() >= from && span.line() <= to);
    }

    private Optional<String> unsaid(Declared declared) {
        String name = declared.field().name();
        List<EndpointDraft> around = around(declared);
        if (around.stream().anyMatch(draft -> draft.route().path().parameters().contains(name))) {
            return place(declared, Place.PATH);
        }
        List<EndpointDraft> taking =
                around.stream().filter(draft -> draft.route().method().takesBody()).toList();
        if (taking.size() == 1 && isAmongDemands(declared)) {
            return place(declared, Place.BODY);
        }
        boolean onlyAnswers =
                around.stream().allMatch(draft -> draft.route().method() == HttpMethod.GET);
        if (onlyAnswers && around.size() > 1) {
            around.forEach(draft -> draft.list(Place.RESPONSE, declared.field()));
            return Optional.empty();
        }
        return onlyAnswers
                ? place(declared, Place.RESPONSE)
                : Optional.of(
                        "whether '%s' is in the request or the answer is not said".formatted(name));
    }
}
