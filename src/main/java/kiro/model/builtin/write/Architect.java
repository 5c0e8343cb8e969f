package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.code.JavaReader;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.talk.Talk;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.EndpointReading;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.UnreadSentence;

/// Works out what has to change in a project for the endpoints of a spec.
public final class Architect {
    private final Groundwork ground;
    private final SpringProject project;
    private final Spec spec;
    private final EndpointReading reading;
    private final boolean testsOnly;
    private final Set<CriterionId> only;
    private final Workshop workshop;
    private final LimitWriter limits;
    private final List<Unplaced> unplaced = new ArrayList<>();
    private final List<String> already = new ArrayList<>();
    private final List<Built> built = new ArrayList<>();
    private final List<Without> without = new ArrayList<>();

    /// An endpoint that has its place.
    private record Built(
            Place place,
            Wants wants,
            Optional<List<RequestType.Input>> inputs,
            List<String> answered) {}

    private Architect(
            JavaReader reader,
            SpringProject project,
            Map<String, String> files,
            Spec spec,
            EndpointReading reading,
            boolean testsOnly,
            Set<CriterionId> only) {
        this.ground = Groundwork.of(reader, project, reading);
        this.project = ground.project();
        this.spec = spec;
        this.reading = reading;
        this.testsOnly = testsOnly;
        this.only = Set.copyOf(only);
        this.workshop = new Workshop(this.project, new Draft(reader, project.style(), files));
        this.limits = new LimitWriter(workshop);
    }

    /// @param files the texts of the project's files, by path
    /// @param testsOnly whether only tests are wanted
    /// @param only the criteria to write tests for; all where it is empty
    public static Blueprint design(
            JavaReader reader,
            SpringProject project,
            Map<String, String> files,
            Spec spec,
            EndpointReading reading,
            boolean testsOnly,
            Set<CriterionId> only) {
        return new Architect(reader, project, files, spec, reading, testsOnly, only).blueprint();
    }

    private Blueprint blueprint() {
        for (UnreadSentence sentence : reading.unread()) {
            String reason =
                    sentence.reason().startsWith("not understood")
                            ? sentence.reason()
                            : "not understood: " + sentence.reason();
            unplaced.add(
                    new Unplaced(
                            sentence.text(),
                            sentence.criterion(),
                            reason + sentence.form().map("; what is read: "::concat).orElse("")));
        }
        for (EndpointSpec endpoint : reading.endpoints()) {
            build(endpoint);
        }
        Map<CriterionId, List<CriterionOutcome>> outcomes = outcomes();
        Workshop testing = new PortTests(workshop).of(outcomes);
        var tests = new Proving(testing, spec, unplaced, already);
        tests.write(outcomes, (outcome, code) -> scene(testing, outcome, code));
        List<Blueprint.Stage> stages = stages(tests.proven());
        if (!stages.isEmpty()) {
            unplaced.replaceAll(one -> Without.told(one, without));
        }
        return new Blueprint(spec.title(), stages, unplaced, already, tests.untested());
    }

    /// Where only tests are wanted, the endpoint is drawn to know what to test, and not written.
    private List<Blueprint.Stage> stages(Set<CriterionId> proven) {
        // Code of which nothing can be shown to be right is none that anybody asked for.
        if (proven.isEmpty() && !spec.criteria().isEmpty()) {
            return List.of();
        }
        List<Blueprint.Stage> all =
                new Stages(workshop.draft(), spec, reading, proven, placed()).stages();
        return testsOnly ? all.stream().filter(Architect::isOfTests).toList() : all;
    }

    private static boolean isOfTests(Blueprint.Stage stage) {
        return stage.changes().stream().allMatch(change -> change.part() == Part.TESTS);
    }

    private List<EndpointSpec> placed() {
        return built.stream().map(one -> one.wants().endpoint()).toList();
    }

    private Map<CriterionId, List<CriterionOutcome>> outcomes() {
        var outcomes = new LinkedHashMap<CriterionId, List<CriterionOutcome>>();
        for (AcceptanceCriterion criterion : spec.criteria()) {
            List<CriterionOutcome> found = reading.outcomes(criterion.id());
            boolean isUnread =
                    unplaced.stream()
                            .anyMatch(one -> one.criterion().equals(Optional.of(criterion.id())));
            boolean isAsked = only.isEmpty() || only.contains(criterion.id());
            if (found.isEmpty()) {
                leave(criterion.id(), "nothing in it says what is answered, and when");
            } else if (!isUnread && isAsked) {
                outcomes.put(criterion.id(), found);
            }
        }
        return outcomes;
    }

