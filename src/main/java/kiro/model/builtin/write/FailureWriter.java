package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Failures;
import kiro.model.builtin.project.HttpStatuses;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.TypeName;

/// Says how a failure is raised in the project's way, and adds the exception that is missing.
final class FailureWriter {
    private static final String STATUS_EXCEPTION =
            "org.springframework.web.server.ResponseStatusException";
    private static final String HTTP_STATUS = "org.springframework.http.HttpStatus";

    private final Workshop workshop;
    private final SpringProject project;
    private final HandlerWriter handlers;
    private final FailureArguments arguments;

    FailureWriter(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
        this.handlers = new HandlerWriter(workshop);
        this.arguments = new FailureArguments(project);
    }

    Raise raise(Trouble trouble, ProjectType thrower) {
        return known(trouble, thrower)
                .or(() -> byFactory(trouble))
                .or(() -> byCode(trouble))
                .or(() -> handled(trouble, thrower))
                .or(() -> byStatus(trouble))
                .orElseGet(() -> added(trouble, thrower));
    }

    /// A static method of the project that makes an exception with this status.
    private Optional<Raise> byFactory(Trouble trouble) {
        for (Failures.Factory factory : project.failures().factories()) {
            if (factory.status() != trouble.status()) {
                continue;
            }
            Optional<String> arguments =
                    this.arguments.made(
                            factory.method().parameters(),
                            trouble,
                            factory.type().name() + "." + factory.method().name() + "(");
            if (arguments.isPresent()) {
                return Optional.of(
                        new Raise(
                                "%s.%s(%s)"
                                        .formatted(
                                                factory.type().name(),
                                                factory.method().name(),
                                                arguments.get()),
                                arguments.get().startsWith("List.of(")
                                        ? List.of(factory.type().qualifiedName(), "java.util.List")
                                        : List.of(factory.type().qualifiedName())));
            }
        }
        return Optional.empty();
    }

    /// An exception of the project that takes a constant which leads to this status.
    private Optional<Raise> byCode(Trouble trouble) {
        List<Failures.Coded> fitting =
                project.failures().coded().stream()
                        .filter(one -> one.status() == trouble.status())
                        .toList();
        return trouble.names().stream()
                .flatMap(name ->
                        fitting.stream()
                                .filter(one ->
                                        one.code()
                                                .replaceFirst(".*\\.", "")
                                                .replace("_", "")
                                                .matches(name)))
                .findFirst()
                // A constant that says something else is wrong where the spec says what it is.
                .or(() -> fitting.stream().filter(_ -> trouble.code().isEmpty()).findFirst())
                .map(one ->
                        new Raise(
                                "new %s(%s)"
                                        .formatted(
                                                one.exception().name(),
                                                one.constructor().parameters().stream()
                                                        .map(parameter ->
                                                                parameter.type().equals("String")
                                                                        ? trouble.message()
                                                                        : one.code())
                                                        .collect(Collectors.joining(", "))),
                                one.imports()));
    }

