package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.talk.Talk;

/// Where the resources come from that tests work on.
final class Stock {
    private final Workshop workshop;
    private final SpringProject project;
    private final Place place;
    private final Wants wants;
    private final TestCode code;
    private final String packageName;
    private final Upkeep upkeep;
    private final ParentStock parents;
    private final SignIn signIn;

    Stock(
            Workshop workshop,
            Place place,
            Wants wants,
            SignIn signIn,
            TestCode code,
            Talk talk,
            String packageName) {
        this.workshop = workshop;
        this.project = workshop.project();
        this.place = place.in(place.storage().seenFrom(packageName));
        this.wants = wants;
        this.code = code;
        this.packageName = packageName;
        this.signIn = signIn;
        this.upkeep = new Upkeep(project, this.place, wants, signIn, code, talk, packageName);
        this.parents =
                new ParentStock(
                        workshop,
                        place,
                        wants,
                        signIn,
                        code,
                        packageName,
                        () -> others(Optional.empty()));
    }

    /// What bodies refer to.
    ReferenceStock references() {
        return new ReferenceStock(
                new References(project, place, wants), this::stock, others(Optional.empty()), code);
    }

    /// What else the resource and the bodies have to do with.
    ///
    /// @param user whose other things are, where that matters
    OtherStock others(Optional<TestUser> user) {
        return new OtherStock(project, place, wants, user, this::stock, code);
    }

    /// The expression that finds something else by its key; empty where a test cannot.
    Optional<String> found(Place other, String id) {
        Stock stock = stock(other);
        return stock.found(id)
                .map(found -> found + (stock.findsOptional() ? ".orElseThrow()" : ""));
    }

    private Stock stock(Place other) {
        return new Stock(
                workshop,
                other,
                new Wants(other.endpoint(), List.of()),
                signIn,
                code,
                code.talk(),
                packageName);
    }

    /// Whether a test has what the resource belongs to; where it belongs to nothing, it has all it needs.
    ///
    /// @param user whose it is
    boolean hasParent(Optional<TestUser> user) {
        return parents.isThere(user);
    }

    /// The expression for the id of what the resource belongs to; empty where it belongs to nothing.
    Optional<String> parentId() {
        return parents.id();
    }

    String unknownParentId() {
        return parents.unknownId();
    }

    /// A resource that belongs to what is this user's; nothing but that where requests name no resource.
    Optional<Given> ofForeignParent(TestUser user) {
        return below(Optional.of(user), parents.foreign(user));
    }

