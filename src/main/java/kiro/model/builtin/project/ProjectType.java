package kiro.model.builtin.project;

import kiro.code.JavaFile;
import kiro.code.JavaType;

/// A type of the project, with the file that declares it.
public record ProjectType(JavaFile file, JavaType type) {
    public String name() {
        return type.name();
    }

    public String packageName() {
        return file.packageName();
    }

    public String qualifiedName() {
        return packageName().isEmpty() ? name() : packageName() + "." + name();
    }

    public String path() {
        return file.path();
    }
}
