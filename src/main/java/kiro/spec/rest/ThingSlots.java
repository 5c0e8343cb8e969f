package kiro.spec.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads situations of things: what is not there, what is there already, and what is in a state that forbids it.
final class ThingSlots {
    private static final Set<String> MISSING =
            Set.of(
                    "filler",
                    "people",
                    "neg",
                    "unknown",
                    "there",
                    "id",
                    "parameter",
                    "noun",
                    "acting");
    private static final Set<String> DELETED =
            Set.of(
                    "filler",
                    "done-away",
                    "still",
                    "again",
                    "repeated",
                    "earlier",
                    "noun",
                    "owning",
                    "people",
                    "acting");
    private static final Set<String> OF_OTHER =
            Set.of("filler", "foreign", "owning", "people", "noun", "acting");
    private static final Set<String> FOREIGN =
            Set.of("filler", "people", "neg", "foreign", "owning", "noun", "acting");
    private static final Set<String> TAKEN =
            Set.of(
                    "filler", "people", "again", "foreign", "owning", "showing", "noun", "value",
                    "field", "no-case", "taking");

    private static final Set<String> DAYS = Set.of("day", "date", "time", "moment", "slot", "hour");

    private final EndpointDraft endpoint;
    private final Slots slots;

    ThingSlots(EndpointDraft endpoint, Slots slots) {
        this.endpoint = endpoint;
        this.slots = slots;
    }

    /// 404: what the path leads to is not there; or it is someone else's, which nobody is told.
    SlotReading missing() {
        if (isDeletedBefore()) {
            return SlotReading.of(new Condition.Repeated());
        }
        Optional<String> other = otherParent();
        if (other.isPresent()) {
            return SlotReading.of(new Condition.OfOtherParent(other.get()));
        }
        boolean isOwners =
                endpoint.permission() instanceof Permission.Owner
                        && (slots.has("foreign") || slots.has("owning"));
        if (isOwners && slots.stranger(FOREIGN).isEmpty()) {
            return new CallerSlots(endpoint, slots).isForeign()
                    ? SlotReading.of(new Condition.ForeignResource())
                    : SlotReading.open(slots, 404);
        }
        var stranger = slots.stranger(MISSING);
        if (stranger.isPresent() && !isOfSender()) {
            return SlotReading.stranger(stranger.get(), 404);
        }
        List<String> nouns =
                slots.keys("noun").stream()
                        .map(Words::singular)
                        .distinct()
                        .filter(noun -> !isDeed(noun))
                        .toList();
        boolean isDenied = slots.denials() + slots.count("unknown") == 1;
        boolean isOfThing =
                !nouns.isEmpty() || slots.has("there") || slots.has("id") || slots.has("parameter");
        return isDenied && isOfThing ? missing(nouns) : SlotReading.open(slots, 404);
    }

    /// One of these is not there: what the path leads to, or through.
    private SlotReading missing(List<String> nouns) {
        List<String> parameters = endpoint.route().path().parameters();
        if (parameters.isEmpty()) {
            return SlotReading.open(slots, 404);
        }
        if (nouns.isEmpty()) {
            return parameters.size() == 1
                    ? SlotReading.of(new Condition.MissingResource(Optional.empty()))
                    : SlotReading.open(slots, 404);
        }
        if (nouns.size() == 2 && isOfParent(nouns)) {
            return SlotReading.of(new Condition.MissingResource(endpoint.noun()));
        }
        return nouns.size() == 1 && led().contains(nouns.getFirst())
                ? SlotReading.of(new Condition.MissingResource(Optional.of(nouns.getFirst())))
                : SlotReading.open(slots, 404);
    }

    /// "No ticket has this id when a lead closes it": all that is said beside is that one of those sends it who alone may.
    private boolean isOfSender() {
        var known = new HashSet<>(MISSING);
        known.add("role");
        return endpoint.permission() instanceof Permission.Roles
                && slots.stranger(known).isEmpty()
                && slots.has("acting")
                && !slots.has("no-role")
                && isNobodyDenied();
    }

