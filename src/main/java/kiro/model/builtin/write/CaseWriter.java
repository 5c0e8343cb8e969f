package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.model.builtin.talk.Ask;
import kiro.model.builtin.talk.Check;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;

/// Writes the tests of one outcome: the situation, the request, the checks.
final class CaseWriter {
    private static final String UNKNOWN_FIELD =
            "a field that is not listed has no effect in this project, and nothing says how else it is treated";
    private static final String BODY_SIZE =
            "no limit on the size of bodies is evident in the project";
    private static final String NO_LIST = "the endpoint answers with no list";
    private static final String NOTHING =
            "whether nothing is there depends on what the application starts with";

    private final Scene scene;
    private final CaseNames names;
    private final Bodies bodies;
    private final PathLimits limits;

    /// @param limits what is known of the ids in the path
    CaseWriter(Scene scene, PathLimits limits) {
        this.limits = limits;
        this.scene = scene;
        this.names = new CaseNames(scene.place());
        this.bodies = new Bodies(scene);
    }

    CaseWriting write(CriterionOutcome outcome) {
        Optional<String> obstacle = obstacle(outcome);
        if (obstacle.isPresent()) {
            return new CaseWriting.Missing(obstacle.get());
        }
        if (PathLimits.isAbout(scene.wants().endpoint(), outcome.condition())) {
            return new PathCases(scene, this, limits).refused(outcome);
        }
        return scene.place().action() == Action.LIST
                ? listed(outcome).orElseGet(() -> single(outcome))
                : single(outcome);
    }

    private CaseWriting single(CriterionOutcome outcome) {
        var limits = new LimitCases(scene, this);
        var access = new AccessCases(scene, this);
        var states = new StateCases(scene, this);
        return switch (outcome.condition()) {
            case Condition.Valid _ -> new OptionalCases(scene, this).valid(outcome, names);
            case Condition.Without without -> without(outcome, without);
            case Condition.InvalidFields invalid -> bodies.invalid(outcome, invalid, this);
            case Condition.LengthIs length -> bodies.length(outcome, length, this);
            case Condition.ValueIs value -> bodies.value(outcome, value, this);
            case Condition.OfOther other -> bodies.ofOther(outcome, other, this);
            case Condition.Repeated _ -> repeated(outcome);
            case Condition.MalformedBody _ -> new RawCases(scene, this).malformedBody(outcome);
            case Condition.MalformedId _ -> malformedId(outcome);
            case Condition.UnsupportedMediaType _ -> new RawCases(scene, this).unsupported(outcome);
            case Condition.Unauthenticated stranger -> access.stranger(outcome, stranger);
            case Condition.OfOwner whose -> access.ofOwner(outcome, whose);
            case Condition.MissingResource missing -> access.missingResource(outcome, missing);
            case Condition.OverLimit over -> limits.overLimit(outcome, over.request());
            case Condition.WithinLimit within -> limits.withinLimit(outcome, within.request());
            case Condition.LimitRenewed _ -> limits.renewed(outcome);
            case Condition.OtherCallerOverLimit _ -> limits.otherOverLimit(outcome);
            case Condition.UnknownField _ -> missing(UNKNOWN_FIELD);
            case Condition.BodyTooLarge _ -> missing(BODY_SIZE);
            case Condition.WithoutRole without -> access.withoutRole(outcome, without.roles());
            case Condition.WithRole with -> access.withRole(outcome, with.roles());
            case Condition.NothingThere _, Condition.NothingMatches _ -> missing(NOTHING);
            case Condition.Taken taken -> taken(outcome, taken);
            case Condition.Conflict conflict -> states.conflict(outcome, conflict.state());
            case Condition.OutOfState out -> states.outOf(outcome, out.state());
            case Condition.HasDependents dependents -> states.dependents(outcome, dependents);
            case Condition.LowerThanStored lower -> states.lower(outcome, lower.field());
            case Condition.InState in -> states.in(outcome, in.state());
            case Condition.OwnValue own -> states.ownValue(outcome, own.field());
            case Condition.OfOtherParent _ -> access.ofOtherParent(outcome);
            case Condition.EmptyObject _ -> new RawCases(scene, this).emptyObject(outcome);
            case Condition.WithQuery _, Condition.FiltersCombined _, Condition.FilteredBy _ ->
                    missing(NO_LIST);
        };
    }

