package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import kiro.spec.rest.Condition.Break;
import kiro.spec.rest.Condition.BrokenField;

/// Reads the words for fields that break their rules, or have a certain value, beside the rules that the spec states.
final class BrokenFieldReader {
    private final EndpointDraft endpoint;
    private final OptionalInt status;
    private final Objections objections;
    private final StatedBounds stated;
    private final AllowedValues values;

    BrokenFieldReader(EndpointDraft endpoint, OptionalInt status, Objections objections) {
        this.endpoint = endpoint;
        this.status = status;
        this.objections = objections;
        this.stated = new StatedBounds(endpoint, objections);
        this.values = new AllowedValues(endpoint, objections);
    }

    /// The situations that a node stands for, one at a time; none where it speaks of no field.
    List<Condition> read(Meaning meaning) {
        return switch (meaning.tree().name()) {
            case "InvalidInput", "InvalidQuality" ->
                    List.of(new Condition.InvalidFields(List.of()));
            case "InvalidNoun" -> invalidNoun();
            case "RequiredMissing" -> requiredMissing();
            case "BrokenFields" -> inPath(broken(meaning));
            case "WithoutField" ->
                    meaning.has("OptionalAll") ? withoutOptional() : without(meaning);
            case "ValueIs" -> valueIs(meaning);
            case "LengthIs" -> List.of(lengthIs(meaning));
            case "SoleValue", "OneValue" -> oneValue(meaning.words(meaning.tree()));
            case "SoleBlank" -> sole(field -> broken(field, Break.BLANK));
            default -> List.of();
        };
    }

    /// An invalid order breaks rules; an order with an invalid id is nowhere to be found.
    private List<Condition> invalidNoun() {
        boolean isOfRules =
                status.isEmpty() || status.getAsInt() == 400 || status.getAsInt() == 422;
        if (!isOfRules) {
            objections.add("what is invalid is not said");
        }
        return List.of(new Condition.InvalidFields(List.of()));
    }

    /// The field's name as the spec lists it.
    String name(String words) {
        Optional<Field> field = endpoint.sentNamed(words);
        if (field.isEmpty()) {
            objections.add("the request has no field '%s'".formatted(words));
        }
        return field.map(Field::name).orElse(words);
    }

    private List<Condition> requiredMissing() {
        List<Condition> each = new ArrayList<>();
        for (Field field : endpoint.required()) {
            each.add(broken(field.name(), Break.MISSING));
        }
        if (each.isEmpty()) {
            objections.add("the spec says of no field that it is required");
            each.add(new Condition.InvalidFields(List.of()));
        }
        return each;
    }

    private static Condition broken(String name, Break how) {
        return new Condition.InvalidFields(List.of(new BrokenField(name, Optional.of(how))));
    }

    private List<Condition> broken(Meaning meaning) {
        List<Condition> found = new ArrayList<>();
        List<Tree> names = meaning.tree().all("BrokenName");
        if (names.isEmpty()) {
            return found;
        }
        for (Tree node : names) {
            String name = name(meaning.words(node));
            List<Break> ways = ways(meaning, node, name);
            if (ways.isEmpty()) {
                found.add(
                        new Condition.InvalidFields(
                                List.of(new BrokenField(name, Optional.empty()))));
            }
            ways.forEach(way ->
                    found.add(
                            isNone(name, way)
                                    ? blank(name)
                                    : isNothing(meaning, name, way)
                                            ? new Condition.LengthIs(name, 0)
                                            : missing(name, way)));
            meaning.tree().all("IncludedValue").stream()
                    .map(value -> new Condition.ValueIs(name, meaning.words(value)))
                    .forEach(found::add);
            if (!ways.isEmpty() && isWrongAnyhow(meaning, node)) {
                found.add(
                        new Condition.InvalidFields(
                                List.of(new BrokenField(name, Optional.empty()))));
            }
        }
        return found.stream().distinct().toList();
    }

    /// Whether a blank text is none there, and breaks no rule.
    private boolean isNone(String name, Break way) {
        return way == Break.BLANK
                && endpoint.sent(name)
                        .filter(field -> field.rules().contains(new FieldRule.BlankIsNone()))
                        .isPresent();
    }

    /// Whether a text without any character is meant, which breaks the rule of how long it is at least.
    private boolean isNothing(Meaning meaning, String name, Break way) {
        boolean isEmpty =
                meaning.tree().all("Blank").stream()
                        .map(meaning::words)
                        .allMatch(words -> words.matches("(?i)(left )?empty"));
        return way == Break.BLANK
                && isEmpty
                && endpoint.sent(name).stream()
                        .flatMap(field -> field.rules().stream())
                        .anyMatch(rule ->
                                rule instanceof FieldRule.Length length
                                        && length.min().orElse(0) > 0);
    }