    /// What the path ends in is what somebody does, where they do it: "a lead closes it".
    private boolean isDeed(String noun) {
        return !endpoint.noun().equals(Optional.of(noun))
                && slots.all().stream()
                        .filter(slot -> slot.is("noun") && Words.singular(slot.key()).equals(noun))
                        .allMatch(slot -> slot.is("acting") && !slot.key().equals(noun))
                && slots.all().stream().anyMatch(slot -> slot.is("role") || slot.is("sender"));
    }

    /// Whether no role stands behind a denial: "no lead", "not a lead".
    private boolean isNobodyDenied() {
        List<Slots.Slot> told =
                slots.all().stream()
                        .filter(slot -> !Set.of("a", "an", "the").contains(slot.key()))
                        .toList();
        for (int at = 1; at < told.size(); at++) {
            if (told.get(at).is("role") && told.get(at - 1).is("neg")) {
                return false;
            }
        }
        return true;
    }

    /// "When it was deleted before", of what deletes it.
    private boolean isDeletedBefore() {
        return endpoint.route().method() == HttpMethod.DELETE
                && slots.has("done-away")
                && slots.denials() == 0
                && slots.stranger(DELETED).isEmpty()
                && slots.keys("noun").stream()
                        .map(Words::singular)
                        .allMatch(noun -> endpoint.noun().equals(Optional.of(noun)));
    }

    /// The parent of which another one has the thing: "the note is one of another ticket".
    private Optional<String> otherParent() {
        List<String> nouns = slots.keys("noun").stream().map(Words::singular).distinct().toList();
        List<String> parents =
                nouns.stream()
                        .filter(endpoint.parentNouns()::contains)
                        .filter(noun -> !endpoint.noun().equals(Optional.of(noun)))
                        .toList();
        boolean isOther =
                slots.has("foreign")
                        && slots.denials() == 0
                        && parents.size() == 1
                        && nouns.size() <= 2
                        && slots.stranger(OF_OTHER).isEmpty()
                        && isForeign(parents.getFirst());
        return isOther ? Optional.of(parents.getFirst()) : Optional.empty();
    }

    /// Whether the parent is the other one, not somebody whom the words name: "another ticket", "a different one".
    private boolean isForeign(String parent) {
        List<Slots.Slot> all = slots.all();
        for (int at = 0; at + 1 < all.size(); at++) {
            boolean isOne = all.get(at).is("foreign") && !all.get(at).is("owning");
            if (isOne && Words.singular(all.get(at + 1).key()).equals(parent)) {
                return true;
            }
        }
        return !slots.has("people") && !slots.has("acting");
    }

    /// Whether it is denied that a parent has what the path ends in: "the film has no such scene".
    private boolean isOfParent(List<String> nouns) {
        Optional<String> denied =
                slots.all().stream()
                        .dropWhile(slot -> !slot.is("neg"))
                        .filter(slot -> slot.is("noun"))
                        .map(slot -> Words.singular(slot.key()))
                        .findFirst();
        return denied.isPresent()
                && denied.equals(endpoint.noun())
                && endpoint.parentNouns().containsAll(nouns);
    }

    /// The nouns of what ids in the path are of.
    private Set<String> led() {
        var nouns = new HashSet<>(endpoint.parentNouns());
        endpoint.route().path().parameters().stream()
                .flatMap(name -> Words.ofParameter(name).stream())
                .forEach(nouns::add);
        return nouns;
    }

