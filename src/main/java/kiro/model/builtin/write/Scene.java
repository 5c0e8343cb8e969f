package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import kiro.model.builtin.project.Columns;
import kiro.model.builtin.project.Credentials;
import kiro.model.builtin.project.Protection;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.talk.Ask;
import kiro.model.builtin.talk.Talk;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// All that the tests of one endpoint share.
///
/// @param request the name of the method that makes a request
/// @param inputs what the body holds; empty where there is none
/// @param answered the names that the body of an answer has
record Scene(
        SpringProject project,
        Place place,
        Wants wants,
        SignIn signIn,
        Stock stock,
        TestCode code,
        String request,
        Optional<List<RequestType.Input>> inputs,
        List<String> answered) {
    Scene {
        answered = List.copyOf(answered);
    }

    /// The words of the project's test client.
    Talk talk() {
        return code.talk();
    }

    boolean isProtected() {
        return Guarding.isProtected(project, place, wants);
    }

    /// The user who sends most requests; empty where nobody can or need be signed in.
    Optional<TestUser> owner() {
        return ordinary().stream().findFirst();
    }

    Optional<TestUser> other() {
        return ordinary().stream().skip(1).findFirst();
    }

    /// Those who may send the request, and not because of a role that lets them do more than others.
    private List<TestUser> ordinary() {
        List<String> needed = neededRoles();
        List<TestUser> users =
                needed.isEmpty()
                        ? signIn.users()
                        : signIn.users().stream()
                                .filter(user -> user.hasAny(known(needed)))
                                .toList();
        if (users.isEmpty() && !needed.isEmpty()) {
            return signIn.withRole(needed.getFirst()).stream().toList();
        }
        List<String> refused = known(wants.refusedRoles());
        return users.stream()
                .filter(user -> !user.hasAny(known(wants.exemptRoles())))
                .sorted(Comparator.comparing(user -> user.hasAny(refused)))
                .toList();
    }

    /// The words under which users may have these roles.
    private List<String> known(List<String> roles) {
        return new Roles(project).words(roles);
    }

    /// The roles one of which everybody has who may send the request; none where it takes no role.
    List<String> neededRoles() {
        return wants.onlyRoles().isEmpty() ? neededByRules() : wants.onlyRoles();
    }

    private List<String> neededByRules() {
        return project.protection()
                .rule(place.endpoint().route().method().name(), place.path())
                .map(Protection.Rule::roles)
                .orElse(List.of());
    }

    /// A user with one of these roles who is not the one who sends most requests.
    Optional<TestUser> withRole(List<String> roles) {
        Optional<TestUser> owner = owner();
        return signIn.users().stream()
                .filter(user -> user.hasAny(known(roles)))
                .filter(user -> !owner.equals(Optional.of(user)))
                .findFirst()
                .or(() -> signIn.withRole(roles.getFirst()));
    }

    /// Somebody else than the one who sends most requests, whatever they may do.
    Optional<TestUser> anyoneElse() {
        Optional<TestUser> owner = owner();
        return other().or(() ->
                signIn.users().stream()
                        .filter(user -> !owner.equals(Optional.of(user)))
                        .findFirst());
    }

    /// Whether a user may do it whosever the resource is.
    boolean isExempt(TestUser user) {
        return user.hasAny(known(wants.exemptRoles()));
    }

    /// A user with none of these roles.
    Optional<TestUser> withoutRole(List<String> roles) {
        return signIn.users().stream().filter(user -> !user.hasAny(known(roles))).findFirst();
    }

    boolean needsSignIn() {
        return !Openness.isOpen(wants) && (isProtected() || project.caller().isPresent());
    }

    /// What is added to a request to sign a user in.
    List<Ask.Extra> as(TestUser user) {
        if (!user.shown().isEmpty()) {
            code.constants.putIfAbsent(user.constant(), user.shown());
        }
        code.imports.addAll(signIn.imports());
        if (project.credentials() instanceof Credentials.Stored stored) {
            new TokenStock(project, stored).add(user, code);
        }
        if (project.credentials() instanceof Credentials.Prepared prepared) {
            new PreparedStock(prepared).add(user, signIn.users().indexOf(user), code);
        }
        return signIn.as(user);
    }

    Listing listing() {
        return ListingReader.read(project, place, wants).listing();
    }

    /// A request of a list, with this query: `?page=2`, or nothing, as where the list has no parameters.
    Ask query(String query) {
        return query(stock.parentId(), query);
    }

    private Ask query(Optional<String> parent, String query) {
        var arguments = new ArrayList<String>(parent.stream().toList());
        if (listing().needsType()) {
            arguments.add(Constraints.literal(query));
        }
        return new Ask(request, arguments, List.of());
    }

    /// A request of the endpoint.
    Ask request(String id, String body) {
        return request(stock.parentId(), id, body);
    }

    /// @param parent the expression for the id of what the resource belongs to
    Ask request(Optional<String> parent, String id, String body) {
        if (listing().needsType()) {
            return query(parent, "");
        }
        var arguments = new ArrayList<String>(parent.stream().toList());
        if (place.action().hasId()) {
            arguments.add(id);
        }
        if (inputs.isPresent()) {
            arguments.add(body);
        }
        return new Ask(request, arguments, List.of());
    }

    /// Values for all fields of the body that satisfy the rules; empty where one cannot be made.
    Optional<SequencedMap<String, Sample>> valid() {
        var values = new LinkedHashMap<String, Sample>();
        for (Field field : place.endpoint().request().body()) {
            Optional<Sample> sample =
                    stock.references().isOf(field)
                            ? stock.references().sample(field)
                            : Sample.valid(fitting(field), javaType(field));
            if (sample.isEmpty() && field.isRequired()) {
                return Optional.empty();
            }
            sample.ifPresent(one -> values.put(field.name(), one));
        }
        return ordered().valid(values);
    }

    OrderedSamples ordered() {
        var rules = new ArrayList<>(Comparison.of(place));
        Overlap.of(project, place, wants).map(Overlap::order).ifPresent(rules::add);
        return new OrderedSamples(rules, this::javaType);
    }

    private static boolean saysWhichTexts(FieldRule rule) {
        return switch (rule) {
            case FieldRule.Length length -> length.max().isPresent();
            case FieldRule.OneOf _, FieldRule.Format _, FieldRule.Matches _ -> true;
            case FieldRule.Size _,
                    FieldRule.Range _,
                    FieldRule.NotBlank _,
                    FieldRule.Future _,
                    FieldRule.NotPast _,
                    FieldRule.Past _,
                    FieldRule.NotFuture _,
                    FieldRule.DaysAgo _,
                    FieldRule.DaysAhead _,
                    FieldRule.Stripped _,
                    FieldRule.SortsBy _,
                    FieldRule.BlankIsNone _,
                    FieldRule.Unique _,
                    FieldRule.UniqueWithin _,
                    FieldRule.AmongSiblings _,
                    FieldRule.Selects _,
                    FieldRule.Compared _,
                    FieldRule.Refers _,
                    FieldRule.Decimals _ ->
                    false;
        };
    }

    /// The field with what the column allows, where the spec has no limit of its own.
    private Field fitting(Field field) {
        boolean isLimited = field.rules().stream().anyMatch(Scene::saysWhichTexts);
        Optional<Columns.Column> column =
                place.resource()
                        .property(field.name())
                        .flatMap(property ->
                                new Columns(project.sources())
                                        .of(place.resource().type(), property));
        if (isLimited || column.isEmpty()) {
            return field;
        }
        var rules = new ArrayList<>(field.rules());
        rules.add(new FieldRule.Length(OptionalInt.empty(), OptionalInt.of(column.get().length())));
        return new Field(
                field.name(),
                field.type(),
                field.presence(),
                field.isNullable(),
                rules,
                field.standard(),
                field.span());
    }

    String javaType(Field field) {
        return inputs.flatMap(all ->
                        all.stream().filter(one -> one.name().equals(field.name())).findFirst())
                .map(RequestType.Input::javaType)
                .orElseGet(() -> RequestWriter.javaType(field.type()));
    }

    Optional<Field> field(String name) {
        return place.endpoint().request().body().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }
}
