package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import kiro.text.SourceSpan;

/// An endpoint while its spec is being read.
final class EndpointDraft {
    private final Route route;
    private final List<Field> body = new ArrayList<>();
    private final List<Field> query = new ArrayList<>();
    private final List<Field> path = new ArrayList<>();
    private final List<Field> response = new ArrayList<>();
    private final List<Behaviour> behaviours = new ArrayList<>();
    private boolean listsBody;
    private Optional<Authentication> authentication = Optional.empty();
    private Optional<Permission> permission = Optional.empty();
    private Optional<RateLimit> limit = Optional.empty();
    private Optional<Response.Shape> shape = Optional.empty();
    private OptionalInt status = OptionalInt.empty();

    EndpointDraft(Route route) {
        this.route = route;
        for (String name : route.path().parameters()) {
            path.add(
                    new Field(
                            name,
                            FieldType.Plain.NOT_STATED,
                            Field.Presence.REQUIRED,
                            false,
                            List.of(),
                            Optional.empty(),
                            SourceSpan.start()));
        }
    }

    Route route() {
        return route;
    }

    /// The noun of what the last parameter of the path stands for.
    Optional<String> noun() {
        List<String> segments = route.path().segments();
        for (int i = segments.size() - 1; i > 0; i--) {
            if (segments.get(i).startsWith("{") && !segments.get(i - 1).startsWith("{")) {
                return Optional.of(String.join(" ", Words.nounsOfSegment(segments.get(i - 1))));
            }
        }
        return Optional.empty();
    }

    /// The nouns of what the path leads through, each before its parameter.
    List<String> parentNouns() {
        List<String> segments = route.path().segments();
        return java.util.stream.IntStream.range(0, Math.max(0, segments.size() - 1))
                .filter(i ->
                        segments.get(i + 1).startsWith("{") && !segments.get(i).startsWith("{"))
                .mapToObj(i -> Words.nounsOfSegment(segments.get(i)))
                .flatMap(List::stream)
                .toList();
    }

    Optional<RateLimit> limit() {
        return limit;
    }

    /// Whether the spec says that callers have to say who they are.
    boolean requiresCaller() {
        return authentication.equals(Optional.of(Authentication.REQUIRED));
    }

    /// Takes a fact that stands by itself; the others need more than one endpoint's draft.
    void take(Fact fact) {
        switch (fact) {
            case Fact.Authenticates said -> authentication = Optional.of(said.authentication());
            case Fact.Permits said -> permission = Optional.of(said.permission());
            case Fact.Limits said -> limit = Optional.of(said.limit());
            case Fact.Behaves said -> add(said.behaviour());
            case Fact.Shapes said -> shape = Optional.of(said.shape());
            case Fact.Rules said -> {}
            case Fact.Requires said -> {}
            case Fact.Tells said -> {}
        }
    }

    /// Where only roles are said that may do it, those are all that may.
    Permission permission() {
        List<String> admitted =
                behaviours.stream().flatMap(EndpointDraft::admitted).distinct().toList();
        if (admitted.isEmpty()) {
            return permission.orElseGet(Permission.Anyone::new);
        }
        return switch (permission.orElseGet(() -> new Permission.Roles(admitted))) {
            case Permission.Owner _ -> new Permission.OwnerOrRoles(admitted);
            case Permission.OwnerOrRoles(List<String> roles) ->
                    new Permission.OwnerOrRoles(joined(roles, admitted));
            case Permission.Roles(List<String> roles) ->
                    new Permission.Roles(joined(roles, admitted));
            case Permission.Anyone anyone -> anyone;
        };
    }