    /// 409: it is there already, or in a state in which it cannot be done.
    SlotReading conflict() {
        var states = new StateSlots(endpoint, slots);
        if (states.areMeant()) {
            return states.conflict();
        }
        var stranger = onThatDay() ? Optional.<String>empty() : slots.stranger(TAKEN);
        if (stranger.isPresent()) {
            Optional<Condition> dependents = new DependentSlots(endpoint, slots).conflict();
            if (dependents.isPresent()) {
                return SlotReading.of(dependents.get());
            }
            return SlotReading.stranger(stranger.get(), 409);
        }
        List<String> fields = slots.fields();
        List<String> unique = unique();
        boolean isOthers = slots.has("foreign") && fields.size() == 1;
        if (!(slots.has("again") || isOthers) || fields.size() > 1) {
            return SlotReading.open(slots, 409);
        }
        Optional<String> parents = fields.stream().findFirst().flatMap(this::ofParent);
        if (parents.isPresent()) {
            return new SlotReading.Refused(parents.get());
        }
        if (slots.has("no-case")) {
            return inOtherCase(fields.isEmpty() && slots.has("noun") ? unique : fields);
        }
        if (fields.size() == 1) {
            return unique.contains(fields.getFirst())
                    ? SlotReading.of(new Condition.Duplicate(Optional.of(fields.getFirst())))
                    : new SlotReading.Refused(
                            "the spec does not say that '%s' is unique"
                                    .formatted(fields.getFirst()));
        }
        return unique.size() == 1 && slots.has("noun")
                ? SlotReading.of(new Condition.Duplicate(Optional.of(unique.getFirst())))
                : SlotReading.open(slots, 409);
    }

    /// "The animal has a visit on the same day already", where the one unique field is a day: no word but those for it is
    /// strange.
    private boolean onThatDay() {
        List<String> unique = unique();
        boolean isOfTime =
                unique.size() == 1
                        && endpoint.sent(unique.getFirst())
                                .map(Field::type)
                                .filter(type ->
                                        type == FieldType.Plain.DATE
                                                || type == FieldType.Plain.TIMESTAMP)
                                .isPresent();
        return isOfTime
                && slots.keys("again").contains("same")
                && slots.all().stream()
                        .allMatch(slot ->
                                DAYS.contains(slot.key())
                                        || slot.kinds().stream().anyMatch(TAKEN::contains));
    }

    /// "The code is taken, ignoring case": the value is there in other letters.
    private SlotReading inOtherCase(List<String> names) {
        boolean isSaid =
                names.size() == 1
                        && endpoint.behaviours().stream()
                                .anyMatch(one -> ignoresCase(one, names.getFirst()));
        return isSaid
                ? SlotReading.of(new Condition.DuplicateInOtherCase(names.getFirst()))
                : new SlotReading.Refused(
                        "the spec does not say that upper and lower case count as the same there");
    }

    private static boolean ignoresCase(Behaviour behaviour, String field) {
        boolean isUnique =
                behaviour instanceof Behaviour.Unique(String name, Behaviour.Letters letters)
                        && name.equals(field)
                        && letters == Behaviour.Letters.IGNORING_CASE;
        return isUnique
                || (behaviour
                                instanceof
                                Behaviour.UniqueWithin(
                                        String name,
                                        Behaviour.Letters letters,
                                        String _)
                        && name.equals(field)
                        && letters == Behaviour.Letters.IGNORING_CASE);
    }

    /// What is wrong with what is said of the parent within which a field is unique.
    private Optional<String> ofParent(String field) {
        List<String> words = slots.all().stream().map(Slots.Slot::key).toList();
        return new ParentWords(endpoint).objection(words, Optional.of(field));
    }

    List<String> unique() {
        return unique(endpoint);
    }

    static List<String> unique(EndpointDraft endpoint) {
        Stream<String> said =
                endpoint.behaviours().stream()
                        .flatMap(one ->
                                switch (one) {
                                    case Behaviour.Unique unique -> Stream.of(unique.name());
                                    case Behaviour.UniqueWithin within -> Stream.of(within.name());
                                    default -> Stream.of();
                                });
        Stream<String> ruled =
                endpoint.fields(Place.BODY).stream()
                        .filter(field -> field.rules().contains(new FieldRule.Unique()))
                        .map(Field::name);
        return Stream.concat(said, ruled).distinct().toList();
    }
}
