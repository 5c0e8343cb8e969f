package kiro.model.builtin.ground;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import kiro.code.JavaEditor;
import kiro.code.JavaField;
import kiro.code.JavaFile;
import kiro.code.JavaMethod;
import kiro.code.JavaReader;
import kiro.code.JavaType;
import kiro.code.TextRange;
import kiro.model.builtin.project.CodeStyle;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Sources;

/// Gives a type of the domain more properties: fields with their accessors where it is a class, components where it is a
/// record, with one argument more wherever such an object is made.
public final class WiderType {
    private final Sources sources;
    private final CodeStyle style;
    private final DomainType type;
    private final List<NewProperty> properties;
    private final JavaEditor editor;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> reasons = new ArrayList<>();

    /// @param style how the project lays out its sources
    public WiderType(
            JavaReader reader,
            Sources sources,
            CodeStyle style,
            DomainType type,
            List<NewProperty> properties) {
        this.sources = sources;
        this.style = style;
        this.type = type;
        this.properties = List.copyOf(properties);
        this.editor = new JavaEditor(reader);
        if (type.isRecord()) {
            widenRecord();
        } else {
            widenClass();
        }
    }

    /// The texts of the files that change, by path; none where it cannot be done.
    public Map<String, String> files() {
        return reasons.isEmpty() ? files : Map.of();
    }

    /// Why it cannot be done.
    public List<String> reasons() {
        return List.copyOf(reasons);
    }

    private void widenClass() {
        JavaType own = type.type().type();
        List<JavaField> fields = own.fields().stream().filter(one -> !one.is("static")).toList();
        boolean isFrozen =
                fields.isEmpty()
                        || fields.stream().allMatch(one -> one.is("final"))
                        || own.isAnnotated("Value");
        if (isFrozen || takesAll(own)) {
            reasons.add(
                    "objects of %s are made with all their values at once, and where %s would come from is not evident"
                            .formatted(type.name(), named()));
            return;
        }
        JavaFile file = type.type().file();
        for (NewProperty property : properties) {
            file = withField(file, property);
            file = withAccessors(file, property);
        }
        for (String name : new TreeSet<>(new NewFields(sources, type).imports(properties))) {
            file = editor.withImport(file, name);
        }
        for (NewProperty property : properties) {
            Optional<String> needed = Imports.jdk(property.type());
            if (needed.isPresent()) {
                file = editor.withImport(file, needed.get());
            }
        }
        files.put(file.path(), file.text());
    }

    /// Whether Lombok's constructor for all fields is called.
    private boolean takesAll(JavaType own) {
        return own.isAnnotated("AllArgsConstructor")
                && new Makings(sources, type)
                        .all().stream().anyMatch(one -> !one.call().arguments().isEmpty());
    }

    private String named() {
        return String.join(" and ", properties.stream().map(NewProperty::name).toList());
    }

    private JavaFile withField(JavaFile file, NewProperty property) {
        JavaType current = file.type(type.name()).orElseThrow();
        JavaField last =
                current.fields().stream()
                        .filter(one -> !one.is("static"))
                        .reduce((_, later) -> later)
                        .orElseThrow();
        String end = JavaEditor.lineEnd(file.text());
        String indent = JavaEditor.lineIndent(file.text(), last.range().start());
        boolean isSpaced = new NewType(sources, type, properties).isSpaced();
        String text =
                end
                        + (isSpaced ? end : "")
                        + lines(new NewFields(sources, type).field(property), indent, end);
        int at = last.range().end();
        return editor.replaced(file, new TextRange(at, at), text);
    }

    private static String lines(String text, String indent, String end) {
        String step = indent.isEmpty() ? "    " : indent;
        return text.lines()
                .map(line -> line.isEmpty() ? "" : indent + line.replace("    ", step))
                .reduce((all, line) -> all + end + line)
                .orElse("");
    }