    /// An exception that leads to the status already.
    private Optional<Raise> known(Trouble trouble, ProjectType thrower) {
        var fitting = new FittingFailures(project);
        List<String> candidates =
                project.failures().exceptionsFor(trouble.status()).stream()
                        .filter(name -> fitting.fits(name, trouble, thrower))
                        .toList();
        for (String pattern : trouble.names()) {
            for (String name : candidates) {
                if (name.matches(pattern)) {
                    Optional<Raise> raise = raise(name, trouble);
                    if (raise.isPresent()) {
                        return raise;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Raise> raise(String name, Trouble trouble) {
        if (name.equals("NoSuchElementException")) {
            return Optional.of(
                    new Raise(
                            "new NoSuchElementException(" + trouble.message() + ")",
                            List.of("java.util.NoSuchElementException")));
        }
        if (name.equals("AccessDeniedException")) {
            return Optional.of(denied(trouble));
        }
        List<ProjectType> types =
                project.sources().types().stream()
                        .filter(type -> type.name().equals(name))
                        .toList();
        return types.size() == 1 ? construct(types.getFirst(), trouble) : Optional.empty();
    }

    private Optional<Raise> construct(ProjectType exception, Trouble trouble) {
        List<JavaMethod> constructors = exception.type().constructors();
        if (constructors.isEmpty()) {
            return Optional.of(
                    new Raise(
                            "new " + exception.name() + "()", List.of(exception.qualifiedName())));
        }
        for (JavaMethod constructor : constructors) {
            Optional<String> arguments =
                    FailureArguments.isOfId(constructor)
                            ? FailureArguments.id(trouble)
                            : FailureArguments.listed(constructor.parameters(), trouble)
                                    .or(() ->
                                            this.arguments.of(
                                                    constructor.parameters(),
                                                    trouble,
                                                    "new " + exception.name() + "("));
            if (arguments.isPresent() && !constructor.is("private")) {
                return Optional.of(
                        new Raise(
                                "new " + exception.name() + "(" + arguments.get() + ")",
                                arguments.get().startsWith("List.of(")
                                        ? List.of(exception.qualifiedName(), "java.util.List")
                                        : List.of(exception.qualifiedName())));
            }
        }
        return Optional.empty();
    }

    private Optional<Raise> byStatus(Trouble trouble) {
        if (!project.failures().usesStatusExceptions()) {
            return Optional.empty();
        }
        String status = "HttpStatus." + constant(trouble.status());
        boolean hasReason =
                project.sources().main().stream()
                        .anyMatch(file ->
                                file.text()
                                        .matches(
                                                "(?s).*new ResponseStatusException\\(\\s*[\\w.]+\\s*,.*"));
        return Optional.of(
                new Raise(
                        "new ResponseStatusException("
                                + status
                                + (hasReason ? ", " + trouble.message() : "")
                                + ")",
                        List.of(STATUS_EXCEPTION, HTTP_STATUS)));
    }

    /// An exception of its own with a handler, where a status that is sent would not come to the client.
    private Optional<Raise> handled(Trouble trouble, ProjectType thrower) {
        boolean isChanged =
                SentErrors.areChanged(project)
                        && !SentErrors.answersSprings(project)
                        && project.failures().usesStatusExceptions();
        return isChanged && handlers.canHandle()
                ? Optional.of(added(trouble, thrower))
                : Optional.empty();
    }

    private static Raise denied(Trouble trouble) {
        return new Raise(
                "new AccessDeniedException(" + trouble.message() + ")",
                List.of("org.springframework.security.access.AccessDeniedException"));
    }

    private Raise added(Trouble given, ProjectType thrower) {
        Trouble trouble = (areBare() ? given.bare() : given).told();
        ProjectType neighbour = new FittingFailures(project).neighbour(trouble, thrower);
        String path = Workshop.folder(neighbour) + trouble.newName() + ".java";
        String qualified = neighbour.packageName() + "." + trouble.newName();
        if (!workshop.draft().exists(path)) {
            boolean isHandled =
                    handlers.handle(qualified, trouble.newName(), trouble.status())
                            || answered(trouble, neighbour);
            workshop.draft().create(path, Part.FAILURES, exception(trouble, neighbour, !isHandled));
        }
        return new Raise("new " + trouble.newName() + "(" + trouble.id() + ")", List.of(qualified));
    }

    /// A class that answers an exception, where its status would not come to the client otherwise.
    private boolean answered(Trouble trouble, ProjectType neighbour) {
        boolean isNeeded =
                SentErrors.areChanged(project)
                        && project.failures().advice().isEmpty()
                        && project.pom().bootMajor() >= 3;
        if (isNeeded) {
            String name = trouble.newName().replaceFirst("Exception$", "");
            Map<String, String> values =
                    Map.of(
                            "package",
                            neighbour.packageName(),
                            "name",
                            name,
                            "method",
                            Names.lower(name),
                            "exception",
                            trouble.newName(),
                            "status",
                            constant(trouble.status()));
            workshop.draft()
                    .create(
                            Workshop.folder(neighbour) + name + "Handler.java",
                            Part.FAILURES,
                            Template.fill("FailureHandler", values));
        }
        return isNeeded;
    }

    /// Whether the project's exceptions are called without saying that they are some: `ParcelNotFound`.
    private boolean areBare() {
        List<ProjectType> all = new FittingFailures(project).exceptions();
        return !all.isEmpty() && all.stream().noneMatch(type -> type.name().endsWith("Exception"));
    }

    private String exception(Trouble trouble, ProjectType neighbour, boolean isAnnotated) {
        boolean isTold = trouble.id().equals(trouble.message());
        String parameter = isTold ? "String message" : TypeName.of(trouble.idType()).raw() + " id";
        var lines = new ArrayList<String>();
        lines.add("package " + neighbour.packageName() + ";");
        lines.add("");
        if (trouble.idType().equals("UUID")) {
            lines.add("import java.util.UUID;");
        }
        if (isAnnotated) {
            lines.add("import " + HTTP_STATUS + ";");
            lines.add("import org.springframework.web.bind.annotation.ResponseStatus;");
        }
        if (!lines.getLast().isEmpty()) {
            lines.add("");
        }
        if (isAnnotated) {
            lines.add("@ResponseStatus(HttpStatus." + constant(trouble.status()) + ")");
        }
        lines.add("public class " + trouble.newName() + " extends RuntimeException {");
        lines.add("");
        lines.add("    public " + trouble.newName() + "(" + parameter + ") {");
        lines.add(
                "        super("
                        + (isTold
                                ? "message"
                                : trouble.message()
                                        .replace(" + " + trouble.id() + " + ", " + id + "))
                        + ");");
        lines.add("    }");
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private String constant(int status) {
        return HttpStatuses.constant(status, project.pom().bootMajor());
    }
}
