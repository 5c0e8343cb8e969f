package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Field;
import kiro.spec.rest.RateLimit;

/// Writes the tests of one outcome: the situation, the request, the checks.
final class CaseWriter {
    private final Scene scene;
    private final CaseNames names;
    private final Bodies bodies;

    CaseWriter(Scene scene) {
        this.scene = scene;
        this.names = new CaseNames(scene.place());
        this.bodies = new Bodies(scene);
    }

    CaseWriting write(CriterionOutcome outcome) {
        Optional<String> obstacle = obstacle(outcome);
        if (obstacle.isPresent()) {
            return new CaseWriting.Missing(obstacle.get());
        }
        return switch (outcome.condition()) {
            case Condition.Valid _ -> valid(outcome, names.valid(outcome), scene.valid());
            case Condition.Without without -> without(outcome, without);
            case Condition.InvalidFields invalid -> bodies.invalid(outcome, invalid, this);
            case Condition.LengthIs length -> bodies.length(outcome, length, this);
            case Condition.ValueIs value -> bodies.value(outcome, value, this);
            case Condition.UnknownField _ ->
                    missing(
                            "a field that is not listed has no effect in this project, and nothing says how else it is treated");
            case Condition.Repeated _ -> repeated(outcome);
            case Condition.MalformedBody _ ->
                    raw(
                            outcome,
                            names.of("with a body that cannot be read is refused"),
                            "\"{\"",
                            Optional.empty());
            case Condition.MalformedId _ -> malformedId(outcome);
            case Condition.UnsupportedMediaType _ ->
                    raw(
                            outcome,
                            names.of("with another media type is refused"),
                            "\"text\"",
                            Optional.of("MediaType.TEXT_PLAIN"));
            case Condition.BodyTooLarge _ ->
                    missing("no limit on the size of bodies is evident in the project");
            case Condition.Unauthenticated stranger -> stranger(outcome, stranger);
            case Condition.ForeignResource _ -> foreign(outcome);
            case Condition.WithoutRole _, Condition.WithRole _ ->
                    missing("how roles are checked in this project is not evident");
            case Condition.MissingResource _ -> missingResource(outcome);
            case Condition.NothingThere _ ->
                    missing("whether nothing is there depends on what the application starts with");
            case Condition.OverLimit over -> overLimit(outcome, over.request());
            case Condition.WithinLimit within -> withinLimit(outcome, within.request());
            case Condition.LimitRenewed _ -> renewed(outcome);
            case Condition.OtherCallerOverLimit _ -> otherOverLimit(outcome);
            case Condition.Duplicate _ ->
                    missing("how this project tells duplicates is not evident");
            case Condition.Conflict conflict ->
                    missing(
                            "when a resource is \""
                                    + conflict.words()
                                    + "\" is not evident in the project");
        };
    }

    static CaseWriting missing(String reason) {
        return new CaseWriting.Missing(reason);
    }

    private Optional<String> obstacle(CriterionOutcome outcome) {
        if (scene.isProtected() && !scene.signIn().isKnown()) {
            return Optional.of(
                    "how a test signs in was not found in the project's sources, settings and tests");
        }
        return outcome.expectations().isEmpty()
                ? Optional.of("it does not say what follows")
                : Optional.empty();
    }

    /// The resource of the owner, or of nobody in particular.
    private Optional<Given> given() {
        if (!scene.place().action().hasId()) {
            scene.stock().leavesSomething();
            return Optional.of(new Given(List.of(), ""));
        }
        return scene.stock().given(scene.owner());
    }

    static final String NO_RESOURCE =
            "a test cannot have a resource to work on: none is stored at the start that tests know of, and none can be stored from a test";

    String signedIn(Optional<TestUser> user) {
        return scene.needsSignIn() ? user.map(scene::as).orElse("") : "";
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
        String id = given.get().id();
        Given work = given.get();
        if (scene.place().action() == Action.LIST) {
            Optional<Given> listed = listed();
            if (listed.isEmpty()) {
                return missing(NO_RESOURCE);
            }
            work = listed.get();
            id = work.id();
        }
        String sent = bodies.expression(body.get());
        if (sent.equals("body")) {
            var statements = new ArrayList<>(work.statements());
            statements.add(Bodies.statement(body.get()));
            work = new Given(statements, work.id());
        }
        return sent(
                outcome,
                name,
                work,
                scene.request(id, sent) + signedIn(scene.owner()),
                new Checks.Asked(id, body.get(), List.of()));
    }