    private static Condition blank(String name) {
        return new Condition.ValueIs(name, "   ");
    }

    /// "Missing or invalid" says of one field that it is left out, or wrong in any way.
    private static boolean isWrongAnyhow(Meaning meaning, Tree name) {
        List<Tree> phrases =
                meaning.tree().all("BrokenField").stream()
                        .filter(one -> one.start() <= name.start() && name.end() <= one.end())
                        .toList();
        return phrases.isEmpty()
                ? meaning.has("Wrong")
                : phrases.stream().anyMatch(one -> one.has("Wrong"));
    }

    /// A parameter of the path has the wrong form, or is beyond a limit that the spec states for it.
    private List<Condition> inPath(List<Condition> found) {
        return found.stream().map(this::inPath).toList();
    }

    private Condition inPath(Condition found) {
        if (!(found instanceof Condition.InvalidFields(List<BrokenField> fields))) {
            return found;
        }
        boolean isInPath =
                fields.stream()
                        .anyMatch(field ->
                                endpoint.route().path().parameters().contains(field.name()));
        if (!isInPath) {
            return found;
        }
        Optional<Break> how = fields.getFirst().how();
        if (how.equals(Optional.of(Break.NOT_ALLOWED))) {
            return new Condition.MissingResource(Optional.empty());
        }
        if (fields.stream().allMatch(this::isLimited)) {
            return found;
        }
        if (how.isPresent() && how.get() != Break.WRONG_FORM) {
            objections.add(
                    "the spec states no such limit for this parameter of the path: put it into a table 'Path parameters', or say which id is not there (404)");
        }
        return new Condition.MalformedId();
    }

    private boolean isLimited(BrokenField broken) {
        return endpoint.fields(Place.PATH).stream()
                .filter(field -> field.name().equalsIgnoreCase(broken.name()))
                .flatMap(field -> field.rules().stream())
                .anyMatch(rule ->
                        switch (broken.how().orElse(Break.WRONG_FORM)) {
                            case TOO_SMALL, TOO_LARGE -> rule instanceof FieldRule.Range;
                            case TOO_SHORT, TOO_LONG -> rule instanceof FieldRule.Length;
                            case WRONG_FORM -> rule instanceof FieldRule.Matches;
                            case NOT_ALLOWED, MISSING, BLANK, WRONG_TYPE -> false;
                        });
    }

    /// The ways that stand in the same phrase as the name.
    private List<Break> ways(Meaning meaning, Tree name, String field) {
        for (Tree one : meaning.tree().all("BrokenField")) {
            if (one.start() <= name.start() && name.end() <= one.end()) {
                return ways(meaning.of(one), field);
            }
        }
        return ways(meaning, field);
    }

    private List<Break> ways(Meaning meaning, String field) {
        var ways = new ArrayList<Break>();
        add(meaning, "Missing", Break.MISSING, ways);
        add(meaning, "Absent", Break.MISSING, ways);
        add(meaning, "No", Break.MISSING, ways);
        add(meaning, "Blank", Break.BLANK, ways);
        add(meaning, "TooLong", Break.TOO_LONG, ways);
        add(meaning, "TooShort", Break.TOO_SHORT, ways);
        add(meaning, "TooSmall", Break.TOO_SMALL, ways);
        add(meaning, "TooLarge", Break.TOO_LARGE, ways);
        add(meaning, "NotAllowed", Break.NOT_ALLOWED, ways);
        add(meaning, "OutsideOf", Break.NOT_ALLOWED, ways);
        add(meaning, "WrongForm", Break.WRONG_FORM, ways);
        add(meaning, "NotOfForm", Break.WRONG_FORM, ways);
        if (values.areOthers(meaning, field)) {
            ways.add(Break.NOT_ALLOWED);
        }
        bounds(meaning, field, ways);
        outOfRange(meaning, field, ways);
        if (meaning.has("WrongTime")) {
            stated.requireTime(meaning, field);
            ways.add(Break.NOT_ALLOWED);
        }
        return ways;
    }

