package kiro.code;

import java.util.List;
import java.util.Optional;

/// A Java source file as a tree.
///
/// @param path as it was given; only names the file
/// @param text the whole text that the ranges point into
/// @param packageRange the package declaration; empty in the unnamed package
public record JavaFile(
        String path,
        String text,
        String packageName,
        Optional<TextRange> packageRange,
        List<JavaImport> imports,
        List<JavaType> types) {
    public JavaFile {
        imports = List.copyOf(imports);
        types = List.copyOf(types);
    }

    /// The type that the file is named after, else its first.
    public Optional<JavaType> mainType() {
        String name = path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
        return types.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .or(() -> types.stream().findFirst());
    }

    /// The top-level type with this name.
    public Optional<JavaType> type(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