    private CaseWriting taken(CriterionOutcome outcome, Condition.Taken taken) {
        var states = new StateCases(scene, this);
        return switch (taken) {
            case Condition.Duplicate duplicate -> states.duplicate(outcome, duplicate);
            case Condition.DuplicateInOtherCase other -> states.inOtherCase(outcome, other);
            case Condition.SecondByCaller _ -> new TwiceCases(scene, this).secondByCaller(outcome);
            case Condition.Full _ -> new CapacityCases(scene, this).full(outcome);
        };
    }

    /// What is tested of lists in their own way; empty where it is tested as with other endpoints.
    private Optional<CaseWriting> listed(CriterionOutcome outcome) {
        var lists = new ListCases(scene, this);
        var queries = new QueryCases(scene, this);
        return switch (outcome.condition()) {
            case Condition.Valid _ when ListCases.isOfSeveral(outcome) ->
                    Optional.of(lists.whole(outcome));
            case Condition.Without(List<String> fields)
                    when ListCases.isOfSeveral(outcome)
                            && fields.stream().allMatch(name -> isOptional(name)) ->
                    Optional.of(lists.whole(outcome));
            case Condition.ValueIs value -> Optional.of(queries.value(outcome, value));
            case Condition.WithQuery query -> Optional.of(lists.query(outcome, query));
            case Condition.InvalidFields invalid -> Optional.of(queries.invalid(outcome, invalid));
            case Condition.NothingThere _ ->
                    Optional.of(new NoneCases(scene, this).nothing(outcome));
            case Condition.NothingMatches(Optional<String> parameter) ->
                    Optional.of(new NoneCases(scene, this).unmatched(outcome, parameter));
            case Condition.Compares compares ->
                    Optional.of(new ComparedQueries(scene, queries).of(outcome, compares));
            case Condition.FilteredBy by -> Optional.of(queries.filtered(outcome, by.parameter()));
            case Condition.FiltersCombined(List<String> all) ->
                    Optional.of(new CombinedCases(scene, this).combined(outcome, all));
            case Condition.Valid _ when ListCases.counts(outcome) ->
                    Optional.of(lists.counted(outcome));
            default -> Optional.empty();
        };
    }

    private boolean isOptional(String parameter) {
        return scene.listing().parameter(parameter).filter(one -> !one.isRequired()).isPresent();
    }

    static CaseWriting missing(String reason) {
        return new CaseWriting.Missing(reason);
    }

    private Optional<String> obstacle(CriterionOutcome outcome) {
        if (scene.needsSignIn() && scene.isProtected() && !scene.signIn().isKnown()) {
            return Optional.of(UnknownCallers.signIn(scene.project()));
        }
        Optional<String> kept =
                NullsInChanges.obstacle(
                        scene.project(), scene.place(), scene.wants(), outcome.condition());
        if (kept.isPresent()) {
            return kept;
        }
        return outcome.expectations().isEmpty()
                ? Optional.of("it does not say what follows")
                : Entitled.obstacle(scene, outcome.condition());
    }

    /// The resource of the owner, or of nobody in particular.
    Optional<Given> given() {
        if (!scene.place().action().hasId()) {
            scene.stock().leavesSomething();
            return scene.stock().hasParent(scene.owner())
                    ? Optional.of(new Given(List.of(), ""))
                    : Optional.empty();
        }
        return scene.stock().given(scene.owner());
    }

    static final String NO_RESOURCE =
            "a test cannot have a resource to work on: none is stored at the start that tests know of, and none can be stored from a test";

    List<Ask.Extra> signedIn(Optional<TestUser> user) {
        return scene.needsSignIn() ? user.map(scene::as).orElse(List.of()) : List.of();
    }

