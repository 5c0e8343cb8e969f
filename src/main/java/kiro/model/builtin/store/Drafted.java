package kiro.model.builtin.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kiro.code.JavaFile;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Sources;

/// A method of a store as it grows.
final class Drafted {
    final Set<String> imports = new TreeSet<>();
    private final Set<String> signatureImports = new TreeSet<>();
    private final List<String> lines = new ArrayList<>();
    private final ProjectType in;
    private final Optional<ProjectType> port;
    private final String name;
    private final String signature;
    private final Operation.Result result;
    private Optional<RowMapping> mapping = Optional.empty();

    /// @param port the interface by which the class is known
    Drafted(
            ProjectType in,
            Optional<ProjectType> port,
            String returned,
            String name,
            String parameters,
            Operation.Result result) {
        this.in = in;
        this.port = port;
        this.name = name;
        this.signature = returned + " " + name + "(" + parameters + ")";
        this.result = result;
        signatureImports.addAll(Words.imports(returned + " " + parameters));
    }

    /// The same method, whose signature names types of the project as that file does.
    Drafted in(Sources sources, JavaFile file) {
        for (String word : signature.split("\\W+")) {
            sources.resolve(word, file)
                    .ifPresent(type -> signatureImports.add(type.qualifiedName()));
        }
        return this;
    }

    void line(String line) {
        lines.add(line);
    }

    void mapped(RowMapping used) {
        mapping = Optional.of(used);
    }

    StoreMethod done() {
        imports.addAll(signatureImports);
        boolean isPublic =
                port.isPresent()
                        || in.type().methods().stream()
                                .filter(method -> !method.is("private"))
                                .anyMatch(method -> method.is("public"));
        var code = new StringBuilder();
        code.append(port.isPresent() ? "@Override\n" : "");
        code.append(isPublic ? "public " : "").append(signature).append(" {\n");
        lines.forEach(line -> code.append(line.indent(4).stripTrailing()).append('\n'));
        code.append('}');
        return new StoreMethod(
                new StoreMethod.Signature(name, signature, List.copyOf(signatureImports)),
                result,
                in,
                port,
                code.toString(),
                List.copyOf(imports),
                mapping.flatMap(RowMapping::helper));
    }
}
