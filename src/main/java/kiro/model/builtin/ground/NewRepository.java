package kiro.model.builtin.ground;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Sources;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;

/// Draws a Spring Data repository after the model of another one.
public final class NewRepository {
    private final Sources sources;
    private final Storage model;
    private final Renaming names;

    public NewRepository(Sources sources, Storage model, Renaming names) {
        this.sources = sources;
        this.model = model;
        this.names = names;
    }

    public String name() {
        return names.of(model.owner().name());
    }

    /// @param resource the qualified name of what it keeps
    public String code(String packageName, String resource) {
        ProjectType like = model.owner();
        String own = resource.substring(resource.lastIndexOf('.') + 1);
        String supertypes =
                like.type().supertypes().stream()
                        .filter(one ->
                                sources.resolve(TypeName.of(one).raw(), like.file()).isEmpty())
                        .map(one -> one.replaceAll("\\b" + model.resource().name() + "\\b", own))
                        .collect(Collectors.joining(", "));
        String annotations =
                like.type().annotations().stream()
                        .filter(use -> use.name().equals("Repository"))
                        .map(_ -> "@Repository\n")
                        .collect(Collectors.joining());
        return new Imports(sources, List.of(like.file()))
                .file(
                        packageName,
                        Set.of(resource),
                        annotations
                                + (like.type().is("public") ? "public " : "")
                                + "interface "
                                + name()
                                + " extends "
                                + supertypes
                                + " {}\n");
    }
}
