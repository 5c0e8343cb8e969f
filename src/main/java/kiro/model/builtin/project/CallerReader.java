package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.code.JavaAnnotation;
import kiro.code.JavaImport;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.code.JavaType;

/// Finds out how controllers learn who calls: from what they do already, else from what signs callers in.
final class CallerReader {
    private static final Pattern SIGNED_IN =
            Pattern.compile(
                    "(?:UsernamePasswordAuthenticationToken|PreAuthenticatedAuthenticationToken|AuthenticationToken)"
                            + "(?:\\.authenticated)?\\(\\s*(\\w+)\\s*,");

    private static final String CALLERS =
            "user|member|account|subject|sub|handle|principal|nickname";

    private final Sources sources;
    private final Pom pom;
    private final Failures failures;

    CallerReader(Sources sources, Pom pom, Failures failures) {
        this.sources = sources;
        this.pom = pom;
        this.failures = failures;
    }

    Optional<Caller> caller(List<Controller> controllers) {
        return new AskedCallerReader(sources, failures)
                .caller(controllers)
                .or(() -> told(controllers));
    }

    /// The caller whom controllers do not ask for.
    private Optional<Caller> told(List<Controller> controllers) {
        for (Controller controller : controllers) {
            for (Mapping mapping : controller.mappings()) {
                for (JavaParameter parameter : mapping.method().parameters()) {
                    Optional<Caller> caller = parameter(controller.type(), parameter);
                    if (caller.isPresent()) {
                        return caller;
                    }
                }
            }
        }
        var attributes = new AttributeCallerReader(sources);
        return attributes
                .taken(controllers)
                .or(() -> new HeldCallerReader(sources).caller())
                .or(this::signedIn)
                .or(attributes::set)
                .or(this::named);
    }

    private Optional<Caller> parameter(ProjectType controller, JavaParameter parameter) {
        String type = TypeName.of(parameter.type()).raw();
        String name = parameter.name();
        if (parameter.annotation("AuthenticationPrincipal").isPresent()) {
            return principal(controller, type, name);
        }
        if (isNamed(controller, type)) {
            return Optional.of(
                    named(
                            type,
                            name,
                            type.equals("Principal")
                                    ? "java.security.Principal"
                                    : "org.springframework.security.core.Authentication"));
        }
        Optional<ProjectType> own = sources.resolve(parameter.type(), controller.file());
        Optional<Caller> marked = marked(controller, parameter, own);
        if (marked.isPresent()) {
            return marked;
        }
        if (own.isPresent() && isResolved(own.get())) {
            return objectOf(
                    own.get(),
                    parameter.type() + " " + name,
                    name,
                    List.of(own.get().qualifiedName()),
                    new Caller.Source.Resolved());
        }
        Optional<JavaAnnotation> attribute = parameter.annotation("RequestAttribute");
        return attribute.isPresent()
                ? attribute(controller, parameter, attribute.get(), own)
                : header(controller, parameter);
    }

    /// Whether a type is Java's or Spring's for callers, and none of the project's own that is called so.
    private boolean isNamed(ProjectType controller, String type) {
        boolean isImported =
                controller.file().imports().stream()
                        .anyMatch(one ->
                                one.name()
                                        .matches(
                                                "(java\\.security|org\\.springframework)\\..*\\b"
                                                        + type));
        return (type.equals("Principal") || type.equals("Authentication"))
                && (isImported || sources.resolve(type, controller.file()).isEmpty());
    }

