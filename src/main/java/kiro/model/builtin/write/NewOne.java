package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.talk.Check;

/// What a test sees of the resource that a request has made, among all that are stored.
final class NewOne {
    private final Scene scene;
    private final Place place;
    private final StoredChecks stored;
    private final KnownValues known;
    private final Set<String> sent;

    /// @param sent the fields that a request has
    NewOne(Scene scene, StoredChecks stored, KnownValues known, Set<String> sent) {
        this.scene = scene;
        this.place = scene.place();
        this.stored = stored;
        this.known = known;
        this.sent = Set.copyOf(sent);
    }

    /// The expression for the new resource: the one that has the first text that was sent. Where no transaction takes
    /// back what tests store, others have it too.
    Optional<String> found() {
        boolean isAlone = place.storage().isTransactional() && scene.talk().isInThread();
        Optional<String> all = scene.stock().all().filter(_ -> isAlone);
        return all.flatMap(those ->
                place.resource().properties().stream()
                        .filter(one -> one.typeName().raw().equals("String"))
                        .filter(one -> sent.contains(one.name()))
                        .flatMap(one ->
                                known.of(one).map(value -> found(those, one, value)).stream())
                        .findFirst());
    }

    /// The call of a method that finds it, which the test class gets.
    private String found(String all, Property property, String value) {
        String name = "new" + place.resource().name();
        TestCode code = scene.code();
        code.imports.add(place.resource().type().qualifiedName());
        code.helpers.put(
                name,
                "private %s %s() {\n    return %s%s\n            .filter(one -> %s.equals(one%s))\n            .findFirst()\n            .orElseThrow();\n}"
                        .formatted(
                                place.resource().name(),
                                name,
                                all,
                                isStream() ? "" : ".stream()",
                                value,
                                property.read()));
        return name + "()";
    }

    private boolean isStream() {
        return place.storage()
                .operation(Operation.Kind.LIST)
                .filter(all -> all.result() == Operation.Result.STREAM)
                .isPresent();
    }

    /// What is stored is as it was sent: under the id that the answer tells, else one of all that are there.
    List<Check> added() {
        Optional<ToldId> told = ToldId.of(scene).filter(_ -> found().isEmpty());
        String made = told.map(ToldId::made).orElse("one");
        var comparisons = new ArrayList<>(stored.each(made, known::of));
        place.parent().ifPresent(parent -> comparisons.add(linked(parent, made)));
        for (ReferenceStock.Held held : scene.stock().references().held()) {
            if (sent.contains(held.reference().field().name())) {
                scene.code().assertThat();
                comparisons.add(
                        new Check.After(
                                "assertThat(%s%s).isEqualTo(%s);"
                                        .formatted(
                                                made,
                                                held.reference().readKey().orElseThrow(),
                                                held.key())));
            }
        }
        var before = new ArrayList<Check>();
        for (Property property : place.resource().properties()) {
            List<Check> now =
                    stored.isSetNow(property) ? new NowChecks(scene).of(property, made) : List.of();
            for (Check check : now) {
                if (check instanceof Check.After after) {
                    comparisons.add(after);
                } else {
                    before.add(check);
                }
            }
        }
        if (told.isPresent()) {
            return told.get().checks(before, comparisons);
        }
        Optional<String> all = scene.stock().all();
        if (all.isEmpty() || comparisons.isEmpty()) {
            return List.of();
        }
        before.add(among(all.get(), comparisons));
        return List.copyOf(before);
    }

    /// One of all that are stored is as these assertions have it.
    static Check among(String all, List<Check.After> comparisons) {
        String lines =
                comparisons.stream()
                        .map(check -> "    " + check.statement())
                        .collect(Collectors.joining("\n"));
        return new Check.After("assertThat(" + all + ").anySatisfy(one -> {\n" + lines + "\n});");
    }

    /// What is new belongs to what the path names.
    private Check.After linked(Parent parent, String made) {
        scene.code().assertThat();
        return new Check.After(
                "assertThat(%s).isEqualTo(%s);"
                        .formatted(parent.read(made), scene.stock().parentId().orElseThrow()));
    }
}
