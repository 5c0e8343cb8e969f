package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaFile;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.talk.Check;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Field;

/// Writes what a test checks of an answer.
final class Checks {
    private static final Pattern NAMED =
            Pattern.compile(
                    "jsonPath\\(\\s*\"\\$\\.([\\w.]+)\\[\\d+]\\.(\\w+)\"\\)\\s*\\.value\\(\\s*\"(\\w+)\"");

    private static final String SEVERAL = " needs several resources to compare";

    private final Scene scene;
    private final TestCode code;
    private final Given given;

    Checks(Scene scene, Given given) {
        this.scene = scene;
        this.code = scene.code();
        this.given = given;
    }

    /// What is known about a request when its answer is checked.
    ///
    /// @param id the expression for the resource's id
    /// @param sent what the body had
    /// @param invalid the names of the fields that break their rules
    /// @param by who sent it, where that is not who sends most requests
    record Asked(
            String id,
            SequencedMap<String, Sample> sent,
            List<String> invalid,
            Optional<TestUser> by) {
        Asked(String id, SequencedMap<String, Sample> sent, List<String> invalid) {
            this(id, sent, invalid, Optional.empty());
        }
    }

    /// What to check for each expectation, or why the first that cannot be checked cannot.
    sealed interface Checking {
        record Written(List<Check> checks) implements Checking {
            public Written {
                checks = List.copyOf(checks);
            }
        }

        record Missing(String reason) implements Checking {}
    }

    Checking of(List<Expectation> expectations, Asked asked) {
        var checks = new ArrayList<Check>();
        for (Expectation expectation : expectations) {
            switch (one(expectation, asked)) {
                case Checking.Written written -> checks.addAll(written.checks());
                case Checking.Missing missing -> {
                    return missing;
                }
            }
        }
        return new Checking.Written(checks.stream().distinct().toList());
    }

    private Checking one(Expectation expectation, Asked asked) {
        return switch (expectation) {
            case Expectation.Status _, Expectation.Succeeds _, Expectation.IsRefused _ ->
                    check(status(expectation));
            case Expectation.Header header -> header(header.name());
            case Expectation.HeaderIs header -> headerIs(header);
            case Expectation.Resource _ -> resource(asked);
            case Expectation.ResourceList _ -> listed(asked);
            case Expectation.EmptyList _ -> check(new Check.EmptyList(list()));
            case Expectation.EmptyBody _ -> check(new Check.EmptyBody());
            case Expectation.NamesInvalidFields _ -> names(asked.invalid());
            case Expectation.HasErrorCode code -> errorCode(code.code());
            case Expectation.ExplainsError _ -> check(new Check.SomeBody());
            case Expectation.IsProblemDocument _ -> check(new Check.ProblemDocument());
            case Expectation.HasFields has -> fields(asked).have(has.names());
            case Expectation.LacksFields lacks -> lacksAll(lacks.names());
            case Expectation.FieldIs is -> fieldIs(is);
            case Expectation.OnlyOwn _ -> onlyOwn(asked);
            case Expectation.OfList _ -> missing("what is listed" + SEVERAL);
            case Expectation.FieldsKept kept -> stored(asked).kept(kept.names());
            case Expectation.ChangesNothing _ -> stored(asked).changesNothing();
            case Expectation.StoredIs is -> stored(asked).stateIs(is.value());
            case Expectation.EmptyField field -> missing(field.name() + " is no list");
            case Expectation.IsStored _ -> stored(asked).isStored();
            case Expectation.StoresFields stores -> stored(asked).fields(stores.names());
            case Expectation.IsGone _ -> stored(asked).isGone();
            case Expectation.StillThere _ -> stored(asked).isThere();
            case Expectation.OthersStay _ -> new OtherChecks(scene, given).stay();
            case Expectation.OtherIs other -> new OtherChecks(scene, given).is(other);
            case Expectation.FieldIsNow(String name) -> stored(asked).isNow(name);
            case Expectation.FieldIsCaller caller -> caller(caller.name(), asked);
            case Expectation.FieldIsSent sent -> sent(sent, asked);
        };
    }

