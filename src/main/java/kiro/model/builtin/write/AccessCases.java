package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.model.builtin.project.Credentials;
import kiro.model.builtin.talk.Ask;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;

/// Writes the tests of who may ask, and for what.
final class AccessCases {
    private static final String NO_IMPOSTOR =
            "what a credential looks like that is not valid was not found in the project's sources and settings";

    private static final CaseWriting.Beside NOBODY_UNKNOWN =
            new CaseWriting.Beside(
                    "a caller who is not known",
                    CaseWriter.missing("this project takes any text for the id of a caller"));

    private static final String NO_PASSWORDS =
            "no user of the project is known who signs in with a password";

    private final Scene scene;
    private final CaseWriter writer;
    private final CaseNames names;

    AccessCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
        this.names = new CaseNames(scene.place());
    }

    CaseWriting stranger(CriterionOutcome outcome, Condition.Unauthenticated stranger) {
        Optional<String> open = Strangers.obstacle(scene);
        if (open.isPresent()) {
            return CaseWriter.missing(open.get());
        }
        Optional<Given> given = writer.given();
        String id = given.map(Given::id).orElseGet(() -> scene.stock().unknownId());
        Given work = given.orElseGet(() -> new Given(List.of(), ""));
        if (scene.place().parent().isPresent() && !scene.stock().hasParent(scene.owner())) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        Ask request = scene.request(id, new Bodies(scene).validExpression());
        var asked = new Checks.Asked(id, new LinkedHashMap<>(), List.of());
        boolean isPassword = stranger.credential() == Condition.Credential.WRONG_PASSWORD;
        List<Ask.Extra> invalid =
                isPassword ? scene.signIn().forgetful() : scene.signIn().impostor();
        scene.code().imports.addAll(invalid.isEmpty() ? List.of() : scene.signIn().imports());
        var writings = new ArrayList<CaseWriting>();
        boolean isMissing = !isPassword && stranger.credential() != Condition.Credential.INVALID;
        boolean isInvalid = stranger.credential() != Condition.Credential.MISSING;
        if (isPassword && invalid.isEmpty()) {
            return CaseWriter.missing(NO_PASSWORDS);
        }
        if (isInvalid && invalid.isEmpty() && !(areAllValid() && isMissing)) {
            return CaseWriter.missing(NO_IMPOSTOR);
        }
        if (isMissing) {
            writings.add(writer.sent(outcome, names.stranger(), work, request, asked));
        }
        if (isInvalid && !invalid.isEmpty()) {
            String as = isPassword ? names.forgetful() : names.impostor();
            writings.add(writer.sent(outcome, as, work, request.with(invalid), asked));
        }
        CaseWriting all = CaseWriting.all(writings);
        return isInvalid && invalid.isEmpty()
                ? CaseWriting.joined(all, List.of(NOBODY_UNKNOWN))
                : all;
    }

    /// Whether nothing that a caller shows is wrong.
    private boolean areAllValid() {
        return scene.project().credentials() instanceof Credentials.Id id
                && id.type().equals("String")
                && id.takesAny();
    }

    CaseWriting ofOwner(CriterionOutcome outcome, Condition.OfOwner whose) {
        return switch (whose) {
            case Condition.ForeignResource _ -> foreign(outcome);
            case Condition.OwnResource _ -> own(outcome);
        };
    }

    private CaseWriting foreign(CriterionOutcome outcome) {
        Optional<TestUser> other = scene.other();
        Place place = scene.place();
        boolean isNobodys =
                place.guard().isEmpty()
                        && LinkedOwner.of(scene.project(), place, scene.wants()).isEmpty();
        if (isNobodys) {
            return CaseWriter.missing(
                    "nothing in the project says to whom a "
                            + place.names().nounWords()
                            + " belongs");
        }
        if (other.isEmpty() || scene.owner().isEmpty()) {
            return CaseWriter.missing(
                    "two users are needed, and the project's sources and settings show no two");
        }
        Optional<Given> given =
                place.isOwnedByParent()
                        ? scene.stock().ofForeignParent(other.get())
                        : scene.stock().given(other);
        if (given.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        return writer.sent(
                outcome,
                names.foreign(),
                given.get(),
                writer.ask(given.get().id(), new Bodies(scene).validExpression(), scene.owner()),
                new Checks.Asked(given.get().id(), new LinkedHashMap<>(), List.of()));
    }

    /// The caller's own, which only others may have to do with.
    private CaseWriting own(CriterionOutcome outcome) {
        Optional<TestUser> caller = scene.owner();
        if (caller.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        return scene.stock()
                .own(caller.get())
                .map(given ->
                        writer.sent(
                                outcome,
                                names.own(),
                                given,
                                writer.ask(given.id(), new Bodies(scene).validExpression(), caller),
                                new Checks.Asked(given.id(), new LinkedHashMap<>(), List.of())))
                .orElseGet(() -> CaseWriter.missing(CaseWriter.NO_RESOURCE));
    }

    /// With one of the roles, on what is another user's where that matters.
    CaseWriting withRole(CriterionOutcome outcome, List<String> roles) {
        Optional<TestUser> user = scene.withRole(roles);
        if (user.isEmpty() && isOfNobody(outcome, roles)) {
            return withoutRole(outcome, List.of());
        }
        if (user.isEmpty()) {
            return CaseWriter.missing(Entitled.unknown(roles));
        }
        return as(outcome, user.get(), roles);
    }

    /// Whether a refusal names people for whom the project has no role, where only some roles may: they have none of these.
    private boolean isOfNobody(CriterionOutcome outcome, List<String> roles) {
        return outcome.status().orElse(200) == 403
                && !scene.wants().onlyRoles().isEmpty()
                && new Roles(scene.project()).test(roles).isEmpty();
    }

    CaseWriting withoutRole(CriterionOutcome outcome, List<String> roles) {
        List<String> wanted = roles.isEmpty() ? scene.wants().onlyRoles() : roles;
        Optional<TestUser> user = wanted.isEmpty() ? Optional.empty() : scene.withoutRole(wanted);
        return user.isEmpty()
                ? CaseWriter.missing("no user without the role is known to the project")
                : as(outcome, user.get(), List.of("user without the role"));
    }

    private CaseWriting as(CriterionOutcome outcome, TestUser user, List<String> roles) {
        boolean isRefused = outcome.status().orElse(200) >= 400;
        if (scene.place().action() == Action.LIST && !isRefused) {
            return listed(outcome, user, roles);
        }
        Optional<TestUser> owner =
                scene.owner().or(() -> isRefused ? Optional.of(user) : scene.other());
        Optional<Given> given =
                scene.place().isOwnedByParent() && owner.isPresent()
                        ? scene.stock().ofForeignParent(owner.get())
                        : scene.place().action().hasId()
                                ? scene.stock().given(owner)
                                : writer.given();
        if (given.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        SequencedMap<String, Sample> sent =
                isRefused ? new LinkedHashMap<>() : scene.valid().orElseGet(LinkedHashMap::new);
        return writer.sent(
                outcome,
                names.role(roles, isRefused),
                given.get(),
                writer.ask(
                        given.get().id(), new Bodies(scene).validExpression(), Optional.of(user)),
                new Checks.Asked(given.get().id(), sent, List.of(), Optional.of(user)));
    }

    /// A list as one sees it who has a role: also what is others', where the role lets them.
    private CaseWriting listed(CriterionOutcome outcome, TestUser user, List<String> roles) {
        Optional<ShownResources> shown =
                scene.isExempt(user)
                        ? ShownResources.of(scene)
                        : ShownResources.of(scene, Optional.of(user));
        return shown.isEmpty()
                ? CaseWriter.missing(CaseWriter.NO_RESOURCE)
                : writer.sent(
                        outcome,
                        names.role(roles, false),
                        shown.get().given(),
                        (scene.listing().paging().isPresent()
                                        ? scene.query(new ListScene(scene, writer).widest())
                                        : scene.query(""))
                                .with(writer.signedIn(Optional.of(user))),
                        new Checks.Asked(
                                shown.get().given().id(),
                                new LinkedHashMap<>(),
                                List.of(),
                                Optional.of(user)),
                        shown.get().checks());
    }

    /// What belongs to another parent is not found below this one.
    CaseWriting ofOtherParent(CriterionOutcome outcome) {
        if (scene.place().parent().isEmpty() || !scene.place().action().hasId()) {
            return CaseWriter.missing("the path names nothing that it could belong to");
        }
        Parent parent = scene.place().parent().get();
        Optional<Given> given = scene.stock().ofOtherParent(scene.owner());
        if (given.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        return writer.sent(
                outcome,
                names.of("of another " + parent.place().names().nounWords() + " is not found"),
                given.get(),
                writer.ask(given.get().id(), new Bodies(scene).validExpression(), scene.owner()),
                new Checks.Asked(given.get().id(), new LinkedHashMap<>(), List.of()));
    }

    CaseWriting missingResource(CriterionOutcome outcome, Condition.MissingResource missing) {
        boolean isSelf = scene.place().owner().filter(Owner.Self.class::isInstance).isPresent();
        if (isSelf && scene.wants().ownerOnly()) {
            return CaseWriter.missing(
                    "who asks for a user that does not exist is not its owner, and is refused before");
        }
        Optional<String> obstacle = Absence.obstacle(scene, outcome.status().orElse(404));
        if (obstacle.isPresent()) {
            return CaseWriter.missing(obstacle.get());
        }
        if (scene.place().parent().isPresent()) {
            return missingOne(outcome, missing.noun(), scene.place().parent().get());
        }
        String id = scene.stock().unknownId();
        return writer.sent(
                outcome,
                names.missing(),
                new Given(List.of(), ""),
                writer.ask(id, new Bodies(scene).validExpression(), scene.owner()),
                new Checks.Asked(id, new LinkedHashMap<>(), List.of()));
    }

    /// Of a resource and what it belongs to, the one that the criterion means; both where it does not say.
    private CaseWriting missingOne(CriterionOutcome outcome, Optional<String> noun, Parent parent) {
        boolean hasOwn = scene.place().action().hasId();
        boolean isParent = isCalled(noun, parent.place());
        var writings = new ArrayList<CaseWriting>();
        if (isParent || !hasOwn || !isCalled(noun, scene.place())) {
            writings.add(missingParent(outcome, parent));
        }
        if (hasOwn && !isParent) {
            writings.add(
                    scene.stock().hasParent(scene.owner())
                            ? without(
                                    outcome,
                                    names.missing(),
                                    Given.NOTHING,
                                    scene.stock().parentId(),
                                    scene.stock().unknownId())
                            : CaseWriter.missing(CaseWriter.NO_RESOURCE));
        }
        return CaseWriting.all(writings);
    }

    private CaseWriting missingParent(CriterionOutcome outcome, Parent parent) {
        String words = parent.place().names().nounWords();
        return writer.given()
                .map(given ->
                        without(
                                outcome,
                                names.of("of an unknown " + words + " is not found"),
                                given,
                                Optional.of(scene.stock().unknownParentId()),
                                given.id()))
                .orElseGet(() -> CaseWriter.missing(CaseWriter.NO_RESOURCE));
    }

    private static boolean isCalled(Optional<String> noun, Place place) {
        return noun.map(Names::camel)
                .map(Names::singular)
                .filter(word -> Placer.isNamed(place.resource().name(), word))
                .isPresent();
    }

    private CaseWriting without(
            CriterionOutcome outcome,
            String name,
            Given given,
            Optional<String> parent,
            String id) {
        return writer.sent(
                outcome,
                name,
                given,
                scene.request(parent, id, new Bodies(scene).validExpression())
                        .with(writer.signedIn(scene.owner())),
                new Checks.Asked("", new LinkedHashMap<>(), List.of()));
    }
}
