package kiro.model.builtin.write;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kiro.code.JavaEditor;
import kiro.code.JavaFile;
import kiro.code.JavaReader;
import kiro.code.JavaReading;
import kiro.model.builtin.project.CodeStyle;
import kiro.model.builtin.project.ProjectType;

/// The files that are being written, each in the state that the writers have brought it to.
final class Draft {
    private final JavaReader reader;
    private final JavaEditor editor;
    private final CodeStyle style;
    private final LongLines lines;
    private final Map<String, String> before;
    private final Map<String, JavaFile> files = new LinkedHashMap<>();
    private final Map<String, JavaFile> unchanged = new HashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Part> parts = new TreeMap<>();

    /// @param before the texts of the project's files, by path
    Draft(JavaReader reader, CodeStyle style, Map<String, String> before) {
        this.reader = reader;
        this.editor = new JavaEditor(reader);
        this.style = style;
        this.lines = new LongLines(style);
        this.before = Map.copyOf(before);
    }

    JavaEditor editor() {
        return editor;
    }

    CodeStyle style() {
        return style;
    }

    boolean exists(String path) {
        return before.containsKey(path) || files.containsKey(path) || texts.containsKey(path);
    }

    /// Gives a file its whole text, whether it is there or not; one that has it already is left alone.
    void put(String path, Part part, String text) {
        if (!path.endsWith(".java")) {
            texts.put(path, text);
            parts.putIfAbsent(path, part);
        } else if (!text(path).equals(text)) {
            files.put(path, read(path, text));
            parts.putIfAbsent(path, part);
        }
    }

    /// The text of a file in its current state; empty where there is none.
    String text(String path) {
        JavaFile file = files.get(path);
        return file != null ? file.text() : texts.getOrDefault(path, before.getOrDefault(path, ""));
    }

    /// The text of a file as it is to be written.
    String written(String path) {
        return path.endsWith(".java") ? lines.broken(before(path), text(path)) : text(path);
    }

    /// Adds a new file; one that stands there word for word already is left alone.
    ///
    /// @param code with four spaces and line feeds
    void create(String path, Part part, String code) {
        if (isThere(path, code) || isDrawn(path, code)) {
            return;
        }
        if (exists(path)) {
            throw new IllegalStateException(path + " is there already");
        }
        files.put(path, read(path, style.apply(code)));
        parts.put(path, part);
    }

    /// Whether a file has this text already, as after a run that was stopped.
    boolean isThere(String path, String code) {
        String text = lines.broken(Optional.empty(), style.apply(code));
        return text.equals(before.get(path)) && !files.containsKey(path);
    }

    /// Whether a new file was drawn already with this text, as for another endpoint of the same spec.
    boolean isDrawn(String path, String code) {
        JavaFile drawn = files.get(path);
        return drawn != null && drawn.text().equals(style.apply(code));
    }

    /// Changes a file; a file that is changed twice belongs to the part that changed it first.
    void change(String path, Part part, UnaryOperator<JavaFile> change) {
        files.put(path, change.apply(file(path)));
        parts.putIfAbsent(path, part);
    }

    /// A file in its current state.
    JavaFile file(String path) {
        JavaFile current = files.get(path);
        return current != null
                ? current
                : unchanged.computeIfAbsent(
                        path, asIs -> read(asIs, before.getOrDefault(asIs, "")));
    }

    /// A type in its current state.
    ProjectType current(ProjectType type) {
        JavaFile file = file(type.path());
        return new ProjectType(file, file.type(type.name()).orElseThrow());
    }

    private JavaFile read(String path, String text) {
        return switch (reader.read(path, text)) {
            case JavaReading.Whole whole -> whole.file();
            case JavaReading.Broken broken ->
                    throw new IllegalStateException(
                            "%s, line %d: %s\n%s"
                                    .formatted(path, broken.line(), broken.reason(), text));
        };
    }

    Part part(String path) {
        return parts.getOrDefault(path, Part.LOGIC);
    }

    /// The paths that differ from the project, in the order they were written.
    List<String> paths() {
        return Stream.concat(texts.keySet().stream(), files.keySet().stream())
                .filter(path -> !text(path).equals(before.get(path)))
                .toList();
    }

    Optional<String> before(String path) {
        return Optional.ofNullable(before.get(path));
    }
}
