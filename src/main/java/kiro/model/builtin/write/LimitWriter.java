package kiro.model.builtin.write;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.RateLimit;

/// Writes what counts requests and refuses those over a limit: an annotation for controllers, and an
/// interceptor that heeds it before a body is read, so that every request counts.
final class LimitWriter {
    private static final String ANNOTATION = "RateLimited";
    private static final String EXCEPTION = "RateLimitExceededException";

    private final Workshop workshop;
    private final SpringProject project;
    private boolean isWritten;

    LimitWriter(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    /// Why requests cannot be limited as asked; empty where they can.
    Optional<String> obstacle(Place place, Wants wants) {
        Optional<ProjectType> other =
                project.sources().types().stream()
                        .filter(type -> type.name().matches("(?i).*(rate.?limit|throttl).*"))
                        .filter(type -> !type.packageName().endsWith(".ratelimit"))
                        .filter(type -> existing().isEmpty())
                        .findFirst();
        if (other.isPresent()) {
            return Optional.of(
                    "the project limits requests already with "
                            + other.get().name()
                            + ", and how to use it for another endpoint is not evident");
        }
        boolean needsCaller =
                switch (counted(place, wants).per()) {
                    case USER, NOT_STATED, API_KEY -> true;
                    case ADDRESS, EVERYONE -> false;
                };
        boolean isResolved =
                project.caller()
                        .filter(one ->
                                one.source() instanceof Caller.Source.Resolved
                                        || one.isHeld()
                                        || one.asked().isPresent())
                        .isPresent();
        boolean isUnknown =
                project.caller().isEmpty() || (isResolved && resolvedHeader().isEmpty());
        return needsCaller && isUnknown
                ? Optional.of(UnknownCallers.caller(project))
                : Optional.empty();
    }

    /// Whose requests are counted where the spec does not say it: each user's; where all who get in show the same,
    /// all of them together; where nobody shows anything, each address.
    private RateLimit counted(Place place, Wants wants) {
        RateLimit limit = wants.endpoint().rateLimit().orElseThrow();
        if (limit.per() != RateLimit.Subject.NOT_STATED || project.caller().isPresent()) {
            return limit;
        }
        boolean isProtected = Guarding.isProtected(project, place, wants);
        return new RateLimit(
                limit.count(),
                limit.window(),
                isProtected ? RateLimit.Subject.EVERYONE : RateLimit.Subject.ADDRESS);
    }

    /// The expression for the header from which an argument resolver knows callers.
    private Optional<String> resolvedHeader() {
        return project.credentials().shownIn().map(Constraints::literal);
    }

    /// An annotation of the same kind that the project has already.
    private Optional<ProjectType> existing() {
        return project.sources().types().stream()
                .filter(type -> type.name().equals(ANNOTATION))
                .filter(_ -> project.sources().mainMentions("new RateLimitInterceptor("))
                .filter(type ->
                        type.type().method("requests").isPresent()
                                && type.type().method("seconds").isPresent())
                .findFirst();
    }

    /// Adds what is missing; answers the annotation for the controller's method.
    Raise write(Place place, Wants wants) {
        RateLimit limit = wants.endpoint().rateLimit().orElseThrow();
        String use =
                "@%s(requests = %d, seconds = %d)"
                        .formatted(ANNOTATION, limit.count(), limit.window().toSeconds());
        Optional<ProjectType> existing = existing();
        if (existing.isPresent()) {
            return new Raise(use, List.of(existing.get().qualifiedName()));
        }
        ProjectType root = project.application().orElse(place.controller().type());
        String packageName = root.packageName() + ".ratelimit";
        String folder = Workshop.folder(root) + "ratelimit/";
        if (!isWritten) {
            write(folder, packageName, counted(place, wants));
            isWritten = true;
        }
        return new Raise(use, List.of(packageName + "." + ANNOTATION));
    }

    private void write(String folder, String packageName, RateLimit limit) {
        Map<String, String> names = Map.of("package", packageName, "subject", subject(limit));
        create(folder, ANNOTATION, Template.fill(ANNOTATION, names));
        create(folder, "RequestCounter", Template.fill("RequestCounter", names));
        boolean isThrown =
                new HandlerWriter(workshop)
                        .handle(
                                packageName + "." + EXCEPTION,
                                EXCEPTION,
                                429,
                                "HttpHeaders.RETRY_AFTER",
                                "String.valueOf(failure.retryAfter().toSeconds())");
        if (isThrown) {
            workshop.draft()
                    .create(
                            folder + EXCEPTION + ".java",
                            Part.FAILURES,
                            Template.fill(EXCEPTION, names));
        }
        create(folder, "RateLimitInterceptor", interceptor(packageName, limit, isThrown));
        create(folder, "RateLimitConfig", config(packageName));
    }

    private void create(String folder, String name, String code) {
        workshop.draft().create(folder + name + ".java", Part.LIMIT, code);
    }

    private static String subject(RateLimit limit) {
        return switch (limit.per()) {
            case USER, NOT_STATED -> "a user";
            case API_KEY -> "the holder of a key";
            case ADDRESS -> "an address";
            case EVERYONE -> "all callers together";
        };
    }

    private static String each(RateLimit limit) {
        return switch (limit.per()) {
            case USER, NOT_STATED -> "for each user";
            case API_KEY -> "for each key";
            case ADDRESS -> "for each address";
            case EVERYONE -> "of all callers together";
        };
    }

    private String interceptor(String packageName, RateLimit limit, boolean isThrown) {
        var imports =
                new TreeSet<>(
                        List.of(
                                "jakarta.servlet.http.HttpServletRequest",
                                "jakarta.servlet.http.HttpServletResponse",
                                "java.lang.reflect.Method",
                                "java.time.Clock",
                                "java.time.Duration",
                                "java.util.Map",
                                "java.util.Optional",
                                "java.util.concurrent.ConcurrentHashMap",
                                "org.springframework.web.method.HandlerMethod",
                                "org.springframework.web.servlet.HandlerInterceptor"));
        if (!isThrown) {
            imports.add("org.springframework.http.HttpHeaders");
            imports.add("org.springframework.http.HttpStatus");
        }
        boolean isSent = !isThrown && !SentErrors.areChanged(project);
        String refusal = isThrown ? THROWN : isSent ? SENT : ANSWERED;
        if (isSent) {
            imports.add("java.io.IOException");
        }
        Key key = key(limit, imports);
        return Template.fill(
                "RateLimitInterceptor",
                Map.of(
                        "package", packageName,
                        "imports", imports(imports, packageName),
                        "each", each(limit),
                        "refuse", refusal.indent(16).stripTrailing(),
                        "throws", isSent ? "\n            throws IOException" : "",
                        "keydoc", key.doc(),
                        "key", key.code().indent(8).stripTrailing()));
    }

    private static final String THROWN =
            """
            if (wait.isPresent()) {
                throw new RateLimitExceededException(wait.get());
            }
            """;
    private static final String SENT =
            """
            if (wait.isPresent()) {
                response.setHeader(
                        HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds()));
                response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
                return false;
            }
            """;

    /// Without the body that the error page would have, where that page is not for everyone.
    private static final String ANSWERED =
            """
            if (wait.isPresent()) {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(
                        HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds()));
                return false;
            }
            """;

    private static String imports(Collection<String> names, String packageName) {
        return names.stream()
                .filter(name -> !name.substring(0, name.lastIndexOf('.')).equals(packageName))
                .map(name -> "import " + name + ";")
                .collect(Collectors.joining("\n"));
    }

    /// The code that tells whose request it is.
    private record Key(String doc, String code) {}

    private Key key(RateLimit limit, Collection<String> imports) {
        return switch (limit.per()) {
            case ADDRESS ->
                    new Key(
                            "The address that sends the request.",
                            "return Optional.of(request.getRemoteAddr());");
            case EVERYONE ->
                    new Key("The same for all requests.", "return Optional.of(\"everyone\");");
            case USER, API_KEY, NOT_STATED -> key(project.caller().orElseThrow(), imports);
        };
    }

    private Key key(Caller caller, Collection<String> imports) {
        String doc = "The signed-in user who sends the request.";
        return switch (caller.source()) {
            case Caller.Source.PrincipalObject principal -> {
                imports.add("org.springframework.security.core.Authentication");
                imports.add("org.springframework.security.core.context.SecurityContextHolder");
                imports.add(principal.qualifiedType());
                yield new Key(
                        doc,
                        """
                        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
                        return signedIn != null && signedIn.getPrincipal() instanceof %s %s
                                ? Optional.of(%s)
                                : Optional.empty();
                        """
                                .formatted(principal.type(), principal.variable(), caller.id()));
            }
            case Caller.Source.PrincipalName _ -> {
                imports.add("java.security.Principal");
                yield new Key(
                        doc,
                        "return Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName);");
            }
            case Caller.Source.Attribute attribute ->
                    new Key(
                            doc,
                            "return Optional.ofNullable(request.getAttribute("
                                    + attribute.expression()
                                    + "));");
            case Caller.Source.Resolved _, Caller.Source.Held _, Caller.Source.Asked _ ->
                    ofHeader(doc, resolvedHeader().orElseThrow());
            case Caller.Source.Header header -> ofHeader(doc, header.expression());
        };
    }

    private static Key ofHeader(String doc, String name) {
        return new Key(doc, "return Optional.ofNullable(request.getHeader(" + name + "));");
    }

    private String config(String packageName) {
        var imports =
                new TreeSet<>(
                        List.of(
                                "java.time.Clock",
                                "org.springframework.context.annotation.Configuration",
                                "org.springframework.core.Ordered",
                                "org.springframework.web.servlet.config.annotation.InterceptorRegistry",
                                "org.springframework.web.servlet.config.annotation.WebMvcConfigurer"));
        boolean isAlwaysThere = project.clockIsBean() && !hasSlices();
        if (!isAlwaysThere) {
            imports.add("org.springframework.beans.factory.ObjectProvider");
        }
        return Template.fill(
                "RateLimitConfig",
                Map.of(
                        "package",
                        packageName,
                        "imports",
                        imports(imports, packageName) + "\n",
                        "parameter",
                        isAlwaysThere ? "Clock clock" : "ObjectProvider<Clock> clock",
                        "clock",
                        isAlwaysThere ? "clock" : "clock.getIfAvailable(Clock::systemUTC)"));
    }

    /// Tests of a slice of the application see this configuration, and no bean of the project's own.
    private boolean hasSlices() {
        return project.sources().testTypes().stream()
                .anyMatch(type -> type.type().isAnnotated("WebMvcTest"));
    }
}
