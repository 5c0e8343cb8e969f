package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.talk.Check;
import kiro.model.builtin.write.Checks.Asked;
import kiro.model.builtin.write.Checks.Checking;

/// Writes what a test checks of what is stored after a request.
final class StoredChecks {
    private final Scene scene;
    private final Place place;
    private final TestCode code;
    private final Given given;
    private final Asked asked;
    private final KnownValues known;

    StoredChecks(Scene scene, Given given, Asked asked) {
        this.scene = scene;
        this.place = scene.place();
        this.code = scene.code();
        this.given = given;
        this.asked = asked;
        this.known = new KnownValues(scene, given, asked);
    }

    /// The expression that reads the resource again; empty where a test cannot.
    Optional<String> found() {
        return place.action().hasId() && !asked.id().isEmpty()
                ? scene.stock().found(asked.id())
                : Optional.empty();
    }

    String object(String found) {
        return found + (scene.stock().findsOptional() ? ".orElseThrow()" : "");
    }

    private static Checking written(Check... checks) {
        return new Checking.Written(List.of(checks));
    }

    private static Checking unread() {
        return Checks.missing("what is stored cannot be read from a test");
    }

    Checking changesNothing() {
        List<Check> checks = unchanged();
        return checks.isEmpty()
                ? Checks.missing("what is stored cannot be compared from a test")
                : new Checking.Written(checks);
    }

    /// What was there before a refused request is there still: as a whole where values compare, else by what
    /// the request could have changed; and nothing was added.
    List<Check> unchanged() {
        if (place.action() == Action.CREATE) {
            return scene.stock().count().map(this::sameCount).orElse(List.of());
        }
        Optional<String> found = found();
        if (found.isEmpty() || given.equals(Given.NOTHING)) {
            return List.of();
        }
        code.assertThat();
        if (place.resource().isFrozen()) {
            String how = place.resource().isRecord() ? "" : ".usingRecursiveComparison()";
            return List.of(
                    new Check.Before("var stored = " + object(found.get()) + ";"),
                    new Check.After(
                            "assertThat(%s)%s.isEqualTo(stored);"
                                    .formatted(object(found.get()), how)));
        }
        List<Check.After> checks =
                comparisons(
                        object(found.get()),
                        property -> Optional.ofNullable(given.values().get(property.name())));
        if (!checks.isEmpty()) {
            return List.copyOf(checks);
        }
        return place.action() == Action.DELETE ? List.of(there(found.get())) : former(found.get());
    }

    /// What the request could change is what it was before, whatever that is.
    private List<Check> former(String found) {
        var checks = new ArrayList<Check>();
        for (Property property : changeable()) {
            checks.addAll(former(property, object(found)));
        }
        return checks;
    }

    static List<Check> former(Property property, String object) {
        String read = object + property.read();
        String before = "former" + Names.upper(property.name());
        return List.of(
                new Check.Before("var " + before + " = " + read + ";"),
                new Check.After("assertThat(" + read + ").isEqualTo(" + before + ");"));
    }

    /// These fields are what they were before the request; all that were not sent, where none is named.
    Checking kept(List<String> names) {
        return new KeptFields(scene, this, asked).are(names);
    }

    private List<Check> sameCount(String count) {
        code.assertThat();
        if (count.endsWith(".size()")) {
            String all = count.substring(0, count.length() - ".size()".length());
            return List.of(
                    new Check.Before("int count = " + count + ";"),
                    new Check.After("assertThat(" + all + ").hasSize(count);"));
        }
        return List.of(
                new Check.Before("long count = " + count + ";"),
                new Check.After("assertThat(" + count + ").isEqualTo(count);"));
    }

    /// What the request changes where it is served.
    Set<Property> changeable() {
        var properties = new LinkedHashSet<Property>();
        for (Property property : place.resource().properties()) {
            boolean isChanged =
                    scene.field(property.name()).isPresent()
                            || Effects.of(scene.project(), place, scene.wants())
                                    .containsKey(property);
            if (isChanged) {
                properties.add(property);
            }
        }
        return properties;
    }