    /// A request of the endpoint, sent by a user.
    Ask ask(String id, String body, Optional<TestUser> user) {
        return scene.request(id, body).with(signedIn(user));
    }

    CaseWriting valid(
            CriterionOutcome outcome, String name, Optional<SequencedMap<String, Sample>> body) {
        if (body.isEmpty()) {
            return missing("no valid value could be made for a field of the request");
        }
        Optional<Given> given = given();
        if (given.isEmpty()) {
            return missing(NO_RESOURCE);
        }
        SequencedMap<String, Sample> values = withImpostor(outcome, body.get());
        String id = given.get().id();
        Given work = given.get();
        List<Check> more = List.of();
        if (scene.place().action() == Action.LIST) {
            Optional<ShownResources> shown = ShownResources.of(scene);
            if (shown.isEmpty()) {
                return missing(NO_RESOURCE);
            }
            work = shown.get().given();
            id = work.id();
            more = shown.get().checks();
        }
        String sent = bodies.expression(values);
        if (sent.equals("body")) {
            var statements = new ArrayList<>(work.statements());
            statements.add(Bodies.statement(values));
            work = work.withStatements(statements);
        }
        return sent(
                outcome,
                name,
                work,
                scene.listing().paging().isPresent()
                        ? new ListScene(scene, this).wide()
                        : ask(id, sent, scene.owner()),
                new Checks.Asked(id, body.get(), List.of()),
                more);
    }

    /// The body with someone else's name, where that is to have no effect.
    private static SequencedMap<String, Sample> withImpostor(
            CriterionOutcome outcome, SequencedMap<String, Sample> body) {
        var values = new LinkedHashMap<>(body);
        for (Expectation expectation : outcome.expectations()) {
            if (expectation instanceof Expectation.FieldIsCaller caller
                    && caller.whateverIsSent()) {
                values.put(
                        caller.name(),
                        new Sample("\"someone else\"", Optional.empty(), Optional.empty()));
            }
        }
        return values;
    }

    /// The same resource in a variable called `another`.
    static Given renamed(Given given) {
        return renamed(given, "another");
    }

    /// The same resource in a variable of this name.
    static Given renamed(Given given, String name) {
        return given.statements().isEmpty()
                ? given
                : new Given(
                        given.statements().stream()
                                .map(line ->
                                        line.replaceFirst("^(\\w+) (\\w+) =", "$1 " + name + " ="))
                                .toList(),
                        given.id().replaceFirst("^\\w+", name));
    }

    /// A test with one request.
    CaseWriting sent(
            CriterionOutcome outcome, String name, Given given, Ask request, Checks.Asked asked) {
        return sent(outcome, name, given, request, asked, List.of());
    }

    /// A test with one request, of whose answer something is checked beside what the criterion expects.
    CaseWriting sent(
            CriterionOutcome outcome,
            String name,
            Given given,
            Ask request,
            Checks.Asked asked,
            List<Check> more) {
        return switch (new Checks(scene, given).of(expectations(outcome), asked)) {
            case Checks.Checking.Missing missing -> missing(missing.reason());
            case Checks.Checking.Written written -> {
                ToldApart.Telling told = new ToldApart(scene, given, asked).of(outcome);
                if (told.hollow().isPresent()) {
                    yield missing(told.hollow().get());
                }
                var checks = new ArrayList<>(told.checks());
                checks.addAll(written.checks());
                checks.addAll(more);
                StoredChecks.Seen seen =
                        Refusal.isOneRequest(outcome.condition())
                                ? new StoredChecks(scene, given, asked)
                                        .unmentioned(Refusal.is(outcome))
                                : StoredChecks.Seen.NONE;
                checks.addAll(seen.checks());
                Given work = SentRows.before(scene, outcome, given, asked);
                var test =
                        new Case(
                                name,
                                new KeptId(scene.place()).in(given, lines(work, request, checks)));
                var unseen = new ArrayList<>(seen.unseen());
                unseen.addAll(told.unseen());
                yield new CaseWriting.Written(List.of(test), unseen);
            }
        };
    }

