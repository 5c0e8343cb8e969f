package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.code.JavaType;

/// Finds exceptions whose constructor takes a constant of the project's own from which the status follows.
final class CodedFailuresReader {
    private static final String STATUS =
            "[^;]*?(?:\\b(?:HttpStatus\\.)?(?<![\\w\"])([A-Z][A-Z_]+)\\b|\\b([45]\\d\\d)\\b)";
    private static final Pattern SUPER = Pattern.compile("\\bsuper\\(" + STATUS);
    private static final Pattern RETURNED = Pattern.compile("\\breturn\\b" + STATUS);

    private final Sources sources;
    private final Pom pom;

    CodedFailuresReader(Sources sources, Pom pom) {
        this.sources = sources;
        this.pom = pom;
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

    /// The status of each exception that has one of its own, which it gives to the exception that it extends, as
    /// `super(HttpStatus.NOT_FOUND, message)`, or answers when it is asked.
    Map<String, Integer> fixed() {
        var found = new LinkedHashMap<String, Integer>();
        for (ProjectType type : sources.types()) {
            if (!sources.isException(type) || !isAnsweredByStatus(type, 4)) {
                continue;
            }
            Stream.concat(
                            type.type().constructors().stream()
                                    .map(made -> SUPER.matcher(made.body().orElse(""))),
                            type.type().methods().stream()
                                    .filter(CodedFailuresReader::tellsStatus)
                                    .map(method -> RETURNED.matcher(method.body().orElse(""))))
                    .filter(Matcher::find)
                    .flatMapToInt(given -> status(given).stream())
                    .findFirst()
                    .ifPresent(status -> found.put(type.name(), status));
        }
        return found;
    }

    private static OptionalInt status(Matcher given) {
        return given.group(1) != null
                ? HttpStatuses.code(given.group(1))
                : OptionalInt.of(Integer.parseInt(given.group(2)));
    }

    private static boolean tellsStatus(JavaMethod method) {
        return method.parameters().isEmpty()
                && method.name().matches("(get)?([hH]ttp)?[sS]tatus([cC]ode)?");
    }

    /// Whether a handler answers with the status that an exception, or one that it extends, has.
    private boolean isAnsweredByStatus(ProjectType exception, int depth) {
        return answersStatus(exception)
                || exception.type().supertypes().stream()
                        .map(name -> sources.resolve(name, exception.file()))
                        .flatMap(Optional::stream)
                        .anyMatch(one -> depth > 0 && isAnsweredByStatus(one, depth - 1));
    }

    private boolean answersStatus(ProjectType exception) {
        return exception.type().supertypes().stream()
                        .anyMatch(name -> name.matches("(ResponseStatus|ErrorResponse)Exception"))
                || sources.types().stream()
                        .filter(type ->
                                type.type().annotations().stream()
                                        .anyMatch(use -> use.name().endsWith("ControllerAdvice")))
                        .flatMap(type -> type.type().methods().stream())
                        .anyMatch(method -> answersStatus(method, exception.name()));
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
        if (code.type().matches("HttpStatus(Code)?")) {
            return ofStatuses(exception, constructor);
        }
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

    /// An exception that takes the status itself, where a handler answers with the status that it has.
    private List<Failures.Coded> ofStatuses(ProjectType exception, JavaMethod constructor) {
        return answersStatus(exception)
                ? HttpStatuses.refusals(pom.bootMajor())
                        .map(status ->
                                new Failures.Coded(
                                        exception,
                                        constructor,
                                        HttpStatuses.code(status).orElseThrow(),
                                        "HttpStatus." + status,
                                        List.of(
                                                exception.qualifiedName(),
                                                "org.springframework.http.HttpStatus")))
                        .toList()
                : List.of();
    }

    private static boolean answersStatus(JavaMethod handler, String exception) {
        return handler.parameters().stream()
                .filter(one -> TypeName.of(one.type()).raw().equals(exception))
                .anyMatch(one ->
                        Pattern.compile(
                                        "\\b"
                                                + one.name()
                                                + "\\.(getStatus(Code)?|status(Code)?|getHttpStatus|httpStatus)\\(\\)")
                                .matcher(handler.body().orElse(""))
                                .find());
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