    /// A comparison of an expression with a value that means the same wherever it stands.
    private Optional<Check.After> equal(String actual, String value) {
        code.assertThat();
        String subject = "assertThat(" + actual + ")";
        if (value.matches("null|true|false")) {
            String is = ".is" + Names.upper(value) + "();";
            return Optional.of(new Check.After(subject + is));
        }
        if (value.startsWith("new BigDecimal(")) {
            return Optional.of(new Check.After(subject + ".isEqualByComparingTo(" + value + ");"));
        }
        boolean isText =
                Sample.isRead(value)
                        || value.startsWith("\"")
                        || value.matches("(Local|Offset|Zoned)\\w*\\.parse\\(.*");
        return isText || JsonForm.of(value).isPresent()
                ? Optional.of(new Check.After(subject + ".isEqualTo(" + value + ");"))
                : Optional.empty();
    }

    /// These values are what the request made of them.
    Checking fields(List<String> names) {
        return new StoredFields(scene, this).are(names);
    }

    /// A comparison of a stored value with what the request makes of it; empty where that is not known.
    Optional<Check.After> isKnown(Property property) {
        return found().flatMap(found ->
                known.of(property).flatMap(value -> equal(object(found) + property.read(), value)));
    }

    Checking isStored() {
        List<Check> checks = changed();
        List<String> left = uncompared();
        if (checks.isEmpty() || !left.isEmpty()) {
            return Checks.missing(
                    left.isEmpty()
                            ? "nothing of what was sent can be compared with what is stored"
                            : "the stored %s cannot be compared with what was sent"
                                    .formatted(String.join(", ", left)));
        }
        return new Checking.Written(checks);
    }

    /// A later reading finds what the request made of the resource.
    List<Check> changed() {
        if (place.action() == Action.CREATE) {
            return newOne().added();
        }
        Optional<String> found = found();
        if (found.isEmpty()) {
            return List.of();
        }
        var checks = new ArrayList<Check>(comparisons(object(found.get()), known::of));
        place.resource().properties().forEach(property -> checks.addAll(now(property)));
        return checks;
    }

    /// Comparisons of all that the request could change; of several, with an object that is read once.
    private List<Check.After> comparisons(
            String object, Function<Property, Optional<String>> expected) {
        List<Check.After> once = each("stored", expected);
        if (once.size() < 2) {
            return each(object, expected);
        }
        code.imports.add(place.resource().type().qualifiedName());
        var checks = new ArrayList<Check.After>();
        checks.add(new Check.After("%s stored = %s;".formatted(place.resource().name(), object)));
        checks.addAll(once);
        return checks;
    }

    List<Check.After> each(String object, Function<Property, Optional<String>> expected) {
        var checks = new ArrayList<Check.After>();
        List<Property> looked =
                place.action() == Action.CREATE
                        ? place.resource().properties()
                        : List.copyOf(changeable());
        for (Property property : looked) {
            expected.apply(property)
                    .flatMap(value -> equal(object + property.read(), value))
                    .ifPresent(checks::add);
        }
        return checks;
    }

    /// The expression for the new resource; empty where a test cannot tell it from others.
    Optional<String> made() {
        return newOne().found();
    }

    private NewOne newOne() {
        return new NewOne(scene, this, known, asked.sent().keySet());
    }

    /// A later reading finds the resource in this state.
    Checking stateIs(String word) {
        Optional<String> found = found();
        Optional<StateOf> state = new States(scene.project().sources()).of(place.resource(), word);
        if (found.isEmpty() || state.isEmpty()) {
            return unread();
        }
        code.assertThat();
        code.imports.addAll(state.get().imports());
        return written(
                new Check.After(
                        "assertThat(" + state.get().testOf(object(found.get())) + ").isTrue();"));
    }

    Checking isThere() {
        Optional<String> found = found();
        return found.isEmpty() ? unread() : written(there(found.get()));
    }

    private Check there(String found) {
        code.assertThat();
        return new Check.After(
                "assertThat("
                        + found
                        + ")."
                        + (scene.stock().findsOptional() ? "isPresent();" : "isNotNull();"));
    }

    /// A time that was set while the request was served, as far as clocks are exact.
    Checking isNow(String name) {
        Optional<String> found = found();
        Optional<Property> property = place.resource().property(name);
        if (place.action() == Action.CREATE && property.filter(this::isSeenNow).isPresent()) {
            List<Check> added = newOne().added();
            return added.isEmpty()
                    ? Checks.missing("when " + name + " was set cannot be read from a test")
                    : new Checking.Written(added);
        }
        List<Check> checks =
                found.isEmpty() || property.isEmpty()
                        ? List.of()
                        : new NowChecks(scene).of(property.get(), object(found.get()));
        return checks.isEmpty()
                ? Checks.missing("when " + name + " was set cannot be read from a test")
                : new Checking.Written(checks);
    }