    /// What the criterion expects, and what the spec says of every answer.
    private List<Expectation> expectations(CriterionOutcome outcome) {
        var expectations = new ArrayList<>(outcome.expectations());
        boolean showsResource =
                expectations.stream().anyMatch(Expectation.Resource.class::isInstance);
        boolean hasStatus =
                expectations.stream()
                        .anyMatch(one ->
                                one instanceof Expectation.Status
                                        || one instanceof Expectation.Succeeds
                                        || one instanceof Expectation.IsRefused);
        if (!hasStatus) {
            expectations.addFirst(status(outcome));
        }
        boolean onlyLacks =
                !outcome.expectations().isEmpty()
                        && outcome.expectations().stream()
                                .allMatch(Expectation.LacksFields.class::isInstance);
        if (onlyLacks && !Refusal.is(outcome)) {
            expectations.add(1, shown());
        }
        if (showsResource) {
            scene.wants()
                    .behaviour(Behaviour.HidesFields.class)
                    .ifPresent(hidden ->
                            expectations.add(new Expectation.LacksFields(hidden.names())));
        }
        return expectations;
    }

    /// A test that looks at no status could pass on any answer.
    private Expectation status(CriterionOutcome outcome) {
        if (!Refusal.is(outcome)) {
            return new Expectation.Status(ControllerWriter.status(scene.place(), scene.wants()));
        }
        Class<? extends Condition> situation = outcome.condition().getClass();
        int told = scene.wants().status(situation::isInstance, 0);
        return told > 0 ? new Expectation.Status(told) : new Expectation.IsRefused();
    }

    /// An answer that lacks something has to have something.
    private Expectation shown() {
        return scene.place().action() == Action.LIST
                ? new Expectation.ResourceList()
                : new Expectation.Resource();
    }

    private List<String> lines(Given given, Ask request, List<Check> checks) {
        var all = new ArrayList<Check>();
        given.statements().forEach(line -> all.add(new Check.Before(line)));
        checks.stream().distinct().forEach(all::add);
        return scene.talk().checked(request, all);
    }

    private CaseWriting without(CriterionOutcome outcome, Condition.Without without) {
        Optional<SequencedMap<String, Sample>> body =
                scene.valid()
                        .map(all -> {
                            var less = new LinkedHashMap<>(all);
                            without.fields().forEach(less::remove);
                            return less;
                        });
        return valid(
                outcome,
                names.of(
                        "without "
                                + String.join(
                                        " and ",
                                        without.fields().stream().map(Names::words).toList())),
                body);
    }

    private CaseWriting repeated(CriterionOutcome outcome) {
        Optional<Given> given = given();
        Optional<SequencedMap<String, Sample>> body = scene.valid();
        if (given.isEmpty() || body.isEmpty() || scene.place().action() == Action.CREATE) {
            return missing(NO_RESOURCE);
        }
        Ask request = ask(given.get().id(), bodies.expression(body.get()), scene.owner());
        var twice = new ArrayList<>(given.get().statements());
        twice.add(
                scene.talk()
                        .answered(request, ControllerWriter.status(scene.place(), scene.wants())));
        return sent(
                outcome,
                names.of("twice"),
                given.get().withStatements(twice),
                request,
                new Checks.Asked(given.get().id(), body.get(), List.of()));
    }

    private CaseWriting malformedId(CriterionOutcome outcome) {
        boolean isText =
                WrappedId.of(scene.project().sources(), scene.place().resource())
                        .map(WrappedId::heldType)
                        .orElseGet(() -> scene.place().resource().id().orElseThrow().typeName())
                        .raw()
                        .equals("String");
        if (isText || !scene.place().action().hasId()) {
            return missing("ids are texts of any form in this project");
        }
        return sent(
                outcome,
                names.of("with a malformed id is refused"),
                new Given(List.of(), ""),
                ask("\"not-an-id\"", bodies.validExpression(), scene.owner()),
                new Checks.Asked("", new LinkedHashMap<>(), List.of()));
    }
}
