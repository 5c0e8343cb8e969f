package kiro.model.builtin.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kiro.code.JavaAnnotation;
import kiro.code.JavaField;
import kiro.code.JavaImport;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Sources;

/// Draws fields of a class of the domain, with the annotations that its kind has there.
final class NewFields {
    private static final Set<String> OF_CREATION = Set.of("CreationTimestamp", "CreatedDate");

    private final Sources sources;
    private final DomainType model;

    NewFields(Sources sources, DomainType model) {
        this.sources = sources;
        this.model = model;
    }

    boolean isEntity() {
        return model.type().type().isAnnotated("Entity");
    }

    /// The field with its annotations, not indented.
    String field(NewProperty property) {
        if (property.role() == NewProperty.Role.ID) {
            Optional<String> own =
                    model.id()
                            .flatMap(id -> model.type().type().field(id.name()))
                            .map(field -> unindented(field))
                            .map(text ->
                                    text.replaceFirst(
                                            "\\b"
                                                    + model.id().orElseThrow().name()
                                                    + "\\b(?=[^\"]*$)",
                                            property.name()));
            if (own.isPresent()) {
                return own.get();
            }
        }
        var lines = new ArrayList<String>();
        if (isEntity()) {
            lines.addAll(annotations(property));
        }
        boolean isFinal =
                model.type().type().fields().stream()
                        .filter(one -> !one.is("static"))
                        .allMatch(one -> one.is("final"));
        lines.add(
                "private "
                        + (isFinal ? "final " : "")
                        + property.type()
                        + " "
                        + property.name()
                        + ";");
        return String.join("\n", lines);
    }

    private String unindented(JavaField field) {
        String text = field.range().of(model.type().file().text()).replace("\r", "");
        return text.replaceAll("\n[ \t]+", "\n");
    }

    private List<String> annotations(NewProperty property) {
        var all = new ArrayList<String>();
        if (property.isEnum()) {
            all.add("@Enumerated(EnumType.STRING)");
        }
        if (property.role() == NewProperty.Role.CREATED) {
            created().ifPresent(all::add);
        }
        column(property).ifPresent(all::add);
        return all;
    }

    /// What fills in the time of creation in the model, where something does.
    private Optional<String> created() {
        return model.type().type().fields().stream()
                .flatMap(field -> field.annotations().stream())
                .filter(use -> OF_CREATION.contains(use.name()))
                .map(use -> use.range().of(model.type().file().text()))
                .findFirst();
    }

    private Optional<String> column(NewProperty property) {
        var arguments = new ArrayList<String>();
        if (says("name") && !property.name().equals(property.name().toLowerCase(Locale.ROOT))) {
            arguments.add("name = \"" + Renaming.snake(property.name()) + "\"");
        }
        if (!property.isNullable() && !property.isPrimitive() && saysAnywhere("nullable")) {
            arguments.add("nullable = false");
        }
        if (property.isUnique()) {
            arguments.add("unique = true");
        }
        if (property.length().isPresent() && property.length().getAsInt() != 255) {
            arguments.add("length = " + property.length().getAsInt());
        }
        return arguments.isEmpty()
                ? Optional.empty()
                : Optional.of("@Column(" + String.join(", ", arguments) + ")");
    }

    private boolean says(String argument) {
        return model.type().type().fields().stream().anyMatch(field -> says(field, argument));
    }

    private boolean saysAnywhere(String argument) {
        return sources.types().stream()
                .filter(type -> type.type().isAnnotated("Entity"))
                .flatMap(type -> type.type().fields().stream())
                .anyMatch(field -> says(field, argument));
    }

    private static boolean says(JavaField field, String argument) {
        return field.annotation("Column")
                .filter(use -> use.argument(argument).isPresent())
                .isPresent();
    }

    /// The qualified names of the annotations that the model may not have.
    Set<String> imports(List<NewProperty> properties) {
        var imports = new TreeSet<String>();
        if (!isEntity()) {
            return imports;
        }
        String drawn =
                properties.stream().map(this::field).reduce("", (all, one) -> all + "\n" + one);
        String persistence =
                model.type().file().imports().stream()
                        .map(JavaImport::name)
                        .filter(name -> name.matches("(jakarta|javax)\\.persistence\\..*"))
                        .map(name -> name.substring(0, name.lastIndexOf('.') + 1))
                        .findFirst()
                        .orElse("jakarta.persistence.");
        for (String word : List.of("Column", "Enumerated", "EnumType")) {
            if (drawn.matches("(?s).*\\b" + word + "\\b.*")) {
                imports.add(persistence + word);
            }
        }
        return imports;
    }

    /// Whether a property is filled in by what stores the object.
    static boolean isFilledIn(JavaField field) {
        return field.annotations().stream()
                .map(JavaAnnotation::name)
                .anyMatch(OF_CREATION::contains);
    }
}