    /// A resource, and one called `another` that belongs to another parent.
    Optional<Given> besideOther(Optional<TestUser> user) {
        Optional<Given> other = given(user).map(CaseWriter::renamed);
        Optional<String> parent = parents.other(user);
        Optional<Given> own = given(user);
        if (other.isEmpty() || parent.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        var statements = new ArrayList<>(other.get().statements());
        statements.add(parent.get());
        statements.addAll(own.get().statements());
        return own.map(given -> given.withStatements(statements));
    }

    /// A resource, and then another parent in the place of its own.
    Optional<Given> ofOtherParent(Optional<TestUser> user) {
        return given(user).flatMap(given -> parents.other(user).map(given::before));
    }

    /// The statement that puts another parent in the place of the own one.
    Optional<String> otherParent(Optional<TestUser> user) {
        return parents.isThere(user) ? parents.other(user) : Optional.empty();
    }

    /// A resource, of this user where resources have owners; empty where a test cannot have one.
    Optional<Given> given(Optional<TestUser> user) {
        return given(user, "", Map.of());
    }

    /// A resource some of whose values matter.
    ///
    /// @param kind a word that tells it from others, as `cancelled`
    /// @param values expressions by property
    Optional<Given> given(Optional<TestUser> user, String kind, Map<Property, String> values) {
        return of(wants.refusesOwner() ? user.flatMap(signIn::stranger) : user, kind, values);
    }

    /// A resource of the one who sends the request, where that is not the usual one.
    Optional<Given> own(TestUser user) {
        return of(Optional.of(user), "", Map.of());
    }

    /// The same, with values that matter.
    Optional<Given> own(TestUser user, String kind, Map<Property, String> values) {
        return of(Optional.of(user), kind, values);
    }

    private Optional<Given> of(Optional<TestUser> user, String kind, Map<Property, String> values) {
        if (place.owner().filter(Owner.Self.class::isInstance).isPresent()) {
            return values.isEmpty() ? user.flatMap(this::self) : Optional.empty();
        }
        if (!parents.isThere(user)) {
            return Optional.empty();
        }
        var all = new HashMap<>(usual().values());
        others(user)
                .usual()
                .forEach((property, value) -> {
                    if (!values.containsKey(property)) {
                        all.put(property, value);
                    }
                });
        all.putAll(values);
        for (Property property : Unsaved.of(place.storage())) {
            if (!values.getOrDefault(property, "null").equals("null")) {
                return Optional.empty();
            }
            all.put(property, "null");
        }
        parents.link().ifPresent(link -> all.put(link, parents.linked()));
        boolean isOfLinked = LinkedOwner.of(project, place, wants).isPresent();
        String whose =
                isOfLinked
                        ? user.map(one -> " of " + one.constant().toLowerCase(Locale.ROOT))
                                .orElse("")
                        : "";
        Optional<Given> stored = stored(user, (kind + whose).strip(), all);
        return stored.isPresent() || !values.isEmpty()
                ? stored
                : new MadeStock(project, place, code, upkeep, packageName)
                        .made(user)
                        .or(() -> fromStart(user));
    }

    /// A resource that is there from the start; of the test's own it could store none.
    private Optional<Given> fromStart(Optional<TestUser> user) {
        Optional<Property> owner = place.owner().flatMap(Owner::compared);
        boolean canSee = isReachable() && place.action() != Action.DELETE;
        return canSee
                ? new FromStart(place)
                        .given(
                                project.sources(),
                                upkeep.bean(),
                                owner.flatMap(
                                        one -> user.flatMap(whose -> idOf(whose, one.type()))))
                        .map(given -> {
                            code.imports.add(place.resource().type().qualifiedName());
                            return given;
                        })
                : Optional.empty();
    }

    /// Stores the rows to which these values refer, as statements.
    List<String> referred(Map<Property, String> values) {
        var related = new Related(project, code, upkeep);
        return values.entrySet().stream()
                .flatMap(one ->
                        related.keyed(place.storage(), one.getKey(), one.getValue()).stream())
                .distinct()
                .toList();
    }

    void leavesSomething() {
        upkeep.leavesSomething();
    }

    /// A resource in a state, or in another one; empty where a test cannot have it. Where the states are those of what it
    /// belongs to, that is in the state.
    Optional<Given> in(Optional<TestUser> user, String word) {
        if (areParents()) {
            return below(user, parents.in(user, word));
        }
        return usual().in(word).flatMap(values -> given(user, word, values));
    }

    /// A resource below one that has these values.
    Optional<Given> besideParent(
            Optional<TestUser> user, String kind, Map<Property, String> values) {
        return below(user, parents.with(user, kind, values));
    }

    private boolean areParents() {
        return StateGuards.areParents(new States(project.sources()), place, wants);
    }

    /// The resource of a test behind a statement about what it belongs to.
    private Optional<Given> below(Optional<TestUser> user, Optional<String> parent) {
        return parent.flatMap(statement ->
                (place.action().hasId() ? given(user) : Optional.of(Given.NOTHING))
                        .map(given -> given.after(statement)));
    }

    Optional<Given> conflicting(Optional<TestUser> user, String word) {
        if (areParents()) {
            return below(user, parents.conflicting(user, word));
        }
        return usual().conflicting(word).flatMap(values -> given(user, word, values));
    }

    Optional<Given> outOf(Optional<TestUser> user, String word) {
        if (areParents()) {
            return below(user, parents.outOf(user, word));
        }
        return usual().outOf(word).flatMap(values -> given(user, "not " + word, values));
    }

    private UsualState usual() {
        return new UsualState(project, place, wants, code);
    }

    private Optional<Given> self(TestUser user) {
        String id = user.id().matches("\\d+") ? user.id() : Constraints.literal(user.id());
        if (upkeep.isThere(user)) {
            upkeep.restore();
            return Optional.of(new Given(List.of(), id));
        }
        return Optional.empty();
    }

    private Optional<Given> stored(
            Optional<TestUser> user, String kind, Map<Property, String> values) {
        if (place.storage().kind() == Storage.Kind.MAP
                || !StoredCode.canStore(place.storage())
                || !upkeep.isVisible(place.storage().owner())
                || !upkeep.isVisible(place.resource().type())) {
            return Optional.empty();
        }
        String variable = Names.ofType(place.resource().name());
        String described = kind.isEmpty() ? "" : Names.camel(kind.toLowerCase(Locale.ROOT));
        String helper = "stored" + Names.upper(described) + Names.upper(variable);
        var helpers = new StockHelpers(project, place, wants, code, upkeep);
        Set<Property> anew = helpers.anew(values);
        Optional<Property> owner =
                place.owner().flatMap(Owner::compared).filter(one -> !anew.contains(one));
        Optional<String> argument =
                owner.isEmpty()
                        ? Optional.of("")
                        : user.flatMap(whose -> idOf(whose, owner.get().type()));
        if (argument.isEmpty()) {
            return Optional.empty();
        }
        if (!code.helpers.containsKey(helper)
                && !helpers.add(helper, variable, owner, values, anew)) {
            return Optional.empty();
        }
        var made = new HashMap<>(code.made.getOrDefault(helper, Map.of()));
        owner.ifPresent(property -> made.put(property.name(), argument.get()));
        return Optional.of(
                new Given(
                        List.of(
                                "%s %s = %s(%s);"
                                        .formatted(
                                                place.resource().name(),
                                                variable,
                                                helper,
                                                argument.get())),
                        variable + new IdTexts(project, place).read(),
                        made));
    }

    /// The id of a user who is there.
    private Optional<String> idOf(TestUser user, String type) {
        PreparedStock.there(project, user, code);
        return user.idAs(type, code.imports);
    }

    private StockFinding finding() {
        return new StockFinding(project, place, code, upkeep, packageName);
    }

    private boolean isReachable() {
        return finding().isReachable();
    }

    /// The expression that finds a resource again; empty where a test cannot.
    Optional<String> found(String id) {
        return finding().found(id);
    }

    /// Whether what finds a resource raises an exception where there is none.
    boolean failsWhereNone() {
        return finding().failsWhereNone();
    }

    /// Whether what finds a resource answers with an `Optional`.
    boolean findsOptional() {
        return finding().findsOptional();
    }

    /// The statements that leave nothing stored; empty where a test cannot do that, or could not put it back.
    Optional<List<String>> emptied() {
        return isReachable() ? upkeep.emptied() : Optional.empty();
    }

    /// The expression for all that are stored, or all of what they belong to; empty where a test cannot list them.
    Optional<String> all() {
        return finding().all(parents.id());
    }

    /// The expression for how many are stored; empty where a test cannot count them.
    Optional<String> count() {
        return finding().count(parents.id());
    }

    /// Statements that store something that belongs to a resource; empty where none can be made.
    Optional<List<String>> dependents(Given given, String nouns) {
        return new DependentStock(workshop, place, code, upkeep).stored(given, nouns);
    }

    /// The expression for an id that no resource has.
    String unknownId() {
        return new IdTexts(project, place).unknown();
    }
}