    /// What a list is to show; and what it is not to show, where it is the caller's own.
    private Optional<Given> listed() {
        Optional<Given> own = scene.stock().given(scene.owner());
        if (own.isEmpty() || !ListWriter.ownOnly(scene.wants())) {
            return own;
        }
        return scene.stock()
                .given(scene.other())
                .map(other -> {
                    var statements = new ArrayList<>(own.get().statements());
                    statements.addAll(renamed(other).statements());
                    return new Given(statements, own.get().id());
                });
    }

    /// The same resource in a variable called `another`.
    private static Given renamed(Given given) {
        return given.statements().isEmpty()
                ? given
                : new Given(
                        given.statements().stream()
                                .map(line -> line.replaceFirst("^(\\w+) (\\w+) =", "$1 another ="))
                                .toList(),
                        given.id().replaceFirst("^\\w+", "another"));
    }

    /// A test with one request.
    CaseWriting sent(
            CriterionOutcome outcome,
            String name,
            Given given,
            String request,
            Checks.Asked asked) {
        return switch (new Checks(scene).of(expectations(outcome), asked)) {
            case Checks.Checking.Missing missing -> missing(missing.reason());
            case Checks.Checking.Written written ->
                    new CaseWriting.Written(
                            List.of(new Case(name, lines(given, request, written.lines()))));
        };
    }

    /// What the criterion expects, and what the spec says of every answer.
    private List<Expectation> expectations(CriterionOutcome outcome) {
        var expectations = new ArrayList<>(outcome.expectations());
        boolean showsResource =
                expectations.stream().anyMatch(Expectation.Resource.class::isInstance);
        boolean isFound = outcome.status().isEmpty() && showsResource;
        if (isFound) {
            expectations.addFirst(
                    new Expectation.Status(ControllerWriter.status(scene.place(), scene.wants())));
        }
        if (showsResource) {
            scene.wants()
                    .behaviour(Behaviour.HidesFields.class)
                    .ifPresent(hidden ->
                            expectations.add(new Expectation.LacksFields(hidden.names())));
        }
        return expectations;
    }

    static List<String> lines(Given given, String request, List<String> checks) {
        var lines = new ArrayList<>(given.statements());
        checks.stream()
                .filter(line -> line.startsWith("<"))
                .forEach(line -> lines.add(line.substring(1)));
        if (!lines.isEmpty()) {
            lines.add("");
        }
        var call = new StringBuilder("mvc.perform(" + request + ")");
        checks.stream().filter(line -> line.startsWith(".")).forEach(call::append);
        lines.add(call.append(';').toString());
        checks.stream()
                .filter(line -> !line.startsWith(".") && !line.startsWith("<"))
                .forEach(lines::add);
        return lines;
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
        String request =
                scene.request(given.get().id(), bodies.expression(body.get()))
                        + signedIn(scene.owner());
        var twice = new ArrayList<>(given.get().statements());
        twice.add("mvc.perform(" + request + ");");
        return sent(
                outcome,
                names.of("twice"),
                new Given(twice, given.get().id()),
                request,
                new Checks.Asked(given.get().id(), body.get(), List.of()));
    }

    private CaseWriting raw(
            CriterionOutcome outcome, String name, String body, Optional<String> mediaType) {
        Optional<Given> given = given();
        if (given.isEmpty() || scene.inputs().isEmpty()) {
            return missing(NO_RESOURCE);
        }
        mediaType.ifPresent(_ -> scene.code().imports.add("org.springframework.http.MediaType"));
        return sent(
                outcome,
                name,
                given.get(),
                scene.request(given.get().id(), body)
                        + mediaType.map(type -> ".contentType(" + type + ")").orElse("")
                        + signedIn(scene.owner()),
                new Checks.Asked(given.get().id(), new LinkedHashMap<>(), List.of()));
    }

