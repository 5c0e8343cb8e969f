package kiro.model.builtin.write;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.code.JavaEditor;
import kiro.code.JavaField;
import kiro.code.JavaFile;
import kiro.code.JavaMethod;
import kiro.code.JavaType;
import kiro.code.TextRange;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;

/// Gives a class that Spring makes one more of the things that it works with.
final class GivenWriter {
    private final Workshop workshop;

    GivenWriter(Workshop workshop) {
        this.workshop = workshop;
    }

    /// Adds a field, and a parameter of the constructor where there is one.
    void give(Added added) {
        give(added.to(), added.given().name(), added.given().qualifiedName(), added.name());
    }

    /// The name of a class's clock; one of the project's is given to a class that has none.
    Optional<String> clock(ProjectType type) {
        Optional<String> known = Times.clock(workshop.draft().current(type));
        if (known.isEmpty() && canHaveClock(workshop.project(), type)) {
            give(type, "Clock", "java.time.Clock", "clock");
            return Optional.of("clock");
        }
        return known;
    }

    private static boolean canHaveClock(SpringProject project, ProjectType type) {
        return project.clockIsBean()
                && type.type().field("clock").isEmpty()
                && isMadeBySpring(project, type);
    }

    /// Whether what a class does goes by a clock that tests can set.
    static boolean goesByClock(SpringProject project, ProjectType type) {
        return Times.clock(type).isPresent() || canHaveClock(project, type);
    }

    private void give(ProjectType type, String given, String qualified, String name) {
        if (workshop.draft().current(type).type().field(name).isPresent()) {
            return;
        }
        boolean isController =
                workshop.project().controllers().stream()
                        .anyMatch(one -> one.type().qualifiedName().equals(type.qualifiedName()));
        Part part = isController ? Part.ENDPOINT : Part.LOGIC;
        workshop.addImports(type.path(), part, List.of(qualified));
        workshop.draft()
                .change(type.path(), part, file -> withField(file, type.name(), given, name));
        workshop.draft()
                .change(type.path(), part, file -> withParameter(file, type.name(), given, name));
    }

    /// Whether a class can be given a thing: Spring makes both, and nothing else makes the class.
    static boolean canBeGiven(SpringProject project, ProjectType to, ProjectType given) {
        boolean isVisible =
                given.type().is("public") || given.packageName().equals(to.packageName());
        return isVisible && isMadeBySpring(project, to);
    }

    private static boolean isMadeBySpring(SpringProject project, ProjectType to) {
        String made = "new " + to.name() + "(";
        return to.type().kind() == JavaType.Kind.CLASS
                && to.type().constructors().size() <= 1
                && Stream.concat(
                                project.sources().main().stream(),
                                project.sources().tests().stream())
                        .noneMatch(file -> file.text().contains(made));
    }

    /// A name for a thing that a class does not use yet: the one by which others that work alike know it.
    static String free(SpringProject project, ProjectType to, ProjectType given) {
        String name =
                project.sources().types().stream()
                        .flatMap(type -> type.type().fields().stream())
                        .filter(field -> field.type().equals(given.name()) && !field.is("static"))
                        .map(JavaField::name)
                        .filter(one -> one.toLowerCase(Locale.ROOT).contains(noun(given)))
                        .findFirst()
                        .orElse(Names.lower(given.name()));
        return to.type().field(name).isPresent() ? "the" + Names.upper(name) : name;
    }

    private static String noun(ProjectType given) {
        return given.name()
                .replaceFirst("^(InMemory|Memory|Jdbc|Jpa)", "")
                .replaceFirst("(Repository|Repo|Store|Storage|Dao|s)$", "")
                .toLowerCase(Locale.ROOT);
    }

    private JavaFile withField(JavaFile file, String type, String given, String name) {
        JavaType current = file.type(type).orElseThrow();
        Optional<JavaField> last =
                current.fields().stream()
                        .filter(field -> !field.is("static") && field.initializer().isEmpty())
                        .reduce((_, later) -> later);
        boolean isWired =
                last.filter(field -> field.annotation("Autowired").isPresent()).isPresent();
        String line =
                (isWired ? "@Autowired private " : "private final ") + given + " " + name + ";";
        JavaEditor editor = workshop.draft().editor();
        if (last.isEmpty()) {
            int at = current.body().start();
            String end = JavaEditor.lineEnd(file.text());
            return editor.replaced(file, new TextRange(at, at), end + indent(file, current) + line);
        }
        int at = last.get().range().end();
        String indent = JavaEditor.lineIndent(file.text(), last.get().range().start());
        return editor.replaced(
                file, new TextRange(at, at), JavaEditor.lineEnd(file.text()) + indent + line);
    }

    private static String indent(JavaFile file, JavaType type) {
        return type.methods().stream()
                .findFirst()
                .map(method -> JavaEditor.lineIndent(file.text(), method.range().start()))
                .orElse("    ");
    }

    private JavaFile withParameter(JavaFile file, String type, String given, String name) {
        JavaType current = file.type(type).orElseThrow();
        if (current.constructors().isEmpty()) {
            return file;
        }
        JavaMethod constructor = current.constructors().getFirst();
        String text = constructor.range().of(file.text());
        int open = text.indexOf('(', text.indexOf(constructor.name()));
        int close = closing(text, open);
        int end = text.lastIndexOf('}');
        String inside = text.substring(0, end).stripTrailing();
        String lineEnd = JavaEditor.lineEnd(file.text());
        String indent = JavaEditor.lineIndent(file.text(), constructor.range().start());
        String step = indent.contains("\t") ? "\t" : indent;
        String parameters = text.substring(open + 1, close).strip();
        String added = (parameters.isEmpty() ? "" : parameters + ", ") + given + " " + name;
        String changed =
                text.substring(0, open + 1)
                        + added
                        + inside.substring(close)
                        + lineEnd
                        + indent
                        + step
                        + "this."
                        + name
                        + " = "
                        + name
                        + ";"
                        + lineEnd
                        + indent
                        + text.substring(end);
        return workshop.draft().editor().replaced(file, constructor.range(), changed);
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }
}