    /// "Librarians may return loans" is said of those who may, and of nobody else.
    private static Stream<String> admitted(Behaviour behaviour) {
        if (behaviour instanceof Behaviour.Admits(List<String> roles)) {
            return roles.stream();
        }
        return behaviour
                                instanceof
                                Behaviour.Answers(
                                        Condition.WithRole(List<String> roles),
                                        List<Expectation> expectations)
                        && expectations.equals(List.of(new Expectation.Succeeds()))
                ? roles.stream()
                : Stream.empty();
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    List<Behaviour> behaviours() {
        return behaviours.stream().map(this::ofCaller).map(this::ofBody).toList();
    }

    void add(Behaviour behaviour) {
        if (!behaviours.contains(behaviour)) {
            behaviours.add(behaviour);
        }
    }

    /// What a valid request is answered with is known of the endpoint as such.
    void learn(Condition condition, List<Expectation> expectations) {
        boolean isServed =
                condition instanceof Condition.Valid
                        || (condition instanceof Condition.WithRole
                                && AnswerReader.status(expectations).orElse(400) < 400);
        if (!isServed) {
            return;
        }
        if (status.isEmpty()) {
            status = AnswerReader.status(expectations);
        }
        if (shape.isEmpty()) {
            shape = shape(expectations);
        }
    }

    private static Optional<Response.Shape> shape(List<Expectation> expectations) {
        boolean isNothing =
                AnswerReader.status(expectations).equals(OptionalInt.of(204))
                        || expectations.contains(new Expectation.EmptyBody());
        if (isNothing) {
            return Optional.of(Response.Shape.EMPTY);
        }
        if (expectations.contains(new Expectation.ResourceList())) {
            return Optional.of(Response.Shape.LIST);
        }
        return expectations.contains(new Expectation.Resource())
                ? Optional.of(Response.Shape.RESOURCE)
                : Optional.empty();
    }

    List<Field> fields(Place place) {
        return switch (place) {
            case BODY -> body;
            case QUERY -> query;
            case PATH -> path;
            case RESPONSE -> response;
            case BOTH, HEADER, UNSAID, ERRORS, PARAMETERS -> List.of();
        };
    }

    /// What a caller sends: a field of the body, or a query or path parameter.
    Optional<Field> sent(String name) {
        return Stream.of(body, query, path)
                .flatMap(List::stream)
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    /// What a caller sends, by a name that can be in other words: "display name".
    Optional<Field> sentNamed(String words) {
        String squeezed = words.replaceAll("[\\s_-]", "");
        return Stream.of(body, query, path)
                .flatMap(List::stream)
                .filter(field -> field.name().replaceAll("[_-]", "").equalsIgnoreCase(squeezed))
                .findFirst()
                .or(() ->
                        Stream.of(body, query)
                                .flatMap(List::stream)
                                .filter(field ->
                                        Words.shortTimes(field.name())
                                                .contains(squeezed.toLowerCase(Locale.ROOT)))
                                .findFirst())
                .or(() ->
                        Optional.ofNullable(aliases().get(squeezed.toLowerCase(Locale.ROOT)))
                                .flatMap(this::sent));
    }

    /// The name of a field of the answer that can be in other words: "display name"; the words where it is none.
    String answerName(String words) {
        String squeezed = words.replaceAll("[\\s_-]", "");
        return Stream.of(response, body)
                .flatMap(List::stream)
                .map(Field::name)
                .filter(name -> name.replaceAll("[_-]", "").equalsIgnoreCase(squeezed))
                .findFirst()
                .orElse(words);
    }

    /// The field of the answer for the time that a word is about.
    Optional<String> timeNamed(String word) {
        return TimeNames.of(response.stream().map(Field::name).toList(), word);
    }

    /// Whether it says what a parameter of the query is.
    boolean isOfTheQuery(Condition condition) {
        return condition instanceof Condition.ValueIs value
                && query.stream().anyMatch(field -> field.name().equals(value.field()));
    }

    /// What the fields are called beside their names.
    Map<String, String> aliases() {
        return FieldAliases.of(Stream.of(body, query).flatMap(List::stream).toList());
    }

    List<Field> required() {
        return Stream.of(body, query).flatMap(List::stream).filter(Field::isRequired).toList();
    }

    /// Whether the spec has a list of what is in the body.
    boolean listsBody() {
        return listsBody;
    }

    /// The names of all fields and parameters.
    List<String> names() {
        return Stream.of(body, query, path, response)
                .flatMap(List::stream)
                .map(Field::name)
                .toList();
    }

    /// The names of what a caller sends beside the path.
    List<String> sentNames() {
        return Stream.of(body, query).flatMap(List::stream).map(Field::name).toList();
    }

    /// Adds a field that stands in a list.
    void list(Place place, Field field) {
        listsBody |= place == Place.BODY;
        put(place, field);
    }

    /// Adds a field, or puts a fuller one in the place of one with the same name.
    void put(Place place, Field said) {
        Field field =
                place == Place.BODY ? withoutSiblings(withoutParent(withoutCase(said))) : said;
        List<Field> fields = fields(place);
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(field.name())) {
                fields.set(i, field);
                return;
            }
        }
        fields.add(field);
    }

