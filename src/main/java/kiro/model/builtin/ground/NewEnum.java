package kiro.model.builtin.ground;

import kiro.code.JavaType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Sources;

/// Draws the type of a property that has one of several values, laid out as the enums of the project are.
public final class NewEnum {
    private final Sources sources;
    private final ProjectType beside;
    private final NewProperty property;

    /// @param beside the type that has the property
    public NewEnum(Sources sources, ProjectType beside, NewProperty property) {
        this.sources = sources;
        this.beside = beside;
        this.property = property;
    }

    public String code(String packageName) {
        boolean isShort =
                sources.types().stream()
                        .filter(one -> one.type().kind() == JavaType.Kind.ENUM)
                        .anyMatch(one ->
                                !one.type().range().of(one.file().text()).strip().contains("\n"));
        String constants =
                isShort
                        ? " " + String.join(", ", property.constants()) + " "
                        : "\n    " + String.join(",\n    ", property.constants()) + "\n";
        return "package %s;\n\n%senum %s {%s}\n"
                .formatted(
                        packageName,
                        beside.type().is("public") ? "public " : "",
                        property.type(),
                        constants);
    }
}
