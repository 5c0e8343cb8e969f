package kiro.model.builtin.project;

import java.util.List;
import java.util.Optional;
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
        String nested = nestedName(file.types(), "").orElse(name());
        return packageName().isEmpty() ? nested : packageName() + "." + nested;
    }

    /// The name with those of the types around it.
    String nestedName() {
        return nestedName(file.types(), "").orElse(name());
    }

    /// The name with those of the types around it: `Vehicle.Fuel`.
    private Optional<String> nestedName(List<JavaType> types, String around) {
        for (JavaType one : types) {
            Optional<String> found =
                    one.equals(type)
                            ? Optional.of(around + one.name())
                            : nestedName(one.nested(), around + one.name() + ".");
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    public String path() {
        return file.path();
    }
}