    private void build(EndpointSpec read) {
        List<String> reasons = ground.reasons(read);
        if (!reasons.isEmpty()) {
            leave(wants(read), String.join("; ", reasons));
            return;
        }
        EndpointSpec said = ground.told(read);
        switch (placer(said).place(said)) {
            case Placing.Missing missing -> leave(wants(said), missing.reason());
            case Placing.Found found -> {
                EndpointSpec endpoint = new Casting(project).cast(said, found.place());
                switch (placer(said).place(endpoint)) {
                    case Placing.Missing missing -> leave(wants(endpoint), missing.reason());
                    case Placing.Found cast -> held(cast.place(), endpoint);
                }
            }
        }
    }

    /// Builds an endpoint with the part of its answer that the project holds.
    private void held(Place cast, EndpointSpec endpoint) {
        Unheld unheld = Unheld.of(project, cast, wants(endpoint));
        EndpointSpec rest = unheld.without(endpoint);
        Wants wants = wants(rest);
        int before = built.size();
        if (placer(rest).place(rest) instanceof Placing.Found found) {
            build(new Shown(project).place(found.place(), wants), wants);
        }
        if (!unheld.fields().isEmpty() && built.size() > before) {
            String reason = unheld.reason(cast);
            unheld.fields().stream()
                    .sorted()
                    .map(field -> new Unplaced(field, Optional.empty(), reason))
                    .forEach(unplaced::add);
            wants.outcomes().stream()
                    .filter(unheld::isPromised)
                    .forEach(one -> leave(one.criterion(), reason));
        }
    }

    private Placer placer(EndpointSpec endpoint) {
        return new Placer(project, ground.controller(endpoint));
    }

    private Wants wants(EndpointSpec endpoint) {
        return new Wants(
                endpoint,
                reading.outcomes().stream()
                        .filter(one -> one.route().equals(endpoint.route()))
                        .toList());
    }

    /// Leaves an endpoint out, with all that its criteria say.
    private void leave(Wants wants, String reason) {
        boolean hasCriteria = false;
        for (CriterionOutcome outcome : wants.outcomes()) {
            hasCriteria |= spec.criterion(outcome.criterion()).isPresent();
            leave(outcome.criterion(), reason);
        }
        if (!hasCriteria) {
            unplaced.add(
                    new Unplaced(wants.endpoint().route().toString(), Optional.empty(), reason));
        }
    }

    private void leave(CriterionId id, String reason) {
        boolean isNamed =
                unplaced.stream().anyMatch(one -> one.criterion().equals(Optional.of(id)));
        spec.criterion(id)
                .filter(_ -> !isNamed)
                .ifPresent(criterion ->
                        unplaced.add(new Unplaced(criterion.text(), Optional.of(id), reason)));
    }

    private void build(Place place, Wants all) {
        Unknowns unknowns = Unknowns.of(workshop, place, all);
        Wants wants = unknowns.wants();
        unknowns.all().forEach(one -> leave(one.outcome().criterion(), one.reason()));
        List<String> obstacles = new ArrayList<>(new Obstacles(project).of(place, wants));
        new DependentsWriter(workshop).obstacle(place, wants).ifPresent(obstacles::add);
        if (place.existing().isPresent()) {
            keep(place, wants, unknowns);
            return;
        }
        var covered =
                new CoveredSentences(
                        project.sources(),
                        place,
                        wants,
                        reading.endpoints().stream().map(EndpointSpec::route).toList());
        List<Restriction.Open> open =
                Restriction.of(reading.unread(), wants).stream()
                        .filter(one -> !covered.covers(one))
                        .toList();
        Optional<String> restriction =
                open.stream()
                        .filter(Restriction.Open::isOfCallers)
                        .findFirst()
                        .map(Restriction.Open::reason)
                        .or(() -> new Openness(project).obstacle(place, wants))
                        .or(() ->
                                wants.endpoint()
                                        .rateLimit()
                                        .flatMap(_ -> limits.obstacle(place, wants)));
        if (restriction.isPresent()) {
            leave(wants, restriction.get());
            return;
        }
        if (!obstacles.isEmpty()) {
            leave(wants, String.join("; ", obstacles));
            return;
        }
        complete(place, wants, open, unknowns);
    }

    /// An endpoint that is there already, which is tested; a list gets what the spec asks of it in addition.
    private void keep(Place place, Wants wants, Unknowns unknowns) {
        var list = new ExistingList(project, place, wants);
        Optional<String> kept = list.lacks() ? list.obstacle() : Optional.empty();
        if (list.lacks() && kept.isEmpty()) {
            // Who may ask for it stays as it is, whatever else the spec says of callers.
            complete(place, wants, List.of(), unknowns);
            return;
        }
        already.add(
                "%s is answered by %s.%s"
                        .formatted(
                                place.endpoint().route(),
                                place.controller().type().name(),
                                place.existing().orElseThrow().method().name()));
        kept.map(list::kept).ifPresent(already::add);
        built.add(new Built(place, wants, inputs(place), List.of()));
    }