    private JavaFile withAccessors(JavaFile file, NewProperty property) {
        JavaFile changed = file;
        for (String code : new NewType(sources, type, properties).openAccessors(property)) {
            JavaType current = changed.type(type.name()).orElseThrow();
            Optional<JavaMethod> last =
                    current.methods().stream()
                            .filter(one -> one.name().matches("(get|set|is)[A-Z].*"))
                            .reduce((_, later) -> later);
            String indent =
                    JavaEditor.lineIndent(
                            changed.text(), current.fields().getFirst().range().start());
            changed =
                    editor.withMember(
                            changed,
                            current,
                            last.map(one -> one.range().end()),
                            lines(code, indent, JavaEditor.lineEnd(changed.text())));
        }
        return changed;
    }

    private void widenRecord() {
        var makings = new Makings(sources, type);
        makings.obstacle().ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            return;
        }
        var changed = new LinkedHashMap<String, JavaFile>();
        var imports = new LinkedHashMap<String, TreeSet<String>>();
        // The last place in a file comes first, so that the others stay where they were.
        for (Makings.Making making : makings.ofMain()) {
            JavaFile file = changed.getOrDefault(making.file().path(), making.file());
            var arguments = new StringBuilder();
            for (NewProperty property : properties) {
                String argument = makings.argument(making, property);
                arguments.append(making.separator()).append(argument);
                if (argument.contains(property.type() + ".")) {
                    imports.computeIfAbsent(file.path(), _ -> new TreeSet<>())
                            .add(qualified(property));
                }
            }
            int at = making.end();
            file = editor.replaced(file, new TextRange(at, at), arguments.toString());
            changed.put(file.path(), file);
        }
        String path = type.type().path();
        JavaFile own = changed.getOrDefault(path, type.type().file());
        changed.put(path, withComponents(own, makings.isMadeByTests()));
        changed.forEach((name, file) -> {
            JavaFile whole = file;
            for (String one : imports.getOrDefault(name, new TreeSet<>())) {
                whole = editor.withImport(whole, one);
            }
            files.put(name, whole.text());
        });
    }

    private String qualified(NewProperty property) {
        return Imports.jdk(property.type())
                .orElseGet(() ->
                        property.isEnum()
                                ? type.type().packageName() + "." + property.type()
                                : property.type());
    }

    private JavaFile withComponents(JavaFile file, boolean keepsFormer) {
        JavaType current = file.type(type.name()).orElseThrow();
        var components = current.components();
        var last = components.getLast();
        String between =
                components.size() < 2
                        ? ", "
                        : file.text()
                                .substring(
                                        components.get(components.size() - 2).range().end(),
                                        last.range().start());
        var added = new StringBuilder();
        for (NewProperty property : properties) {
            added.append(between).append(property.type()).append(' ').append(property.name());
        }
        int at = last.range().end();
        JavaFile changed = editor.replaced(file, new TextRange(at, at), added.toString());
        for (NewProperty property : properties) {
            Optional<String> needed = Imports.jdk(property.type());
            if (needed.isPresent()) {
                changed = editor.withImport(changed, needed.get());
            }
        }
        return keepsFormer ? withFormer(changed, current) : changed;
    }

    /// The record, which can still be made as it was.
    private JavaFile withFormer(JavaFile file, JavaType before) {
        List<String> parameters =
                before.components().stream().map(one -> one.type() + " " + one.name()).toList();
        String head = "public " + type.name() + "(";
        boolean isShort = head.length() + String.join(", ", parameters).length() < 90;
        String arguments =
                String.join(", ", before.components().stream().map(one -> one.name()).toList());
        String code =
                head
                        + (isShort
                                ? String.join(", ", parameters)
                                : "\n        " + String.join(",\n        ", parameters))
                        + ") {\n    this("
                        + arguments
                        + ", null".repeat(properties.size())
                        + ");\n}";
        JavaType current = file.type(type.name()).orElseThrow();
        String end = JavaEditor.lineEnd(file.text());
        String text = style.apply(code.indent(4).stripTrailing());
        if (current.body().of(file.text()).isBlank()) {
            return editor.withMember(file, current, Optional.empty(), text);
        }
        int at = current.body().start();
        return editor.replaced(file, new TextRange(at, at), end + end + text);
    }
}
