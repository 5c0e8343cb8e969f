package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.code.JavaType;

/// Finds exceptions whose constructor takes a constant of the project's own from which the status follows.
final class CodedFailuresReader {
    private final Sources sources;

    CodedFailuresReader(Sources sources) {
        this.sources = sources;
    }

    List<Failures.Coded> coded() {
        var found = new ArrayList<Failures.Coded>();
        for (ProjectType type : sources.types()) {
            if (sources.isException(type) && !type.type().is("abstract")) {
                type.type().constructors().stream()
                        .filter(made -> !made.is("private") && hasMessage(made))
                        .findFirst()
                        .ifPresent(made -> found.addAll(coded(type, made)));
            }
        }
        return found;
    }

    private static boolean hasMessage(JavaMethod constructor) {
        return constructor.parameters().size() == 2
                && constructor.parameters().stream()
                                .filter(one -> one.type().equals("String"))
                                .count()
                        == 1;
    }

    private static JavaParameter code(JavaMethod constructor) {
        return constructor.parameters().stream()
                .filter(one -> !one.type().equals("String"))
                .findFirst()
                .orElseThrow();
    }

    private List<Failures.Coded> coded(ProjectType exception, JavaMethod constructor) {
        JavaParameter code = code(constructor);
        Optional<JavaType> nested =
                exception.type().nested().stream()
                        .filter(one -> one.name().equals(TypeName.of(code.type()).raw()))
                        .findFirst();
        Optional<ProjectType> own =
                nested.isPresent()
                        ? Optional.empty()
                        : sources.resolve(code.type(), exception.file());
        JavaType constants = nested.or(() -> own.map(ProjectType::type)).orElse(null);
        if (constants == null || constants.kind() != JavaType.Kind.ENUM) {
            return List.of();
        }
        String text = own.map(one -> one.file().text()).orElse(exception.file().text());
        Written written =
                nested.isPresent()
                        ? nested(exception, constants)
                        : new Written(
                                constants.name(),
                                List.of(
                                        exception.qualifiedName(),
                                        own.orElseThrow().qualifiedName()));
        var found = new ArrayList<Failures.Coded>();
        for (String constant : constants.constants()) {
            status(constant, text)
                    .ifPresent(status ->
                            found.add(
                                    new Failures.Coded(
                                            exception,
                                            constructor,
                                            status,
                                            written.type() + "." + constant,
                                            written.imports())));
        }
        return found;
    }

    /// How code names the type of the constants, and what it imports for that.
    private record Written(String type, List<String> imports) {}

    private Written nested(ProjectType exception, JavaType constants) {
        String qualified = exception.qualifiedName() + "." + constants.name();
        return sources.mainMentions("import " + qualified + ";")
                ? new Written(constants.name(), List.of(exception.qualifiedName(), qualified))
                : new Written(
                        exception.name() + "." + constants.name(),
                        List.of(exception.qualifiedName()));
    }

    /// The status of a constant: its own, or what a switch or a map of the project has for it.
    private OptionalInt status(String constant, String declared) {
        var own =
                Pattern.compile(
                                "\\b"
                                        + constant
                                        + "\\s*\\([^)]*?(?:HttpStatus\\.([A-Z_]+)|\\b([45]\\d\\d)\\b)")
                        .matcher(declared);
        if (own.find()) {
            return own.group(1) != null
                    ? HttpStatuses.code(own.group(1))
                    : OptionalInt.of(Integer.parseInt(own.group(2)));
        }
        var mapped =
                Pattern.compile(
                        "(?:case\\s+(?:[\\w.]+\\s*,\\s*)*(?:\\w+\\.)*"
                                + constant
                                + "(?:\\s*,\\s*[\\w.]+)*\\s*(?:->|:)[^;]*?|\\.?\\b"
                                + constant
                                + "\\s*,\\s*)(?:HttpStatus\\.([A-Z_]+)|\\b([45]\\d\\d)\\b)");
        return sources.main().stream()
                .map(file -> mapped.matcher(file.text()))
                .filter(found -> found.find())
                .map(found ->
                        found.group(1) != null
                                ? HttpStatuses.code(found.group(1))
                                : OptionalInt.of(Integer.parseInt(found.group(2))))
                .findFirst()
                .orElse(OptionalInt.empty());
    }
}