    private void complete(
            Place place, Wants wants, List<Restriction.Open> open, Unknowns unknowns) {
        var lacking = UnreadFilters.of(project, place, wants);
        unplaced.addAll(lacking.unplaced());
        wants.outcomes().stream()
                .filter(lacking::isPromised)
                .forEach(one -> leave(one.criterion(), lacking.reason()));
        List<Restriction.Open> left = lacking.with(unknowns.with(spec, open));
        write(place, wants, left);
        left.stream()
                .map(one -> new Without(one.sentence().text(), place.endpoint().route()))
                .forEach(without::add);
    }

    private Optional<List<RequestType.Input>> inputs(Place place) {
        return place.takesBody()
                ? Optional.of(new RequestWriter(workshop).inputs(place))
                : Optional.empty();
    }

    private void write(Place place, Wants wants, List<Restriction.Open> open) {
        ground.lay(workshop.draft(), place.endpoint());
        Optional<RequestType> request =
                place.takesBody()
                        ? Optional.of(new RequestWriter(workshop).write(place, wants))
                        : Optional.empty();
        int status = ControllerWriter.status(place, wants);
        Listing listing = ListingReader.read(project, place, wants).listing();
        new SelectingQuery(workshop, place, wants, listing).inMemory().ifPresent(already::add);
        Optional<QueryType> query = new QueryWriter(workshop).write(place, listing);
        ResponseForm form =
                ControllerWriter.hasBody(place, status)
                        ? new ResponseWriter(workshop).form(place.ofElements(listing).ofPiece())
                        : ResponseForm.none();
        Logic logic = new LogicWriter(workshop).write(place, wants, request, form);
        String call = new ServiceWriter(workshop).write(place, wants, logic);
        new InvalidFields(workshop).write(wants, place.controller().type());
        Optional<Raise> limit = wants.endpoint().rateLimit().map(_ -> limits.write(place, wants));
        new ControllerWriter(workshop)
                .write(
                        place,
                        wants,
                        logic,
                        call,
                        new Bound(request, query, listing),
                        form,
                        limit,
                        open);
        already.addAll(new CreateObstacles(project, place, wants).taken());
        unplaced.addAll(NullsInChanges.of(project, place, wants));
        unplaced.addAll(QueryRules.unbuilt(project, place, listing, wants));
        unplaced.addAll(new Standards(project, place).unplaced());
        unplaced.addAll(new PathLimits(workshop).unbuilt(place));
        built.add(
                new Built(
                        StoreWriter.settled(place, logic),
                        wants,
                        request.map(RequestType::inputs),
                        form.fields()));
    }

    /// The tests' view of the endpoint that an outcome speaks of; empty where it has no place.
    private Optional<Scene> scene(Workshop testing, CriterionOutcome outcome, TestCode code) {
        Talk talk = code.talk();
        for (Built one : built) {
            if (one.place().endpoint().route().equals(outcome.route())) {
                ProjectType neighbour = neighbour();
                SignIn signIn = SignIn.of(testing.project(), talk);
                String name = helper(one);
                code.helpers.computeIfAbsent(
                        name, _ -> talk.helper(Requests.endpoint(one.place(), name)));
                return Optional.of(
                        new Scene(
                                testing.project(),
                                one.place(),
                                one.wants(),
                                signIn,
                                new Stock(
                                        testing,
                                        one.place(),
                                        one.wants(),
                                        signIn,
                                        code,
                                        talk,
                                        neighbour.packageName()),
                                code,
                                name,
                                one.inputs(),
                                one.answered()));
            }
        }
        return Optional.empty();
    }

    /// The name of the tests' method for an endpoint's requests: what the endpoint does, where another one does
    /// not do the same.
    private String helper(Built one) {
        if (built.size() == 1) {
            return Requests.verb(one.place());
        }
        Names names = one.place().names();
        List<Built> same =
                built.stream()
                        .filter(other -> other.place().names().act().equals(names.act()))
                        .toList();
        if (same.size() == 1) {
            return names.act();
        }
        String method =
                one.place().endpoint().route().method().name().toLowerCase(Locale.ROOT)
                        + names.nounType();
        long before =
                same.subList(0, same.indexOf(one)).stream()
                        .filter(other ->
                                other.place().endpoint().route().method()
                                        == one.place().endpoint().route().method())
                        .count();
        return before == 0 ? method : method + (before + 1);
    }

    private ProjectType neighbour() {
        return new TestHome(project).of(built.getFirst().place());
    }
}