    private CaseWriting malformedId(CriterionOutcome outcome) {
        boolean isText =
                scene.place().resource().id().orElseThrow().typeName().raw().equals("String");
        if (isText || !scene.place().action().hasId()) {
            return missing("ids are texts of any form in this project");
        }
        return sent(
                outcome,
                names.of("with a malformed id is refused"),
                new Given(List.of(), ""),
                scene.request("\"not-an-id\"", bodies.validExpression()) + signedIn(scene.owner()),
                new Checks.Asked("", new LinkedHashMap<>(), List.of()));
    }

    private CaseWriting stranger(CriterionOutcome outcome, Condition.Unauthenticated stranger) {
        Optional<String> open = Strangers.obstacle(scene);
        if (open.isPresent()) {
            return missing(open.get());
        }
        Optional<Given> given = given();
        String id = given.map(Given::id).orElseGet(() -> scene.stock().unknownId());
        Given work = given.orElseGet(() -> new Given(List.of(), ""));
        String request = scene.request(id, bodies.validExpression());
        var asked = new Checks.Asked(id, new LinkedHashMap<>(), List.of());
        String invalid = scene.signIn().invalid();
        scene.code().imports.addAll(invalid.isEmpty() ? List.of() : scene.signIn().imports());
        var cases = new ArrayList<Case>();
        boolean isMissing = stranger.credential() != Condition.Credential.INVALID;
        boolean isInvalid = stranger.credential() != Condition.Credential.MISSING;
        if (isInvalid && invalid.isEmpty() && !isMissing) {
            return missing("what an invalid credential looks like was not found");
        }
        if (isMissing) {
            CaseWriting one = sent(outcome, names.stranger(), work, request, asked);
            if (!(one instanceof CaseWriting.Written written)) {
                return one;
            }
            cases.addAll(written.cases());
        }
        if (isInvalid && !invalid.isEmpty()) {
            CaseWriting one = sent(outcome, names.impostor(), work, request + invalid, asked);
            if (one instanceof CaseWriting.Written written) {
                cases.addAll(written.cases());
            }
        }
        return new CaseWriting.Written(cases);
    }

    private CaseWriting foreign(CriterionOutcome outcome) {
        Optional<TestUser> other = scene.other();
        if (scene.place().owner().isEmpty()) {
            return missing(
                    "nothing in the project says to whom a "
                            + scene.place().names().nounWords()
                            + " belongs");
        }
        if (other.isEmpty() || scene.owner().isEmpty()) {
            return missing(
                    "two users are needed, and the project's sources and settings show no two");
        }
        Optional<Given> given = scene.stock().given(other);
        if (given.isEmpty()) {
            return missing(NO_RESOURCE);
        }
        return sent(
                outcome,
                names.foreign(),
                given.get(),
                scene.request(given.get().id(), bodies.validExpression()) + signedIn(scene.owner()),
                new Checks.Asked(given.get().id(), new LinkedHashMap<>(), List.of()));
    }

    private CaseWriting missingResource(CriterionOutcome outcome) {
        boolean isSelf = scene.place().owner().filter(Owner.Self.class::isInstance).isPresent();
        if (isSelf && scene.wants().ownerOnly()) {
            return missing(
                    "who asks for a user that does not exist is not its owner, and is refused before");
        }
        Optional<String> obstacle = Absence.obstacle(scene, outcome.status().orElse(404));
        if (obstacle.isPresent()) {
            return missing(obstacle.get());
        }
        String id = scene.stock().unknownId();
        return sent(
                outcome,
                names.missing(),
                new Given(List.of(), ""),
                scene.request(id, bodies.validExpression()) + signedIn(scene.owner()),
                new Checks.Asked(id, new LinkedHashMap<>(), List.of()));
    }

    private Optional<RateLimit> limit() {
        return scene.wants().endpoint().rateLimit();
    }

    private static final String NO_LIMIT =
            "no limit could be read, or none can be kept in this project";