    /// "Unique, ignoring case" says when two values are the same; nothing is selected by what is sent.
    private Field withoutCase(Field field) {
        List<FieldRule> rules = field.rules().stream().filter(rule -> !ignoresCase(rule)).toList();
        boolean isWithin = rules.stream().anyMatch(FieldRule.UniqueWithin.class::isInstance);
        boolean isUnique = isWithin || rules.contains(new FieldRule.Unique());
        if (rules.size() == field.rules().size() || !isUnique) {
            return field;
        }
        if (!isWithin) {
            add(new Behaviour.Unique(field.name(), Behaviour.Letters.IGNORING_CASE));
        }
        return with(field, field.presence(), isWithin ? field.rules() : rules);
    }

    /// "Unique within the project" is no rule that a value alone can keep.
    private Field withoutParent(Field field) {
        List<FieldRule> rules =
                field.rules().stream()
                        .filter(rule -> !(rule instanceof FieldRule.UniqueWithin))
                        .toList();
        if (rules.size() == field.rules().size()) {
            return field;
        }
        boolean ignoresCase = rules.stream().anyMatch(EndpointDraft::ignoresCase);
        field.rules().stream()
                .filter(FieldRule.UniqueWithin.class::isInstance)
                .map(FieldRule.UniqueWithin.class::cast)
                .map(one ->
                        new Behaviour.UniqueWithin(
                                field.name(),
                                ignoresCase
                                        ? Behaviour.Letters.IGNORING_CASE
                                        : Behaviour.Letters.EXACTLY,
                                one.parent()))
                .forEach(this::add);
        return with(
                field,
                field.presence(),
                rules.stream().filter(rule -> !ignoresCase(rule)).toList());
    }

    /// Nor is "higher than every other bid".
    private Field withoutSiblings(Field field) {
        List<FieldRule> rules = SiblingFields.settled(field, this::add);
        return rules.size() == field.rules().size() ? field : with(field, field.presence(), rules);
    }

    private static boolean ignoresCase(FieldRule rule) {
        return rule instanceof FieldRule.Selects(var match, var _)
                && match == FieldRule.Match.IGNORING_CASE;
    }

    /// Takes the rule that a way to break it implies, where there is only one such rule.
    void imply(Condition.BrokenField broken) {
        for (int i = 0; i < body.size(); i++) {
            Field field = body.get(i);
            if (!field.name().equals(broken.name())) {
                continue;
            }
            boolean isMissing = broken.how().equals(Optional.of(Condition.Break.MISSING));
            boolean isBlank = broken.how().equals(Optional.of(Condition.Break.BLANK));
            if (isMissing && field.presence() == Field.Presence.NOT_STATED) {
                body.set(i, with(field, Field.Presence.REQUIRED, field.rules()));
            }
            boolean hasRule = field.rules().stream().anyMatch(FieldRule.NotBlank.class::isInstance);
            if (isBlank && !hasRule && field.type() == FieldType.Plain.STRING) {
                var rules = new ArrayList<FieldRule>(field.rules());
                rules.add(new FieldRule.NotBlank());
                body.set(i, with(field, field.presence(), rules));
            }
        }
    }

    private static Field with(Field field, Field.Presence presence, List<FieldRule> rules) {
        return new Field(
                field.name(),
                field.type(),
                presence,
                field.isNullable(),
                rules,
                field.standard(),
                field.span());
    }

    EndpointSpec spec() {
        return new EndpointSpec(
                route,
                authentication.orElse(Authentication.NOT_STATED),
                permission(),
                limit,
                new Request(body, query, path),
                new Response(status, shape.orElse(Response.Shape.NOT_STATED), response),
                behaviours());
    }

    /// What must not overlap does so from the one of two fields to the other.
    private Behaviour ofBody(Behaviour behaviour) {
        return behaviour instanceof Behaviour.NoOverlap(var _, Optional<String> parent, var origin)
                ? new Behaviour.NoOverlap(Spans.of(body), parent, origin)
                : behaviour;
    }

    /// Who makes it, unique within what it belongs to: a caller makes no second one for it.
    private Behaviour ofCaller(Behaviour behaviour) {
        return behaviour instanceof Behaviour.UniqueWithin(String name, var _, String parent)
                        && parentNouns().contains(parent)
                        && (behaviours.contains(
                                        new Behaviour.SetsField(name, Behaviour.Source.CALLER))
                                || behaviours.contains(new Behaviour.BelongsTo(name)))
                        && sent(name).isEmpty()
                ? new Behaviour.OncePerCaller()
                : behaviour;
    }
}
