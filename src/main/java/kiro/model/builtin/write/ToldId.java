package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.TypeName;
import kiro.model.builtin.talk.Check;

/// The id that the answer to a creation tells: a test finds under it what the request has made.
final class ToldId {
    private static final String VARIABLE = "id";
    private static final String MADE = "made";

    private final Scene scene;
    private final Property id;
    private final Optional<String> found;

    private ToldId(Scene scene, Property id, Optional<String> found) {
        this.scene = scene;
        this.id = id;
        this.found = found;
    }

    /// Empty where the answer tells no id, or a test cannot read what is stored.
    static Optional<ToldId> of(Scene scene) {
        Place place = scene.place();
        Optional<Property> id = place.resource().ownId();
        if (place.action() != Action.CREATE || id.filter(one -> isAnswered(scene, one)).isEmpty()) {
            return Optional.empty();
        }
        DomainType resource = place.resource();
        Optional<String> found =
                resource.isByKey()
                        ? Optional.empty()
                        : text(scene, id.get()).flatMap(scene.stock()::found);
        return found.isPresent() || scene.stock().all().isPresent()
                ? Optional.of(new ToldId(scene, id.get(), found))
                : Optional.empty();
    }

    private static boolean isAnswered(Scene scene, Property id) {
        return scene.answered().contains(id.name())
                || scene.place().endpoint().response().fields().stream()
                        .anyMatch(field -> field.name().equals(id.name()));
    }

    /// The text of the answer as the id that a storage finds by; empty where it is of a type that is not read from texts.
    private static Optional<String> text(Scene scene, Property id) {
        TypeName type =
                WrappedId.of(scene.project().sources(), scene.place().resource())
                        .map(WrappedId::heldType)
                        .orElseGet(id::typeName);
        if (type.raw().equals("UUID")) {
            scene.code().imports.add("java.util.UUID");
        }
        return switch (type.boxed()) {
            case "String" -> Optional.of(VARIABLE);
            case "Long" -> Optional.of("Long.parseLong(" + VARIABLE + ")");
            case "Integer" -> Optional.of("Integer.parseInt(" + VARIABLE + ")");
            case "UUID" -> Optional.of("UUID.fromString(" + VARIABLE + ")");
            default -> Optional.empty();
        };
    }

    boolean isOf(String field) {
        return id.name().equals(field);
    }

    Check read() {
        return new Check.ValueKept(id.name(), VARIABLE);
    }

    /// The name under which checks know what the request has made.
    String made() {
        return found.isPresent() ? MADE : "one";
    }

    /// What a test looks at of what is found.
    ///
    /// @param before what it notes before the request
    /// @param comparisons assertions about what was made
    List<Check> checks(List<Check> before, List<Check.After> comparisons) {
        scene.code().assertThat();
        var checks = new ArrayList<>(before);
        checks.add(read());
        if (found.isEmpty()) {
            var all = new ArrayList<Check.After>();
            all.add(new Check.After("assertThat(one%s).hasToString(id);".formatted(id.read())));
            all.addAll(comparisons);
            checks.add(NewOne.among(scene.stock().all().orElseThrow(), all));
            return List.copyOf(checks);
        }
        boolean isOptional = scene.stock().findsOptional();
        if (comparisons.isEmpty()) {
            String isThere = isOptional ? ".isPresent();" : ".isNotNull();";
            checks.add(new Check.After("assertThat(" + found.get() + ")" + isThere));
            return List.copyOf(checks);
        }
        DomainType resource = scene.place().resource();
        scene.code().imports.add(resource.type().qualifiedName());
        checks.add(
                new Check.After(
                        "%s %s = %s%s;"
                                .formatted(
                                        resource.name(),
                                        MADE,
                                        found.get(),
                                        isOptional ? ".orElseThrow()" : "")));
        checks.addAll(comparisons);
        return List.copyOf(checks);
    }
}
