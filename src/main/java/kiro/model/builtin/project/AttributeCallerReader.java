package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaMethod;

/// Finds the caller whom a filter or an interceptor puts on the request as an attribute.
final class AttributeCallerReader {
    private static final Pattern SET =
            Pattern.compile("\\.setAttribute\\(\\s*([^,]+?)\\s*,\\s*([^;]+?)\\s*\\)\\s*;");
    private static final Pattern TAKEN =
            Pattern.compile(
                    "(?:\\b([A-Z]\\w*|var)\\s+(\\w+)\\s*=\\s*)?\\(\\s*([A-Z]\\w*)\\s*\\)\\s*\\w+\\s*\\.getAttribute\\(\\s*([\\w.\"-]+)\\s*\\)");
    private static final String ATTRIBUTE =
            "org.springframework.web.bind.annotation.RequestAttribute";

    private final Sources sources;
    private final Constants constants;

    AttributeCallerReader(Sources sources) {
        this.sources = sources;
        this.constants = new Constants(sources);
    }

    /// An attribute that something sets.
    ///
    /// @param type of its value, as the code that sets it calls it
    private record Attribute(ProjectType in, String name, Optional<String> type) {}

    private List<Attribute> attributes() {
        var found = new ArrayList<Attribute>();
        for (ProjectType type : sources.types()) {
            for (JavaMethod method : type.type().methods()) {
                SET.matcher(method.body().orElse(""))
                        .results()
                        .forEach(set ->
                                constants
                                        .text(set.group(1), type.file())
                                        .map(name ->
                                                new Attribute(
                                                        type,
                                                        name,
                                                        ValueTypes.of(method, set.group(2))))
                                        .ifPresent(found::add));
            }
        }
        return found;
    }

    /// The caller whom controllers take from the request with a cast, by the words that they use for the attribute.
    Optional<Caller> taken(List<Controller> controllers) {
        List<String> set = attributes().stream().map(Attribute::name).toList();
        for (Controller controller : controllers) {
            Matcher cast = TAKEN.matcher(controller.type().file().text());
            while (cast.find()) {
                Optional<String> name =
                        constants
                                .text(cast.group(4), controller.type().file())
                                .filter(set::contains);
                Optional<Caller> caller = name.flatMap(text -> taken(controller, cast, text));
                if (caller.isPresent()) {
                    return caller;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Caller> taken(Controller controller, Matcher cast, String text) {
        Optional<ProjectType> own = sources.resolve(cast.group(3), controller.type().file());
        Optional<ProjectType> of = constantOf(controller, cast.group(4));
        String variable = cast.group(2) == null ? variable(text) : cast.group(2);
        return own.flatMap(type -> {
            var imports = new ArrayList<>(List.of(ATTRIBUTE, type.qualifiedName()));
            of.ifPresent(one -> imports.add(one.qualifiedName()));
            String expression = of.isPresent() ? cast.group(4) : "\"" + text + "\"";
            return object(type, expression, text, variable, imports);
        });
    }

    /// The class whose constant an expression is, where every class can read it.
    private Optional<ProjectType> constantOf(Controller controller, String expression) {
        String[] parts = expression.split("\\.");
        return parts.length == 2 && !expression.startsWith("\"")
                ? sources.resolve(parts[0], controller.type().file())
                        .filter(type ->
                                type.type().fields().stream()
                                        .anyMatch(field ->
                                                field.name().equals(parts[1])
                                                        && field.is("public")))
                : Optional.empty();
    }

    private static Optional<Caller> object(
            ProjectType type,
            String expression,
            String text,
            String variable,
            List<String> imports) {
        return CallerReader.objectOf(
                type,
                "@RequestAttribute(%s) %s %s".formatted(expression, type.name(), variable),
                variable,
                imports,
                new Caller.Source.Attribute("\"" + text + "\""));
    }

    /// The caller whom something puts on the request, whoever takes it from there.
    Optional<Caller> set() {
        return attributes().stream().map(this::set).flatMap(Optional::stream).findFirst();
    }

    private Optional<Caller> set(Attribute attribute) {
        String name = attribute.name();
        String expression = "\"" + name + "\"";
        Optional<ProjectType> own =
                attribute.type().flatMap(type -> sources.resolve(type, attribute.in().file()));
        if (own.isPresent()) {
            return object(
                    own.get(),
                    expression,
                    name,
                    variable(name),
                    List.of(ATTRIBUTE, own.get().qualifiedName()));
        }
        return attribute
                .type()
                .map(type ->
                        new Caller(
                                "@RequestAttribute(%s) %s %s"
                                        .formatted(expression, type, variable(name)),
                                variable(name),
                                type,
                                variable(name),
                                List.of(ATTRIBUTE),
                                new Caller.Source.Attribute(expression),
                                Optional.empty()));
    }

    private static String variable(String name) {
        String word = name.replaceAll(".*[.]", "").replaceAll("\\W", "");
        return word.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + word.substring(1);
    }
}