    /// A parameter with an annotation of the project's own that an argument resolver looks for, or that stands for
    /// Spring Security's.
    private Optional<Caller> marked(
            ProjectType controller, JavaParameter parameter, Optional<ProjectType> own) {
        for (JavaAnnotation use : parameter.annotations()) {
            Optional<ProjectType> marker =
                    sources.resolve(use.name(), controller.file())
                            .filter(type -> type.type().kind() == JavaType.Kind.ANNOTATION)
                            .filter(type ->
                                    isResolved(type)
                                            || type.type().isAnnotated("AuthenticationPrincipal"));
            if (marker.isEmpty()) {
                continue;
            }
            String written = "@" + use.name() + " " + parameter.type() + " " + parameter.name();
            var imports = new ArrayList<String>();
            imports.add(marker.get().qualifiedName());
            if (own.isPresent()) {
                imports.add(own.get().qualifiedName());
                return objectOf(
                        own.get(),
                        written,
                        parameter.name(),
                        imports,
                        new Caller.Source.Resolved());
            }
            if (parameter.type().equals("UUID")) {
                imports.add("java.util.UUID");
            }
            return parameter.type().matches("String|[Ll]ong|UUID|Integer|int")
                    ? Optional.of(
                            new Caller(
                                    written,
                                    parameter.name(),
                                    parameter.type(),
                                    parameter.name(),
                                    imports,
                                    new Caller.Source.Resolved(),
                                    Optional.empty()))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Caller> attribute(
            ProjectType controller,
            JavaParameter parameter,
            JavaAnnotation use,
            Optional<ProjectType> own) {
        String name = parameter.name();
        var named = new Named(controller, attributeName(use, name));
        List<String> imports = importsOf(controller, use, parameter.type());
        return own.isPresent()
                ? objectOf(
                        own.get(),
                        "@RequestAttribute("
                                + named.expression()
                                + ") "
                                + parameter.type()
                                + " "
                                + name,
                        name,
                        imports,
                        new Caller.Source.Attribute(literal(named)))
                : Optional.of(attribute(named, parameter.type(), name, imports));
    }

    private Optional<Caller> header(ProjectType controller, JavaParameter parameter) {
        String name = parameter.name();
        return parameter
                .annotation("RequestHeader")
                .filter(_ -> name.matches("(?i).*(user|caller|account|owner).*"))
                .map(use ->
                        header(
                                new Named(controller, attributeName(use, name)),
                                parameter.type(),
                                name,
                                importsOf(controller, use, parameter.type())));
    }

    /// A parameter that is an object of the project's own, with a property that tells callers apart.
    static Optional<Caller> objectOf(
            ProjectType type,
            String parameter,
            String name,
            List<String> imports,
            Caller.Source source) {
        DomainType own = DomainType.of(type);
        return identifying(own)
                .map(property ->
                        new Caller(
                                parameter,
                                name + property.read(),
                                property.type(),
                                property.type().equals("String") ? "username" : "callerId",
                                imports,
                                source,
                                Optional.of(own)));
    }

    /// Whether an argument resolver of the project gives objects of this type to controllers.
    private boolean isResolved(ProjectType type) {
        return sources.types().stream()
                .filter(resolver ->
                        resolver.type().supertypes().stream()
                                .map(name -> TypeName.of(name).raw())
                                .anyMatch("HandlerMethodArgumentResolver"::equals))
                .anyMatch(resolver -> resolver.file().text().contains(type.name() + ".class"));
    }

    private static String attributeName(JavaAnnotation use, String parameter) {
        return use.argument("value").or(() -> use.argument("name")).orElse("\"" + parameter + "\"");
    }

    /// What a parameter that is written the same way in another class has to import.
    private List<String> importsOf(ProjectType in, JavaAnnotation use, String type) {
        var names = new ArrayList<String>();
        names.add("org.springframework.web.bind.annotation." + use.name());
        String text = use.arguments().values() + " " + type;
        for (JavaImport present : in.file().imports()) {
            if (!present.isStatic() && text.matches(".*\\b" + present.simpleName() + "\\b.*")) {
                names.add(present.name());
            }
        }
        return names;
    }

    private Optional<Caller> principal(ProjectType in, String type, String name) {
        if (type.equals("UserDetails") || type.equals("User")) {
            String qualified = "org.springframework.security.core.userdetails." + type;
            boolean isProjects = sources.resolve(type, in.file()).isPresent();
            if (!isProjects) {
                return Optional.of(principal(type, qualified, name, ".getUsername()", "String"));
            }
        }
        if (type.equals("Jwt")) {
            return Optional.of(
                    principal(
                            type,
                            "org.springframework.security.oauth2.jwt.Jwt",
                            name,
                            ".getSubject()",
                            "String"));
        }
        return sources.resolve(type, in.file()).flatMap(own -> principal(own, name));
    }

    private static Optional<Caller> principal(ProjectType type, String name) {
        return identifying(DomainType.of(type))
                .map(property ->
                        principal(
                                type.name(),
                                type.qualifiedName(),
                                name,
                                property.read(),
                                property.type()))
                .map(caller ->
                        new Caller(
                                caller.parameter(),
                                caller.id(),
                                caller.idType(),
                                caller.idName(),
                                caller.imports(),
                                caller.source(),
                                Optional.of(DomainType.of(type))));
    }

    /// The property that tells one caller from another; a `user` does where it is no object of the project's own.
    static Optional<Property> identifying(DomainType type) {
        return called("id", type)
                .or(() -> called("userId", type))
                .or(() -> called(".*Id", type))
                .or(() -> called(CALLERS, type).filter(CallerReader::isValue))
                .or(() -> called("username|userName|login|email|name", type));
    }

    private static Optional<Property> called(String pattern, DomainType type) {
        return type.properties().stream()
                .filter(property -> property.name().matches(pattern))
                .findFirst();
    }

    private static boolean isValue(Property property) {
        return property.type().matches("String|[Ll]ong|int|Integer|UUID");
    }

    private static Caller principal(
            String type, String qualified, String name, String read, String idType) {
        return new Caller(
                "@AuthenticationPrincipal " + type + " " + name,
                name + read,
                idType,
                idType.equals("String") ? "username" : "callerId",
                List.of(
                        "org.springframework.security.core.annotation.AuthenticationPrincipal",
                        qualified),
                new Caller.Source.PrincipalObject(type, qualified, name),
                Optional.empty());
    }

    private static Caller named(String type, String name, String qualified) {
        return new Caller(
                type + " " + name,
                name + ".getName()",
                "String",
                "username",
                List.of(qualified),
                new Caller.Source.PrincipalName(),
                Optional.empty());
    }

    /// An expression, and the class in which it stands.
    private record Named(ProjectType in, String expression) {}

    /// The text of an expression as a literal, which means the same in every class.
    private String literal(Named named) {
        return new Constants(sources)
                .text(named.expression(), named.in().file())
                .map(text -> "\"" + text + "\"")
                .orElse(named.expression());
    }

    private Caller attribute(Named named, String type, String name, List<String> imports) {
        return new Caller(
                "@RequestAttribute(" + named.expression() + ") " + type + " " + name,
                name,
                type,
                name,
                imports,
                new Caller.Source.Attribute(literal(named)),
                Optional.empty());
    }

    private Caller header(Named named, String type, String name, List<String> imports) {
        return new Caller(
                "@RequestHeader(" + named.expression() + ") " + type + " " + name,
                name,
                type,
                name,
                imports,
                new Caller.Source.Header(literal(named)),
                Optional.empty());
    }

    /// The type of the object that a filter of the project signs in.
    private Optional<Caller> signedIn() {
        for (ProjectType type : sources.types()) {
            for (JavaMethod method : type.type().methods()) {
                var signed = SIGNED_IN.matcher(method.body().orElse(""));
                if (!signed.find()) {
                    continue;
                }
                Optional<Caller> caller =
                        ValueTypes.ofVariable(method, signed.group(1))
                                .flatMap(name -> sources.resolve(name, type.file()))
                                .flatMap(own -> principal(own, "caller"));
                if (caller.isPresent()) {
                    return caller;
                }
            }
        }
        return Optional.empty();
    }

    /// Spring Security knows callers by name where the project says nothing else.
    private Optional<Caller> named() {
        boolean hasUsers =
                pom.has("spring-boot-starter-security")
                        && (sources.mainMentions("UserDetails")
                                || sources.mainMentions("httpBasic"));
        return hasUsers
                ? Optional.of(named("Principal", "principal", "java.security.Principal"))
                : Optional.empty();
    }
}
