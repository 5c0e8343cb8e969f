package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaAnnotation;
import kiro.code.JavaCall;
import kiro.code.JavaField;
import kiro.code.JavaImport;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;

/// Reads what a controller gives to a class that it asks who calls: what it has of the request, and nothing else.
final class AskedArguments {
    private static final Map<String, String> OF_REQUEST =
            Map.of(
                    "HttpServletRequest", "jakarta.servlet.http.HttpServletRequest",
                    "ServletRequest", "jakarta.servlet.ServletRequest",
                    "HttpSession", "jakarta.servlet.http.HttpSession",
                    "WebRequest", "org.springframework.web.context.request.WebRequest",
                    "NativeWebRequest", "org.springframework.web.context.request.NativeWebRequest",
                    "HttpHeaders", "org.springframework.http.HttpHeaders");
    private static final String ANNOTATED = "RequestHeader|CookieValue|SessionAttribute";
    private static final String WEB = "org.springframework.web.bind.annotation.";
    private static final Pattern NAME = Pattern.compile("(?<![\\w.\"])([a-z]\\w*)\\b(?!\\s*\\()");
    private static final Pattern CONSTANT = Pattern.compile("(?<![\\w.\"])[A-Z][A-Z0-9_]+\\b");

    private final Sources sources;

    AskedArguments(Sources sources) {
        this.sources = sources;
    }

    /// What a method has to have to ask the same.
    record Read(List<Caller.Given> given, List<String> before) {
        Read {
            given = List.copyOf(given);
            before = List.copyOf(before);
        }
    }

    /// Empty where an argument comes from elsewhere than what each request has.
    Optional<Read> read(ProjectType controller, JavaMethod method, JavaCall call) {
        var given = new LinkedHashMap<String, Caller.Given>();
        var before = new ArrayList<String>();
        for (String argument : call.arguments()) {
            boolean isOfRequest =
                    argument.matches("(?s)[a-z].*")
                            && isOfRequest(controller, method, argument, given, before);
            if (!isOfRequest) {
                return Optional.empty();
            }
        }
        return Optional.of(new Read(List.copyOf(given.values()), before));
    }

    /// Whether one of several arguments comes from the request.
    boolean hasSome(ProjectType controller, JavaMethod method, JavaCall call) {
        return call.arguments().stream()
                .filter(one -> one.matches("(?s)[a-z].*"))
                .anyMatch(one ->
                        isOfRequest(
                                controller, method, one, new LinkedHashMap<>(), new ArrayList<>()));
    }

    private boolean isOfRequest(
            ProjectType controller,
            JavaMethod method,
            String expression,
            Map<String, Caller.Given> given,
            List<String> before) {
        Matcher name = NAME.matcher(expression.replaceAll("\"[^\"]*\"", "\"\""));
        boolean hasAny = false;
        while (name.find()) {
            String variable = name.group(1);
            if (variable.matches("null|true|false|new|this")) {
                continue;
            }
            hasAny = true;
            boolean isKnown =
                    parameter(controller, method, variable, given)
                            || local(controller, method, variable, given, before);
            if (!isKnown) {
                return false;
            }
        }
        return hasAny;
    }

    private boolean parameter(
            ProjectType controller,
            JavaMethod method,
            String name,
            Map<String, Caller.Given> given) {
        Optional<JavaParameter> parameter =
                method.parameters().stream().filter(one -> one.name().equals(name)).findFirst();
        if (parameter.isEmpty()) {
            return false;
        }
        String type = TypeName.of(parameter.get().type()).raw();
        Optional<JavaAnnotation> use =
                parameter.get().annotations().stream()
                        .filter(one -> one.name().matches(ANNOTATED))
                        .findFirst();
        if (use.isEmpty() && !OF_REQUEST.containsKey(type)) {
            return false;
        }
        var imports = new ArrayList<String>();
        use.ifPresent(one -> imports.add(WEB + one.name()));
        if (OF_REQUEST.containsKey(type)) {
            imports.add(OF_REQUEST.get(type));
        }
        String text =
                use.map(one -> inlined(one.range().of(controller.file().text()), controller) + " ")
                        .orElse("");
        imports.addAll(named(controller, text + " " + parameter.get().type()));
        given.put(
                name, new Caller.Given(text + parameter.get().type() + " " + name, name, imports));
        return true;
    }

    /// A variable that the method makes before from what it has of the request.
    private boolean local(
            ProjectType controller,
            JavaMethod method,
            String name,
            Map<String, Caller.Given> given,
            List<String> before) {
        Matcher made =
                Pattern.compile(
                                "(?:final\\s+)?([A-Za-z][\\w.<>]*)\\s+"
                                        + name
                                        + "\\s*=\\s*([^;]+);")
                        .matcher(method.body().orElse(""));
        if (!made.find() || !isOfRequest(controller, method, made.group(2), given, before)) {
            return false;
        }
        String line =
                "%s %s = %s;"
                        .formatted(
                                made.group(1),
                                name,
                                inlined(made.group(2).replaceAll("\\s+", " "), controller));
        if (!before.contains(line)) {
            before.add(line);
        }
        return true;
    }

    /// The same code, in which constants of the controller's own are their texts: another class does not know them.
    String inlined(String code, ProjectType controller) {
        var constants = new Constants(sources);
        return CONSTANT.matcher(code)
                .replaceAll(found -> {
                    Optional<JavaField> own = controller.type().field(found.group());
                    return Matcher.quoteReplacement(
                            own.flatMap(_ -> constants.text(found.group(), controller.file()))
                                    .map(text -> "\"" + text + "\"")
                                    .orElse(found.group()));
                });
    }

    /// What a class imports of the names in a piece of its code.
    List<String> named(ProjectType in, String code) {
        var names = new ArrayList<String>();
        for (JavaImport present : in.file().imports()) {
            if (!present.isStatic() && code.matches("(?s).*\\b" + present.simpleName() + "\\b.*")) {
                names.add(present.name());
            }
        }
        Pattern.compile("\\b[A-Z]\\w*")
                .matcher(code)
                .results()
                .map(found -> sources.resolve(found.group(), in.file()))
                .flatMap(Optional::stream)
                .filter(type -> type.packageName().equals(in.packageName()))
                .map(ProjectType::qualifiedName)
                .forEach(names::add);
        return names;
    }
}