    /// Whether what is looked at of a new one is when this was set.
    private boolean isSeenNow(Property property) {
        return isSetNow(property) && !new NowChecks(scene).of(property, "one").isEmpty();
    }

    /// The same, where this request sets it and a test can look; else nothing.
    List<Check> now(Property property) {
        return isSetNow(property) && found().isPresent()
                ? new NowChecks(scene).of(property, object(found().orElseThrow()))
                : List.of();
    }

    boolean isSetNow(Property property) {
        boolean isSent = asked.sent().containsKey(property.name());
        boolean isTime =
                Effects.of(scene.project(), place, scene.wants()).get(property)
                                instanceof Effect.Now
                        || Times.isUpdated(property, place.endpoint())
                        || (place.action() == Action.CREATE
                                && Times.isCreated(property, place.endpoint()));
        return !isSent && isTime;
    }

    Checking isGone() {
        return found().flatMap(this::gone)
                .map(StoredChecks::written)
                .orElseGet(StoredChecks::unread);
    }

    /// It is found no more; where what finds it fails then, it is none of those that are listed.
    private Optional<Check> gone(String found) {
        code.assertThat();
        if (scene.stock().failsWhereNone()) {
            code.imports.add(place.resource().type().qualifiedName());
            String id = place.resource().id().orElseThrow().read().replaceAll("[.()]", "");
            return scene.stock()
                    .all()
                    .filter(_ -> !asked.id().isEmpty())
                    .map(all ->
                            new Check.After(
                                    "assertThat(%s).extracting(%s::%s).doesNotContain(%s);"
                                            .formatted(
                                                    all, place.resource().name(), id, asked.id())));
        }
        return Optional.of(isNone(found));
    }

    private Check isNone(String found) {
        return new Check.After(
                "assertThat("
                        + found
                        + ")."
                        + (scene.stock().findsOptional() ? "isEmpty();" : "isNull();"));
    }

    /// What a test sees of the effects of a request.
    ///
    /// @param unseen what it does not see, each with the reason
    record Seen(List<Check> checks, List<String> unseen) {
        static final Seen NONE = new Seen(List.of(), List.of());

        Seen {
            checks = List.copyOf(checks);
            unseen = List.copyOf(unseen);
        }
    }

    /// What else a test looks at that a criterion does not mention: that a served request had its effect, and
    /// a refused one had none.
    Seen unmentioned(boolean isRefused) {
        boolean isReading = place.action() == Action.READ || place.action() == Action.LIST;
        // What an endpoint that was there before calls deleted can be marked so.
        boolean mayBeMarked = place.action() == Action.DELETE && place.existing().isPresent();
        if (isReading || (mayBeMarked && !isRefused)) {
            return Seen.NONE;
        }
        if (isRefused) {
            boolean isThereSome =
                    place.action() == Action.CREATE
                            || (!given.equals(Given.NOTHING) && !asked.id().isEmpty());
            return seen(unchanged(), isThereSome, "that a refused request changes nothing");
        }
        if (place.action() == Action.DELETE) {
            List<Check> gone = found().flatMap(this::gone).stream().toList();
            return seen(gone, true, "that what is deleted is gone");
        }
        List<Check> changed = changed();
        List<String> left = uncompared();
        return changed.isEmpty() || left.isEmpty()
                ? seen(changed, !changeable().isEmpty(), "that what is sent is stored")
                : new Seen(
                        changed,
                        List.of(
                                "that %s is stored as it is sent: its values cannot be compared from a test"
                                        .formatted(String.join(", ", left))));
    }

    private static Seen seen(List<Check> checks, boolean isThereSome, String what) {
        return checks.isEmpty() && isThereSome
                ? new Seen(List.of(), List.of(what + ": what is stored cannot be read from a test"))
                : new Seen(checks, List.of());
    }

    /// The properties that are sent and whose stored values no comparison is known for.
    private List<String> uncompared() {
        return changeable().stream()
                .filter(property -> asked.sent().containsKey(property.name()))
                .filter(property ->
                        known.of(property).flatMap(value -> equal("stored", value)).isEmpty())
                .map(Property::name)
                .toList();
    }
}
