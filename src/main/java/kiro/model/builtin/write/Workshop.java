package kiro.model.builtin.write;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kiro.code.JavaFile;
import kiro.code.JavaMethod;
import kiro.code.JavaType;
import kiro.code.TextRange;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;

/// What every writer works with: the project as it was found, and the files being written.
record Workshop(SpringProject project, Draft draft) {
    /// Adds a method to a type, behind the last of the methods that can be called from outside.
    ///
    /// @param code the method with four spaces and line feeds, not indented
    void addMethod(ProjectType type, Part part, String code, Collection<String> imports) {
        draft.change(
                type.path(),
                part,
                file -> {
                    JavaFile changed = withImports(file, imports);
                    JavaType current = changed.type(type.name()).orElseThrow();
                    return draft.editor()
                            .withMember(changed, current, lastOpen(current), indented(code));
                });
    }

    /// Adds a member at the end of a type.
    void addLast(ProjectType type, Part part, String code) {
        draft.change(
                type.path(),
                part,
                file ->
                        draft.editor()
                                .withMember(
                                        file,
                                        file.type(type.name()).orElseThrow(),
                                        Optional.empty(),
                                        indented(code)));
    }

    /// Puts one text in the place of another, which stands in a type once.
    void replace(ProjectType type, String text, String instead) {
        draft.change(
                type.path(),
                Part.LOGIC,
                file -> {
                    int at = file.text().indexOf(text);
                    return at < 0
                            ? file
                            : draft.editor()
                                    .replaced(file, new TextRange(at, at + text.length()), instead);
                });
    }

    void addImports(String path, Part part, Collection<String> imports) {
        draft.change(path, part, file -> withImports(file, imports));
    }

    private JavaFile withImports(JavaFile file, Collection<String> imports) {
        JavaFile changed = file;
        for (String name : imports.stream().sorted().toList()) {
            changed = draft.editor().withImport(changed, name);
        }
        return changed;
    }

    /// Code of a member, one level in, in the project's style.
    private String indented(String code) {
        String text = CodeFormat.wrap(code.stripTrailing().indent(4).stripTrailing());
        return draft.style().apply(text);
    }

    /// The end of the last method before the first private one; of the last method, else of the last
    /// constructor, where there is no such.
    private static Optional<Integer> lastOpen(JavaType type) {
        List<JavaMethod> open =
                type.methods().stream().filter(method -> !method.is("private")).toList();
        List<JavaMethod> candidates = open.isEmpty() ? type.constructors() : open;
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(candidates.getLast().range().end());
    }

    /// Whether the methods of a type carry doc comments.
    static boolean isDocumented(ProjectType type) {
        return type.file().text().contains("\n    /** ")
                || type.file().text().contains("\n\t/** ")
                || type.file().text().contains("\n  /** ");
    }

    /// The source folder under which a file lies, up to its package.
    static String folder(ProjectType type) {
        return type.path().substring(0, type.path().lastIndexOf('/') + 1);
    }
}