    private static Check status(Expectation expectation) {
        if (expectation instanceof Expectation.Status(int code)) {
            return new Check.Status(code);
        }
        boolean isSuccess = expectation instanceof Expectation.Succeeds;
        return isSuccess ? new Check.Success() : new Check.ClientError();
    }

    /// A code of the project's own, as it stands in the body.
    private Checking errorCode(String code) {
        return scene.project().failures().coded().stream()
                        .anyMatch(one -> Wants.isCode(one.code(), code))
                ? check(new Check.BodyContains(Constraints.literal(code)))
                : missing("the project has no failure with the code " + code);
    }

    private Checking lacksAll(List<String> names) {
        return checks(names.stream().map(this::lacks).toList());
    }

    private AnsweredFields fields(Asked asked) {
        return new AnsweredFields(scene, given, asked);
    }

    private static Checking headerIs(Expectation.HeaderIs header) {
        return check(
                new Check.HeaderIs(
                        Constraints.literal(header.name()), Constraints.literal(header.value())));
    }

    private StoredChecks stored(Asked asked) {
        return new StoredChecks(scene, given, asked);
    }

    private Checking caller(String name, Asked asked) {
        return asked.by()
                .or(scene::owner)
                .map(user -> check(new Check.ValueIs(name, idOf(user))))
                .orElseGet(() -> missing("which user sends the request is not known"));
    }

    private static String idOf(TestUser user) {
        return user.id().matches("\\d+") ? user.id() : Constraints.literal(user.id());
    }

    private static Checking sent(Expectation.FieldIsSent expected, Asked asked) {
        Optional<String> value =
                Optional.ofNullable(asked.sent().get(expected.field())).flatMap(Sample::expected);
        return value.isPresent()
                ? check(new Check.ValueIs(expected.name(), value.get()))
                : missing("nothing was sent that " + expected.name() + " could be compared with");
    }

    static Checking missing(String reason) {
        return new Checking.Missing(reason);
    }

    private static Checking check(Check check) {
        return checks(List.of(check));
    }

    private static Checking checks(List<? extends Check> checks) {
        return new Checking.Written(List.copyOf(checks));
    }

    private Checking header(String name) {
        if (name.equalsIgnoreCase("Retry-After")) {
            code.imports.add("org.springframework.http.HttpHeaders");
            long seconds =
                    scene.wants()
                            .endpoint()
                            .rateLimit()
                            .map(limit -> limit.window().toSeconds())
                            .orElse(0L);
            return check(
                    seconds > 0
                            ? new Check.HeaderIs("HttpHeaders.RETRY_AFTER", "\"" + seconds + "\"")
                            : new Check.HeaderExists("HttpHeaders.RETRY_AFTER"));
        }
        if (name.equalsIgnoreCase("Location")) {
            code.imports.add("org.springframework.http.HttpHeaders");
            return check(
                    new Check.HeaderContains(
                            "HttpHeaders.LOCATION", Constraints.literal(collection() + "/")));
        }
        return check(new Check.HeaderExists(Constraints.literal(name)));
    }

    /// The path below which the new resource is, as far as it has no parameters.
    private String collection() {
        String path = scene.place().path();
        return path.contains("{") ? path.substring(path.lastIndexOf('}') + 1) : path;
    }

    /// What was sent comes back; what else the answer is said to have is there.
    private Checking resource(Asked asked) {
        Place place = scene.place();
        if (place.piece().isPresent()) {
            return new PieceChecks(scene.project(), place, code).held(given, scene.answered());
        }
        if (place.action() == Action.LIST) {
            return listed(asked);
        }
        List<String> names =
                place.endpoint().response().fields().isEmpty()
                        ? scene.answered()
                        : place.endpoint().response().fields().stream().map(Field::name).toList();
        if (names.isEmpty()) {
            return missing("which fields the answer has is not said");
        }
        AnsweredFields fields = fields(asked);
        var all = new ArrayList<Check>(names.stream().map(fields::is).toList());
        all.addAll(fields.underToldId(all));
        return checks(all);
    }

    private Checking fieldIs(Expectation.FieldIs is) {
        String literal = literal(is);
        return check(
                literal.equals("null")
                        ? new Check.ValueIsNull(is.name())
                        : new Check.ValueIs(is.name(), literal));
    }