    private void bounds(Meaning meaning, String field, List<Break> ways) {
        if (meaning.has("LongerThan")) {
            stated.requireBound(within(meaning, "LongerThan"), field, true, true);
            ways.add(Break.TOO_LONG);
        }
        if (meaning.has("ShorterThan")) {
            stated.requireBound(within(meaning, "ShorterThan"), field, true, false);
            ways.add(Break.TOO_SHORT);
        }
        if (meaning.has("MoreThan")) {
            stated.requireBound(within(meaning, "MoreThan"), field, false, true);
            ways.add(Break.TOO_LARGE);
        }
        if (meaning.has("LessThan")) {
            stated.requireBound(within(meaning, "LessThan"), field, false, false);
            ways.add(Break.TOO_SMALL);
        }
        if (meaning.has("MoreElements")) {
            stated.requireSize(meaning, field);
            ways.add(Break.TOO_LARGE);
        }
        if (meaning.has("TooManyDecimals")) {
            stated.requireDecimals(meaning, field);
            ways.add(Break.WRONG_FORM);
        }
    }

    private static Meaning within(Meaning meaning, String node) {
        return meaning.of(meaning.tree().first(node).orElseThrow());
    }

    private static void add(Meaning meaning, String node, Break way, List<Break> ways) {
        if (meaning.has(node)) {
            ways.add(way);
        }
    }

    private void outOfRange(Meaning meaning, String field, List<Break> ways) {
        if (meaning.has("OutOfRange")) {
            stated.requireRange(meaning, field);
            ways.addAll(List.of(Break.TOO_SMALL, Break.TOO_LARGE));
        }
    }

    private List<Condition> withoutOptional() {
        List<String> optional =
                endpoint.fields(Place.BODY).stream()
                        .filter(field -> field.presence() == Field.Presence.OPTIONAL)
                        .map(Field::name)
                        .toList();
        if (optional.isEmpty()) {
            objections.add("the spec says of no field that it is optional");
        }
        return List.of(new Condition.Without(optional));
    }

    private List<Condition> without(Meaning meaning) {
        List<String> names =
                meaning.tree().all("BrokenName").stream()
                        .map(node -> name(meaning.words(node)))
                        .toList();
        boolean areOptional =
                names.stream()
                        .allMatch(name ->
                                endpoint.sent(name).map(field -> !field.isRequired()).orElse(true));
        boolean isError = status.isPresent() && status.getAsInt() >= 400;
        if (areOptional && !isError) {
            return List.of(new Condition.Without(names));
        }
        return names.stream().map(name -> missing(name, Break.MISSING)).toList();
    }

    /// Leaving out what may be left out breaks nothing.
    private Condition missing(String name, Break way) {
        boolean isOptional =
                endpoint.sent(name)
                        .map(field -> field.presence() == Field.Presence.OPTIONAL)
                        .orElse(false);
        if (way == Break.MISSING && isOptional) {
            if (status.isEmpty() || status.getAsInt() < 400) {
                return new Condition.Without(List.of(name));
            }
            objections.add("'%s' is optional: leaving it out breaks no rule".formatted(name));
        }
        return broken(name, way);
    }

    private List<Condition> valueIs(Meaning meaning) {
        String name = name(meaning.words("BrokenName").orElseThrow());
        return java.util.stream.Stream.concat(
                        meaning.tree().all("ExactWord").stream(),
                        meaning.tree().all("ExactNumber").stream())
                .<Condition>map(value -> new Condition.ValueIs(name, meaning.words(value)))
                .toList();
    }

    /// What is said of the one field that there is, without its name.
    private List<Condition> sole(Function<String, Condition> said) {
        List<Field> body = endpoint.fields(Place.BODY);
        if (body.size() != 1) {
            objections.add("of which field that is said is not clear");
            return List.of(new Condition.InvalidFields(List.of()));
        }
        return List.of(said.apply(body.getFirst().name()));
    }

    /// A value by itself is that of the one field that can have it, or of the one field that there is.
    private List<Condition> oneValue(String value) {
        return values.fieldOf(value)
                .<List<Condition>>map(field -> List.of(new Condition.ValueIs(field, value)))
                .orElseGet(() -> sole(field -> new Condition.ValueIs(field, value)));
    }

    private Condition lengthIs(Meaning meaning) {
        String name = name(meaning.words("BrokenName").orElseThrow());
        OptionalInt length =
                meaning.token("LengthCount")
                        .map(Token::key)
                        .map(Numbers::whole)
                        .orElse(OptionalInt.empty());
        if (length.isEmpty()) {
            objections.add("how many characters is not clear");
        }
        return new Condition.LengthIs(name, length.orElse(0));
    }
}
