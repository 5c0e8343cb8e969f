package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Field;

/// Writes the bodies that tests send.
final class Bodies {
    private final Scene scene;

    Bodies(Scene scene) {
        this.scene = scene;
    }

    /// The expression for a valid body: a constant of the test class.
    String validExpression() {
        return scene.valid().map(this::expression).orElse("\"{}\"");
    }

    /// The expression for a body; the valid one is a constant.
    String expression(SequencedMap<String, Sample> values) {
        if (scene.inputs().isEmpty()) {
            return "";
        }
        boolean isValid = scene.valid().filter(values::equals).isPresent();
        if (!isValid) {
            return "body";
        }
        String name =
                scene.request().equals("request")
                        ? "VALID"
                        : "VALID_"
                                + Names.words(scene.request())
                                        .replace(' ', '_')
                                        .toUpperCase(java.util.Locale.ROOT);
        if (values.values().stream().anyMatch(Sample::isOfTest)) {
            String method = Names.camel(name.toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
            scene.code()
                    .helpers
                    .putIfAbsent(
                            method,
                            "private String %s() {\n    return %s;\n}"
                                    .formatted(method, block(values, true).indent(8).strip()));
            return method + "()";
        }
        scene.code().constants.putIfAbsent(name, block(values, true));
        return name;
    }

    /// The statement that makes a body which is no constant.
    static String statement(SequencedMap<String, Sample> values) {
        return "String body =\n" + block(values, values.size() > 1).indent(8).stripTrailing() + ";";
    }

    private static String block(SequencedMap<String, Sample> values, boolean isLong) {
        List<String> arguments =
                values.values().stream().map(Sample::argument).flatMap(Optional::stream).toList();
        String body = Sample.body(values, isLong);
        if (!arguments.isEmpty()) {
            // A per cent sign in a value would be read as a place to fill.
            body = escapedPerCent(values, body);
        }
        String text =
                "\"\"\"\n" + body.replace("\\", "\\\\").replace("\\\\\"", "\\\\\"") + "\n\"\"\"";
        return arguments.isEmpty()
                ? text
                : text + "\n        .formatted(" + String.join(", ", arguments) + ")";
    }

    private static String escapedPerCent(SequencedMap<String, Sample> values, String body) {
        String escaped = body;
        for (Sample sample : values.values()) {
            if (sample.argument().isEmpty() && sample.json().contains("%")) {
                escaped = escaped.replace(sample.json(), sample.json().replace("%", "%%"));
            }
        }
        return escaped;
    }

    /// Tests of invalid fields: all of them in one request, and each broken rule on its own.
    CaseWriting invalid(
            CriterionOutcome outcome, Condition.InvalidFields condition, CaseWriter writer) {
        Optional<SequencedMap<String, Sample>> valid = scene.valid();
        Optional<Given> given = writer.given();
        if (valid.isEmpty() || given.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        var broken = new LinkedHashMap<String, BrokenSample>();
        List<String> names = names(condition);
        for (String name : names) {
            Optional<BrokenSample> sample = broken(name, condition);
            if (sample.isEmpty() && !condition.fields().isEmpty()) {
                return CaseWriter.missing(
                        "no value of "
                                + name
                                + " is known that breaks a rule in the way that is meant");
            }
            sample.ifPresent(one -> broken.put(name, one));
        }
        List<String> rules = unbroken(condition, names);
        if (!rules.isEmpty()) {
            return CaseWriter.missing(
                    "no value is known that breaks a rule of " + String.join(", ", rules));
        }
        if (broken.isEmpty()) {
            return CaseWriter.missing("no field of the request has a rule that could be broken");
        }
        return cases(outcome, condition, writer, valid.get(), given.get(), broken);
    }

    /// The rules of these fields that no test can break, where the criterion is about all that they have.
    private List<String> unbroken(Condition.InvalidFields condition, List<String> names) {
        return names.stream()
                .filter(name ->
                        condition.fields().stream()
                                .noneMatch(one -> one.name().equals(name) && one.how().isPresent()))
                .flatMap(name -> scene.field(name).stream())
                .flatMap(field -> BrokenSample.unbroken(field, scene.javaType(field)).stream())
                .toList();
    }

    private CaseWriting cases(
            CriterionOutcome outcome,
            Condition.InvalidFields condition,
            CaseWriter writer,
            SequencedMap<String, Sample> valid,
            Given given,
            SequencedMap<String, BrokenSample> broken) {
        var names = new CaseNames(scene.place());
        var writings = new ArrayList<CaseWriting>();
        writings.add(
                one(
                        outcome,
                        names.of(together(outcome, condition, broken)),
                        writer,
                        valid,
                        given,
                        broken));
        for (String name : broken.keySet()) {
            for (BrokenSample sample : alone(name, outcome, condition, broken)) {
                var single = new LinkedHashMap<String, BrokenSample>();
                single.put(name, sample);
                writings.add(
                        one(
                                outcome,
                                names.of(how(name, sample.how()) + " is refused"),
                                writer,
                                valid,
                                given,
                                single));
            }
        }
        List<String> whole =
                names(condition).stream()
                        .filter(name ->
                                condition.fields().stream()
                                        .noneMatch(one ->
                                                one.name().equals(name) && one.how().isPresent()))
                        .toList();
        writings.addAll(new ComparedCases(scene, writer).broken(outcome, whole));
        return CaseWriting.all(writings);
    }

    /// The fields that a criterion is about: those that it names, or all.
    private List<String> names(Condition.InvalidFields condition) {
        return condition.fields().isEmpty()
                ? scene.place().endpoint().request().body().stream().map(Field::name).toList()
                : condition.fields().stream().map(Condition.BrokenField::name).toList();
    }

    private static String together(
            CriterionOutcome outcome,
            Condition.InvalidFields condition,
            SequencedMap<String, BrokenSample> broken) {
        if (!condition.fields().isEmpty()) {
            return "with an invalid " + words(broken) + " is refused";
        }
        return namesFields(outcome)
                ? "with invalid fields names them"
                : "with invalid fields is refused";
    }

    private static boolean namesFields(CriterionOutcome outcome) {
        return outcome.expectations().contains(new Expectation.NamesInvalidFields());
    }

    private static String words(SequencedMap<String, BrokenSample> broken) {
        return String.join(" and ", broken.keySet().stream().map(Names::words).toList());
    }

    static String how(String name, Condition.Break how) {
        String words = Names.words(name);
        return switch (how) {
            case MISSING -> "without " + words;
            case BLANK -> "with blank " + words;
            case TOO_LONG -> "with " + words + " too long";
            case TOO_SHORT -> "with " + words + " too short";
            case TOO_SMALL -> "with " + words + " too small";
            case TOO_LARGE -> "with " + words + " too large";
            case WRONG_FORM -> "with " + words + " of the wrong form";
            case NOT_ALLOWED -> "with " + words + " that is not allowed";
            case WRONG_TYPE -> "with " + words + " of the wrong type";
        };
    }

    /// The ways to break a field's rules that the test with all fields does not show: those that it does not use; and
    /// the one that it does, where another field alone could be why the request is refused.
    private List<BrokenSample> alone(
            String name,
            CriterionOutcome outcome,
            Condition.InvalidFields condition,
            SequencedMap<String, BrokenSample> used) {
        boolean isShown = used.size() == 1 || namesFields(outcome);
        boolean isSaid =
                condition.fields().stream()
                        .anyMatch(one -> one.name().equals(name) && one.how().isPresent());
        return scene
                .field(name)
                .map(field -> BrokenSample.of(field, scene.javaType(field)))
                .orElse(List.of())
                .stream()
                .filter(sample -> sample.equals(used.get(name)) ? !isShown : !isSaid)
                .toList();
    }

    private Optional<BrokenSample> broken(String name, Condition.InvalidFields condition) {
        Optional<Condition.Break> how =
                condition.fields().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .flatMap(Condition.BrokenField::how);
        return scene
                .field(name)
                .map(field -> BrokenSample.of(field, scene.javaType(field)))
                .orElse(List.of())
                .stream()
                .filter(sample -> how.isEmpty() || how.get() == sample.how())
                .findFirst()
                .or(() -> how.flatMap(one -> ofOtherType(name, one)));
    }

    /// "Not a number", "not a date": a text of which nothing of the field's type can be read.
    private Optional<BrokenSample> ofOtherType(String name, Condition.Break how) {
        boolean isMeant = how == Condition.Break.WRONG_FORM || how == Condition.Break.WRONG_TYPE;
        return scene.field(name)
                .filter(_ -> isMeant)
                .map(scene::javaType)
                .filter(type ->
                        type.matches(
                                "Integer|Long|Short|BigDecimal|Double|Boolean|UUID|Local(Date|Time|DateTime)|Instant|OffsetDateTime|ZonedDateTime"))
                .map(_ -> new BrokenSample(how, Optional.of(Sample.text("something else"))));
    }

    private CaseWriting one(
            CriterionOutcome outcome,
            String name,
            CaseWriter writer,
            SequencedMap<String, Sample> valid,
            Given given,
            SequencedMap<String, BrokenSample> broken) {
        var values = new LinkedHashMap<>(valid);
        broken.forEach((field, sample) -> {
            if (sample.value().isPresent()) {
                values.put(field, sample.value().get());
            } else {
                values.remove(field);
            }
        });
        return sent(
                outcome,
                name,
                writer,
                scene.ordered().around(values, broken.keySet()),
                given,
                List.copyOf(broken.keySet()));
    }

    CaseWriting sent(
            CriterionOutcome outcome,
            String name,
            CaseWriter writer,
            SequencedMap<String, Sample> values,
            Given given,
            List<String> invalid) {
        String body = expression(values);
        var statements = new ArrayList<>(given.statements());
        if (body.equals("body")) {
            statements.add(statement(values));
        }
        return writer.sent(
                outcome,
                name,
                given.withStatements(statements),
                writer.ask(given.id(), body, scene.owner()),
                new Checks.Asked(given.id(), values, invalid));
    }

    /// What depends on another field, or on what is stored.
    CaseWriting ofOther(CriterionOutcome outcome, Condition.OfOther condition, CaseWriter writer) {
        return switch (condition) {
            case Condition.MissingReference missing ->
                    new ReferenceCases(scene, writer).missing(outcome, missing);
            case Condition.OtherInState state -> new OtherCases(scene, writer).of(outcome, state);
            case Condition.TimePassed passed -> new PassedCases(scene, writer).of(outcome, passed);
            case Condition.Compares compares ->
                    new ComparedCases(scene, writer).of(outcome, compares);
            case Condition.AmongSiblings siblings ->
                    new SiblingCases(scene, writer).of(outcome, siblings);
            case Condition.Overlaps overlaps ->
                    new OverlapCases(scene, writer).of(outcome, overlaps);
        };
    }

    CaseWriting length(CriterionOutcome outcome, Condition.LengthIs length, CaseWriter writer) {
        return scene.field(length.field())
                .map(field ->
                        with(
                                outcome,
                                "with a "
                                        + Names.words(length.field())
                                        + " of "
                                        + length.length()
                                        + " characters",
                                writer,
                                length.field(),
                                Sample.ofLength(field, length.length())))
                .orElseGet(() -> CaseWriter.missing("the request has no field " + length.field()));
    }

    CaseWriting value(CriterionOutcome outcome, Condition.ValueIs value, CaseWriter writer) {
        Optional<Field> field = scene.field(value.field());
        if (field.isEmpty()) {
            return CaseWriter.missing("the request's body has no field " + value.field());
        }
        String bare = value.value();
        if (bare.equals("today") && scene.javaType(field.get()).equals("LocalDate")) {
            scene.code().imports.add("java.time.LocalDate");
            return with(
                    outcome,
                    "with today as " + Names.words(value.field()),
                    writer,
                    value.field(),
                    new Sample("\"%s\"", Optional.of("LocalDate.now()"), Optional.empty()));
        }
        boolean isPlain =
                bare.equals("null")
                        || (bare.matches("-?\\d+(\\.\\d+)?|true|false")
                                && !scene.javaType(field.get()).equals("String"));
        return with(
                outcome,
                "with "
                        + bare.replaceAll("[^A-Za-z0-9]+", " ").strip()
                        + " as "
                        + Names.words(value.field()),
                writer,
                value.field(),
                isPlain ? Sample.plain(bare) : Sample.text(bare));
    }

    private CaseWriting with(
            CriterionOutcome outcome, String name, CaseWriter writer, String field, Sample sample) {
        Optional<SequencedMap<String, Sample>> valid = scene.valid();
        Optional<Given> given = writer.given();
        if (valid.isEmpty() || given.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        var changed = new LinkedHashMap<>(valid.get());
        changed.put(field, sample);
        SequencedMap<String, Sample> values = scene.ordered().around(changed, Set.of(field));
        boolean isRefused =
                outcome.status().orElse(200) >= 400
                        || outcome.expectations().contains(new Expectation.IsRefused());
        return sent(
                outcome,
                new CaseNames(scene.place()).of(name + (isRefused ? " is refused" : " succeeds")),
                writer,
                values,
                given.get(),
                isRefused ? List.of(field) : List.of());
    }
}
