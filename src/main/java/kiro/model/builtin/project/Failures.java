package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;

/// How a project turns failures into answers.
///
/// @param advice the class that maps exceptions to answers
/// @param statuses the status of each exception that the project maps, by the exception's name
/// @param usesStatusExceptions whether its code throws `ResponseStatusException`
/// @param usesAnnotatedExceptions whether its exceptions carry `@ResponseStatus`
/// @param coded exceptions whose status is said where they are made
/// @param factories static methods that make exceptions with a status of their own
public record Failures(
        Optional<ProjectType> advice,
        Map<String, Integer> statuses,
        boolean usesStatusExceptions,
        boolean usesAnnotatedExceptions,
        List<Factory> factories,
        List<Coded> coded) {
    private static final Pattern STATUS =
            Pattern.compile(
                    "HttpStatus\\.([A-Z_]+)|(?i:status|problem|error|respond|response|answer|detail|valueOf)\\w*(?:<\\w*>)?\\((?:[^();]*,)?\\s*([45]\\d\\d)\\s*[,)]"
                            + "|\\.(badRequest|notFound|unprocessableEntity|unprocessableContent)\\(\\)");

    /// A constant that is imported by its name alone.
    private static final Pattern CONSTANT = Pattern.compile("(?<![\\w.\"])[A-Z][A-Z_]+\\b");

    /// What handlers take beside the exception.
    private static final String ASKED =
            "(?i).*(request|response|headers|status|statuscode|locale|model|handlermethod|principal|session|writer|reader)|String|Map|Object";

    private static final String INVALID = "MethodArgumentNotValidException";

    public Failures {
        statuses = Map.copyOf(statuses);
        factories = List.copyOf(factories);
        coded = List.copyOf(coded);
    }

    /// An exception whose constructor takes what its status follows from: a constant of the project's own, or the
    /// status itself.
    ///
    /// @param code the expression for it
    public record Coded(
            ProjectType exception,
            JavaMethod constructor,
            int status,
            String code,
            List<String> imports) {
        public Coded {
            imports = List.copyOf(imports);
        }
    }

    /// A static method that makes an exception which is answered with a status.
    public record Factory(ProjectType type, JavaMethod method, int status) {}

    static Failures read(Sources sources, Pom pom) {
        Optional<ProjectType> advice = advices(sources).findFirst();
        var statuses = new LinkedHashMap<String, Integer>();
        boolean annotated = false;
        for (ProjectType type : sources.types()) {
            var status = type.type().annotation("ResponseStatus");
            if (status.isPresent()
                    && (sources.isException(type) || type.name().endsWith("Exception"))) {
                annotated = true;
                status.flatMap(use -> use.argument("value").or(() -> use.argument("code")))
                        .map(Failures::statusIn)
                        .ifPresent(
                                found -> found.ifPresent(code -> statuses.put(type.name(), code)));
            }
        }
        var codes = new CodedFailuresReader(sources, pom);
        List<Coded> coded = codes.coded();
        statuses.putAll(codes.fixed());
        advices(sources).forEach(type -> handled(type, coded).forEach(statuses::putIfAbsent));
        coded.forEach(one -> statuses.remove(one.exception().name()));
        inherit(sources, statuses);
        return new Failures(
                advice,
                statuses,
                sources.mainMentions("new ResponseStatusException("),
                annotated,
                factories(sources, coded),
                coded);
    }

    private static Stream<ProjectType> advices(Sources sources) {
        return sources.types().stream()
                .filter(type ->
                        type.type().isAnnotated("RestControllerAdvice")
                                || type.type().isAnnotated("ControllerAdvice"));
    }

    private static List<Factory> factories(Sources sources, List<Coded> coded) {
        var factories = new ArrayList<Factory>();
        for (ProjectType type : sources.types()) {
            for (JavaMethod method : type.type().methods()) {
                OptionalInt status = statusIn(method.body().orElse(""), coded);
                boolean makesOne =
                        method.is("static")
                                && !method.is("private")
                                && method.returnType().equals(type.name())
                                && sources.isException(type);
                if (makesOne && status.isPresent()) {
                    factories.add(new Factory(type, method, status.getAsInt()));
                }
            }
        }
        return factories;
    }

    /// An exception is answered as the one that it extends, where it has no answer of its own.
    private static void inherit(Sources sources, Map<String, Integer> statuses) {
        for (int depth = 0; depth < 3; depth++) {
            for (ProjectType type : sources.types()) {
                for (String supertype : type.type().supertypes()) {
                    Integer status = statuses.get(TypeName.of(supertype).raw());
                    boolean isGeneral = supertype.matches("(Runtime)?Exception|Throwable");
                    if (status != null && !isGeneral) {
                        statuses.putIfAbsent(type.name(), status);
                    }
                }
            }
        }
    }

    private static Map<String, Integer> handled(ProjectType advice, List<Coded> coded) {
        var statuses = new LinkedHashMap<String, Integer>();
        for (JavaMethod method : advice.type().methods()) {
            OptionalInt status = status(method, coded);
            if (status.isEmpty()) {
                continue;
            }
            for (String exception : exceptions(method)) {
                statuses.put(exception, status.getAsInt());
            }
        }
        return statuses;
    }

    private static List<String> exceptions(JavaMethod method) {
        var names = new ArrayList<String>();
        method.annotation("ExceptionHandler")
                .flatMap(use -> use.argument("value").or(() -> use.argument("exception")))
                .ifPresent(value -> {
                    var name = Pattern.compile("(\\w+)\\.class").matcher(value);
                    while (name.find()) {
                        names.add(name.group(1));
                    }
                });
        boolean isHandler =
                method.isAnnotated("ExceptionHandler")
                        || method.name().equals("handleMethodArgumentNotValid");
        if (names.isEmpty() && isHandler) {
            method.parameters().stream()
                    .map(JavaParameter::type)
                    .map(type -> TypeName.of(type).raw())
                    .filter(type -> !type.matches(ASKED))
                    .forEach(names::add);
        }
        return names;
    }

    private static OptionalInt status(JavaMethod handler, List<Coded> coded) {
        OptionalInt said =
                handler.annotation("ResponseStatus")
                        .flatMap(use -> use.argument("value").or(() -> use.argument("code")))
                        .map(Failures::statusIn)
                        .orElseGet(() -> statusIn(handler.body().orElse(""), coded));
        // What is overridden of Spring's own keeps the status that it is given.
        boolean isGiven =
                said.isEmpty()
                        && handler.name().equals("handleMethodArgumentNotValid")
                        && handler.isAnnotated("Override");
        return isGiven ? OptionalInt.of(400) : said;
    }

    /// The status that code speaks of, be it by a constant of the project's own.
    private static OptionalInt statusIn(String code, List<Coded> coded) {
        OptionalInt status = statusIn(code);
        return status.isPresent()
                ? status
                : coded.stream()
                        .filter(one ->
                                Pattern.compile("\\b" + Pattern.quote(one.code()) + "\\b")
                                        .matcher(code)
                                        .find())
                        .mapToInt(Coded::status)
                        .findFirst();
    }

    private static OptionalInt statusIn(String text) {
        var status = STATUS.matcher(text);
        if (!status.find()) {
            return CONSTANT.matcher(text)
                    .results()
                    .flatMapToInt(found -> HttpStatuses.code(found.group()).stream())
                    .findFirst();
        }
        if (status.group(1) != null) {
            return HttpStatuses.code(status.group(1));
        }
        if (status.group(2) != null) {
            return OptionalInt.of(Integer.parseInt(status.group(2)));
        }
        return switch (status.group(3)) {
            case "badRequest" -> OptionalInt.of(400);
            case "notFound" -> OptionalInt.of(404);
            default -> OptionalInt.of(422);
        };
    }

    /// The status that invalid fields are answered with; 400 where nothing is said of them.
    public int invalidFieldsStatus() {
        return statuses.getOrDefault(INVALID, 400);
    }

    public boolean handlesInvalidFields() {
        return statuses.containsKey(INVALID);
    }

    /// The exceptions that lead to a status.
    public List<String> exceptionsFor(int status) {
        return statuses.entrySet().stream()
                .filter(entry -> entry.getValue() == status)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
