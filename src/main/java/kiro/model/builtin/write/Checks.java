package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaFile;
import kiro.model.builtin.project.Property;
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

    Checks(Scene scene) {
        this.scene = scene;
        this.code = scene.code();
    }

    /// What is known about a request when its answer is checked.
    ///
    /// @param id the expression for the resource's id
    /// @param sent what the body had
    /// @param invalid the names of the fields that break their rules
    record Asked(String id, SequencedMap<String, Sample> sent, List<String> invalid) {}

    /// Checks for each expectation; lines that start with `.` belong to the request, the others stand
    /// behind it. Missing has the first expectation that cannot be checked.
    sealed interface Checking {
        record Written(List<String> lines) implements Checking {}

        record Missing(String reason) implements Checking {}
    }

    Checking of(List<Expectation> expectations, Asked asked) {
        var lines = new ArrayList<String>();
        for (Expectation expectation : expectations) {
            switch (one(expectation, asked)) {
                case Checking.Written written -> lines.addAll(written.lines());
                case Checking.Missing missing -> {
                    return missing;
                }
            }
        }
        return new Checking.Written(lines.stream().distinct().toList());
    }

    private Checking one(Expectation expectation, Asked asked) {
        return switch (expectation) {
            case Expectation.Status status -> check(status(status.code()));
            case Expectation.Succeeds _ -> check(matched("status", "status().is2xxSuccessful()"));
            case Expectation.IsRefused _ -> check(matched("status", "status().is4xxClientError()"));
            case Expectation.Header header -> header(header.name());
            case Expectation.HeaderIs header -> header(header.name(), header.value());
            case Expectation.Resource _ -> resource(asked);
            case Expectation.ResourceList _ -> listed(asked.id());
            case Expectation.EmptyList _ -> check(matched("jsonPath", "jsonPath(\"$\").isEmpty()"));
            case Expectation.EmptyBody _ -> check(matched("content", "content().string(\"\")"));
            case Expectation.NamesInvalidFields _ -> names(asked.invalid());
            case Expectation.ExplainsError _ -> explained();
            case Expectation.IsProblemDocument _ -> problem();
            case Expectation.HasFields fields -> has(fields.names());
            case Expectation.LacksFields fields ->
                    checks(fields.names().stream().map(this::lacks).toList());
            case Expectation.FieldIs field ->
                    check(path(field.name()) + ".value(" + literal(field) + ")");
            case Expectation.SortedBy sorted -> missing("the order by " + sorted.name() + SEVERAL);
            case Expectation.OnlyOwn _ -> onlyOwn(asked);
            case Expectation.OnlyWhere only -> missing("a list by " + only.name() + SEVERAL);
            case Expectation.AtMostElements most ->
                    missing("it takes more than " + most.count() + " resources to see the limit");
            case Expectation.ChangesNothing _ -> new StoredChecks(scene).changesNothing(asked.id());
            case Expectation.IsStored _ -> new StoredChecks(scene).isStored(asked);
            case Expectation.IsGone _ -> new StoredChecks(scene).isGone(asked.id());
        };
    }

    private Checking header(String name, String value) {
        return check(
                matched(
                        "header",
                        "header().string(%s, %s)"
                                .formatted(Constraints.literal(name), Constraints.literal(value))));
    }

    private Checking explained() {
        code.matcher("blankOrNullString");
        code.matcher("not");
        return check(matched("content", "content().string(not(blankOrNullString()))"));
    }

    private Checking problem() {
        code.imports.add("org.springframework.http.MediaType");
        return check(
                matched(
                        "content",
                        "content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)"));
    }

    private Checking has(List<String> names) {
        return checks(names.stream().map(name -> path(name) + ".hasJsonPath()").toList());
    }

    static Checking missing(String reason) {
        return new Checking.Missing(reason);
    }

    private static Checking check(String matcher) {
        return checks(List.of(matcher));
    }

    private static Checking checks(List<String> matchers) {
        return new Checking.Written(
                matchers.stream().map(one -> ".andExpect(" + one + ")").toList());
    }

    private String matched(String matcher, String check) {
        code.matcher(matcher);
        return check;
    }

    String status(int status) {
        return matched("status", StatusCode.check(status, scene.project().pom().bootMajor()));
    }

    private String path(String field) {
        return matched("jsonPath", "jsonPath(\"$." + field + "\")");
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
                    matched(
                            "header",
                            seconds > 0
                                    ? "header().string(HttpHeaders.RETRY_AFTER, \""
                                            + seconds
                                            + "\")"
                                    : "header().exists(HttpHeaders.RETRY_AFTER)"));
        }
        if (name.equalsIgnoreCase("Location")) {
            code.imports.add("org.springframework.http.HttpHeaders");
            code.matcher("startsWith");
            return check(
                    matched(
                            "header",
                            "header().string(HttpHeaders.LOCATION, startsWith(\""
                                    + scene.place().path()
                                    + "/\"))"));
        }
        return check(matched("header", "header().exists(" + Constraints.literal(name) + ")"));
    }

    /// What was sent comes back; what else the answer is said to have is there.
    private Checking resource(Asked asked) {
        var matchers = new ArrayList<String>();
        Place place = scene.place();
        if (place.action() == Action.LIST) {
            return listed(asked.id());
        }
        for (Field field : place.endpoint().response().fields()) {
            field(field.name(), asked).ifPresent(matchers::add);
        }
        if (matchers.isEmpty()) {
            for (String name : scene.answered()) {
                field(name, asked).ifPresent(matchers::add);
            }
        }
        return matchers.isEmpty()
                ? missing("which fields the answer has is not said")
                : checks(matchers);
    }

    private Optional<String> field(String name, Asked asked) {
        Place place = scene.place();
        Optional<Property> property = place.resource().property(name);
        Sample sent = asked.sent().get(name);
        if (sent != null && sent.expected().isPresent()) {
            return Optional.of(path(name) + ".value(" + sent.expected().get() + ")");
        }
        if (place.action().hasId()
                && place.resource().id().filter(id -> id.name().equals(name)).isPresent()) {
            return Optional.of(path(name) + ".value(" + comparable(asked.id()) + ")");
        }
        boolean isUpdated =
                (place.action() == Action.REPLACE || place.action() == Action.CHANGE)
                        && property.filter(one -> Times.isUpdated(one, place.endpoint()))
                                .isPresent()
                        && property.get().type().equals("Instant")
                        && Times.clock(place.holder().type()).isPresent();
        if (isUpdated && code.beans.containsKey("clock")) {
            return Optional.of(path(name) + ".value(clock.instant().toString())");
        }
        return Optional.of(path(name) + ".hasJsonPath()");
    }

    /// Ids compare as JSON has them.
    private String comparable(String id) {
        String type = scene.place().resource().id().orElseThrow().typeName().boxed();
        return type.equals("UUID") && !id.startsWith("\"") ? id + ".toString()" : id;
    }

    private String literal(Expectation.FieldIs field) {
        String value = field.value();
        boolean isPlain =
                value.matches("-?\\d+(\\.\\d+)?|true|false|null")
                        && scene.place()
                                .resource()
                                .property(field.name())
                                .filter(one -> one.typeName().raw().equals("String"))
                                .isEmpty();
        return isPlain ? value : Constraints.literal(value);
    }

    private String lacks(String words) {
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
        String path = scene.place().action() == Action.LIST ? "$[*]." : "$.";
        return matched("jsonPath", "jsonPath(\"" + path + name + "\").doesNotExist()");
    }

    /// As the project's own tests look for the names of invalid fields, else anywhere in the body.
    private Checking names(List<String> invalid) {
        String names = String.join(", ", invalid.stream().map(Constraints::literal).toList());
        for (JavaFile test : scene.project().sources().tests()) {
            Matcher named = NAMED.matcher(test.text());
            if (named.find()
                    && named.group(2)
                            .toLowerCase(java.util.Locale.ROOT)
                            .matches(".*(field|name|property|path|param).*")) {
                code.matcher("hasItems");
                return check(
                        matched(
                                "jsonPath",
                                "jsonPath(\"$.%s[*].%s\").value(hasItems(%s))"
                                        .formatted(named.group(1), named.group(2), names)));
            }
        }
        code.matcher("containsString");
        return checks(
                invalid.stream()
                        .map(name ->
                                matched(
                                        "content",
                                        "content().string(containsString(\"" + name + "\"))"))
                        .toList());
    }

    /// The list has the resource that the test stored, and none of another user's where it is the caller's
    /// own.
    private Checking listed(String id) {
        if (id.isEmpty()) {
            return missing(CaseWriter.NO_RESOURCE);
        }
        var checks = new ArrayList<String>();
        checks.add(element(id) + ".isNotEmpty()");
        if (ListWriter.ownOnly(scene.wants())) {
            checks.add(
                    element("another" + scene.place().resource().id().orElseThrow().read())
                            + ".isEmpty()");
        }
        return checks(checks);
    }

    private String element(String id) {
        Property property = scene.place().resource().id().orElseThrow();
        boolean isNumber = property.typeName().boxed().matches("Long|Integer|Short");
        return matched(
                "jsonPath",
                "jsonPath(\"$[?(@.%s == %s)]\", %s)"
                        .formatted(property.name(), isNumber ? "%s" : "'%s'", id));
    }

    private Checking onlyOwn(Asked asked) {
        return scene.other().isEmpty()
                ? missing("a second user with a resource is needed, and none was found")
                : listed(asked.id());
    }
}
