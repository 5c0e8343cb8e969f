package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the endpoint that a sentence speaks of: by the route that it names, by what it does, by where it stands.
final class EndpointChoice {
    private static final Set<String> RESTRICTING =
            Set.of(
                    "OwnerOnly",
                    "RolesOnly",
                    "OwnerOrRolesOnly",
                    "OnlyIn",
                    "NotIn",
                    "NotWith",
                    "Exempts",
                    "Admits");

    private final List<EndpointDraft> drafts;

    EndpointChoice(List<EndpointDraft> drafts) {
        this.drafts = List.copyOf(drafts);
    }

    List<EndpointDraft> all() {
        return drafts;
    }

    Optional<EndpointDraft> choose(Meaning meaning, Optional<Route> around, Objections objections) {
        List<EndpointDraft> fitting = named(meaning, objections);
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        fitting = taking(meaning, acting(meaning, fitting));
        if (fitting.isEmpty()) {
            objections.add("the spec has no endpoint that does this");
            return Optional.empty();
        }
        if (fitting.size() > 1 && around.isPresent()) {
            fitting = fitting.stream().filter(draft -> draft.route().equals(around.get())).toList();
        }
        if (fitting.size() != 1) {
            objections.add("it does not say which endpoint is meant");
            return Optional.empty();
        }
        return Optional.of(fitting.getFirst());
    }

    private List<EndpointDraft> named(Meaning meaning, Objections objections) {
        List<EndpointDraft> fitting = drafts;
        for (Tree route : meaning.tree().all("Route")) {
            Optional<HttpMethod> method =
                    route.first("METHOD").map(node -> HttpMethod.valueOf(meaning.words(node)));
            Optional<PathTemplate> path =
                    route.first("PATH")
                            .filter(node -> meaning.words(node).startsWith("/"))
                            .map(node -> RouteWords.path(meaning.words(node)));
            fitting = fitting.stream().filter(draft -> fits(draft.route(), method, path)).toList();
            if (fitting.isEmpty()) {
                objections.add("the spec does not define %s".formatted(meaning.words(route)));
                return List.of();
            }
            List<EndpointDraft> exact =
                    fitting.stream()
                            .filter(draft -> path.equals(Optional.of(draft.route().path())))
                            .toList();
            fitting = exact.isEmpty() ? fitting : exact;
        }
        if (fitting.isEmpty()) {
            objections.add("the spec defines no endpoint");
        }
        return fitting;
    }

    /// Why a sentence on who may do something, or when, is about none of the endpoints; empty where it is not.
    Optional<String> objectionTo(Meaning sentence) {
        for (Tree fact : sentence.tree().children()) {
            Meaning meaning = sentence.of(fact);
            List<Act> acts =
                    Stream.of(Act.values())
                            .filter(act -> act.nodes.stream().anyMatch(meaning::has))
                            .toList();
            boolean isOwn = meaning.has("ActOwn") || meaning.has("ActionDone");
            boolean isOfNone =
                    !acts.isEmpty()
                            && acts.stream()
                                    .flatMap(act -> act.methods.stream())
                                    .noneMatch(method ->
                                            drafts.stream()
                                                    .anyMatch(draft ->
                                                            draft.route().method() == method));
            if (RESTRICTING.contains(fact.name()) && !isOwn && isOfNone) {
                return Optional.of("the spec has no endpoint that does this");
            }
            if (meaning.has("OtherDone")) {
                return Optional.of(
                        "whether an endpoint of this spec does that is not clear: \"%s\""
                                .formatted(meaning.words("OtherDone").orElseThrow()));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(
            Route route, Optional<HttpMethod> method, Optional<PathTemplate> path) {
        return method.map(said -> said == route.method()).orElse(true)
                && path.map(said -> route.path().covers(said)).orElse(true);
    }

    /// Where only some endpoints take the field that is spoken of, one of those is meant.
    private static List<EndpointDraft> taking(Meaning meaning, List<EndpointDraft> fitting) {
        Optional<String> field =
                meaning.words("BrokenName").or(() -> meaning.words("DuplicateField"));
        if (field.isEmpty() || fitting.size() < 2) {
            return fitting;
        }
        List<EndpointDraft> taking =
                fitting.stream().filter(draft -> draft.sentNamed(field.get()).isPresent()).toList();
        return taking.isEmpty() ? fitting : taking;
    }

    /// Where the sentence says that is done what a path is named after, that endpoint is meant.
    private List<EndpointDraft> named(Meaning meaning, List<EndpointDraft> fitting) {
        Optional<String> own = meaning.token("ActOwn").map(Token::key);
        return own.isEmpty()
                ? fitting
                : fitting.stream().filter(draft -> isDoing(draft, own.get())).toList();
    }

    /// With one endpoint, the verbs that the spec has for it are known words of it.
    private boolean isDoing(EndpointDraft draft, String verb) {
        return drafts.size() == 1
                || Words.actionsOf(draft.route().path().segments().getLast()).contains(verb);
    }

    private List<EndpointDraft> acting(Meaning meaning, List<EndpointDraft> fitting) {
        List<EndpointDraft> left = named(meaning, fitting);
        if (meaning.has("OfNew") && left.size() > 1) {
            left = left.stream().filter(one -> one.route().method() == HttpMethod.POST).toList();
        }
        for (Act act : Act.values()) {
            if (act.nodes.stream().anyMatch(meaning::has)) {
                left =
                        left.stream()
                                .filter(draft -> act.methods.contains(draft.route().method()))
                                .toList();
            }
        }
        return left;
    }

    /// What requests do, and the methods that do it.
    private enum Act {
        UPDATE(
                Set.of("ActUpdate", "ActUpdateNoun", "DoneUpdate"),
                Set.of(HttpMethod.PUT, HttpMethod.PATCH)),
        CREATE(
                Set.of("ActCreate", "ActCreateNoun", "DoneCreate"),
                Set.of(HttpMethod.POST, HttpMethod.PUT)),
        DELETE(Set.of("ActDelete", "ActDeleteNoun", "DoneDelete"), Set.of(HttpMethod.DELETE)),
        READ(Set.of("ActRead", "ActList", "DoneRead"), Set.of(HttpMethod.GET, HttpMethod.HEAD));

        @SuppressWarnings("ImmutableEnumChecker")
        private final Set<String> nodes;

        @SuppressWarnings("ImmutableEnumChecker")
        private final Set<HttpMethod> methods;

        Act(Set<String> nodes, Set<HttpMethod> methods) {
            this.nodes = nodes;
            this.methods = methods;
        }
    }
}