    private CaseWriting overLimit(CriterionOutcome outcome, OptionalInt number) {
        Optional<Given> given = given();
        if (limit().isEmpty() || given.isEmpty()) {
            return missing(limit().isEmpty() ? NO_LIMIT : NO_RESOURCE);
        }
        int count = limit().get().count();
        if (number.isPresent() && number.getAsInt() <= count) {
            return missing("request " + number.getAsInt() + " is within the limit of " + count);
        }
        String request =
                scene.request(given.get().id(), bodies.validExpression()) + signedIn(scene.owner());
        return sent(
                outcome,
                names.overLimit(number.orElse(count + 1)),
                exhausted(given.get(), request, count),
                request,
                new Checks.Asked(given.get().id(), new LinkedHashMap<>(), List.of()));
    }

    private Given exhausted(Given given, String request, int count) {
        var statements = new ArrayList<>(given.statements());
        int status = ControllerWriter.status(scene.place(), scene.wants());
        statements.add("for (int sent = 0; sent < " + count + "; sent++) {");
        statements.add(
                "    mvc.perform("
                        + request
                        + ").andExpect("
                        + new Checks(scene).status(status)
                        + ");");
        statements.add("}");
        return new Given(statements, given.id());
    }

    private CaseWriting withinLimit(CriterionOutcome outcome, OptionalInt number) {
        Optional<Given> given = given();
        if (limit().isEmpty() || given.isEmpty()) {
            return missing(limit().isEmpty() ? NO_LIMIT : NO_RESOURCE);
        }
        int last = Math.min(number.orElse(limit().get().count()), limit().get().count());
        String request =
                scene.request(given.get().id(), bodies.validExpression()) + signedIn(scene.owner());
        return sent(
                outcome,
                names.withinLimit(last),
                exhausted(given.get(), request, last - 1),
                request,
                new Checks.Asked(given.get().id(), new LinkedHashMap<>(), List.of()));
    }

    private CaseWriting renewed(CriterionOutcome outcome) {
        Optional<Given> given = given();
        if (limit().isEmpty() || given.isEmpty()) {
            return missing(limit().isEmpty() ? NO_LIMIT : NO_RESOURCE);
        }
        String request =
                scene.request(given.get().id(), bodies.validExpression()) + signedIn(scene.owner());
        Given over = exhausted(given.get(), request, limit().get().count());
        var statements = new ArrayList<>(over.statements());
        statements.add(
                "mvc.perform(" + request + ").andExpect(" + new Checks(scene).status(429) + ");");
        statements.add("clock.advance(WINDOW);");
        return sent(
                outcome,
                names.renewed(),
                new Given(statements, given.get().id()),
                request,
                new Checks.Asked(given.get().id(), new LinkedHashMap<>(), List.of()));
    }

    private CaseWriting otherOverLimit(CriterionOutcome outcome) {
        Optional<TestUser> other = scene.other();
        Optional<Given> given = given();
        if (limit().isEmpty() || given.isEmpty() || other.isEmpty()) {
            return missing(
                    limit().isEmpty()
                            ? NO_LIMIT
                            : "two users are needed, and the project's sources and settings show no two");
        }
        String request =
                scene.request(given.get().id(), bodies.validExpression()) + signedIn(scene.owner());
        Given over = exhausted(given.get(), request, limit().get().count());
        var statements = new ArrayList<>(over.statements());
        statements.add(
                "mvc.perform(" + request + ").andExpect(" + new Checks(scene).status(429) + ");");
        Optional<Given> own =
                scene.place().action().hasId()
                        ? scene.stock().given(other)
                        : Optional.of(new Given(List.of(), ""));
        if (own.isEmpty()) {
            return missing(NO_RESOURCE);
        }
        Given another = renamed(own.get());
        statements.addAll(another.statements());
        String id = another.id();
        return sent(
                outcome,
                names.otherOverLimit(),
                new Given(statements, id),
                scene.request(id, bodies.validExpression()) + signedIn(other),
                new Checks.Asked(id, scene.valid().orElseGet(LinkedHashMap::new), List.of()));
    }

    Optional<Field> field(String name) {
        return scene.field(name);
    }

    Optional<Given> resource() {
        return given();
    }
}