    private String literal(Expectation.FieldIs field) {
        String value = field.value();
        if (value.equals("null")) {
            return value;
        }
        boolean isPlain =
                value.matches("-?\\d+(\\.\\d+)?|true|false|null")
                        && scene.place()
                                .resource()
                                .property(field.name())
                                .filter(one -> one.typeName().raw().equals("String"))
                                .isEmpty();
        return isPlain ? value : Constraints.literal(constant(field.name(), value).orElse(value));
    }

    /// The constant of the property's enum that a spec writes in its own way: `cancelled` for `CANCELLED`.
    private Optional<String> constant(String name, String value) {
        return scene.place()
                .resource()
                .property(name)
                .flatMap(property ->
                        scene.project()
                                .sources()
                                .resolve(property.type(), scene.place().resource().type().file()))
                .flatMap(own ->
                        own.type().constants().stream()
                                .filter(one -> one.equalsIgnoreCase(value))
                                .findFirst());
    }

    private Check lacks(String words) {
        String name =
                scene.place().resource().properties().stream()
                        .map(Property::name)
                        .filter(one ->
                                one.equals(words)
                                        || Names.words(one)
                                                .equals(words.toLowerCase(java.util.Locale.ROOT))
                                        || words.toLowerCase(java.util.Locale.ROOT)
                                                .startsWith(Names.words(one) + " "))
                        .findFirst()
                        .orElse(Names.camel(words));
        return scene.place().action() == Action.LIST
                ? new Check.ValueMissingInAll(list(), name)
                : new Check.ValueMissing(name);
    }

    /// As the project's own tests look for the names of invalid fields, else anywhere in the body.
    private Checking names(List<String> invalid) {
        List<String> names = invalid.stream().map(Constraints::literal).toList();
        for (JavaFile test : scene.project().sources().tests()) {
            Matcher named = NAMED.matcher(test.text());
            if (named.find()
                    && named.group(2)
                            .toLowerCase(java.util.Locale.ROOT)
                            .matches(".*(field|name|property|path|param).*")) {
                return check(new Check.Items(named.group(1), named.group(2), names));
            }
        }
        return checks(
                invalid.stream()
                        .map(name -> areTexts(name) ? "\"" + name + "\"" : name)
                        .map(Constraints::literal)
                        .map(Check.BodyContains::new)
                        .toList());
    }

    /// Whether the name of a field stands alone in the answer: part of another name or of a sentence is no name then.
    private boolean areTexts(String name) {
        return !ByHand.isNeeded(scene.project(), scene.wants())
                && InvalidFields.areTexts(scene.project())
                && Comparison.inWork(scene.project(), scene.place(), scene.wants()).stream()
                        .noneMatch(one -> one.isOf(name));
    }

    /// The list has the resource that the test stored, and none of another user's where it is the caller's
    /// own.
    private Checking listed(Asked asked) {
        if (scene.place().piece().isPresent()) {
            return new PieceChecks(scene.project(), scene.place(), code)
                    .held(given, scene.answered());
        }
        if (asked.id().isEmpty()) {
            return missing(CaseWriter.NO_RESOURCE);
        }
        var checks = new ArrayList<Check>();
        checks.add(element(scene, asked.id(), true));
        checks.addAll(fields(asked).ofElement());
        if (ListWriter.hidesOthers(scene.place(), scene.wants())) {
            boolean showsOthers =
                    scene.place().parent().isEmpty()
                            && asked.by().filter(scene::isExempt).isPresent();
            checks.add(
                    element(
                            scene,
                            "another" + scene.place().resource().id().orElseThrow().read(),
                            showsOthers));
        }
        return checks(checks);
    }

    /// Where the list is in the body.
    private String list() {
        return scene.listing().path();
    }

    static Check.Element element(Scene scene, String id, boolean isThere) {
        Property property = scene.place().resource().id().orElseThrow();
        boolean isNumber = property.typeName().boxed().matches("Long|Integer|Short");
        return new Check.Element(scene.listing().path(), property.name(), !isNumber, id, isThere);
    }

    private Checking onlyOwn(Asked asked) {
        return scene.other().isEmpty()
                ? missing("a second user with a resource is needed, and none was found")
                : listed(asked);
    }
}
