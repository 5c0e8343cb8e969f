package kiro.model.builtin.write;

import java.util.Collection;
import kiro.code.JavaMethod;
import kiro.code.TextRange;
import kiro.model.builtin.project.ProjectType;

/// Gives a method another head and body, and leaves its comment and its annotations.
final class MethodChange {
    private final Workshop workshop;

    MethodChange(Workshop workshop) {
        this.workshop = workshop;
    }

    /// @param code the method from its modifiers on, with four spaces and line feeds, not indented
    void write(ProjectType type, JavaMethod method, String code, Collection<String> imports) {
        ProjectType current = workshop.draft().current(type);
        JavaMethod now =
                current.type().methods().stream()
                        .filter(one -> one.name().equals(method.name()))
                        .filter(one -> one.parameters().equals(method.parameters()))
                        .findFirst()
                        .orElseThrow();
        int end = now.range().end();
        int start =
                now.annotations().stream()
                        .mapToInt(one -> one.range().end())
                        .max()
                        .orElse(now.range().start());
        String text = current.file().text();
        int head = start;
        while (Character.isWhitespace(text.charAt(head))) {
            head++;
        }
        int first = head;
        String indented = CodeFormat.wrap(code.stripTrailing().indent(4).stripTrailing());
        String styled = workshop.draft().style().apply(indented).strip();
        workshop.draft()
                .change(
                        type.path(),
                        Part.ENDPOINT,
                        file ->
                                workshop.draft()
                                        .editor()
                                        .replaced(file, new TextRange(first, end), styled));
        workshop.addImports(type.path(), Part.ENDPOINT, imports);
    }
}
