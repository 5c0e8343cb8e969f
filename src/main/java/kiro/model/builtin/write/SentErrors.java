package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaAnnotation;
import kiro.code.JavaFile;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.code.JavaType;
import kiro.model.builtin.project.HttpStatuses;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Protection;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.TypeName;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;

/// Tells which answers are made with `sendError`. The server then asks the application for its error page, and Spring
/// Security looks at that request anew, without the filters that run once: a client may see another status than the
/// one that was sent. A test in the thread of the application sees nothing of this.
final class SentErrors {
    private static final Pattern CONSTANT = Pattern.compile("HttpStatus\\.([A-Z_]+)");
    private static final Pattern BY_ROLE =
            Pattern.compile(
                    "\\bhas(Any)?(Role|Authority|Authorities)\\(|@(PreAuthorize|PostAuthorize|Secured|RolesAllowed)\\b");
    private static final Pattern SENDS = Pattern.compile("\\bsendError\\(([^;]*)\\)");
    private static final String DENIED = "AccessDeniedException";

    private final Workshop workshop;
    private final SpringProject project;

    SentErrors(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    /// Whether the error page may be refused to who asked for something else.
    static boolean areChanged(SpringProject project) {
        Protection protection = project.protection();
        if (protection.kind() != Protection.Kind.SPRING_SECURITY) {
            return false;
        }
        boolean isOpen =
                protection
                        .rule("GET", "/error")
                        .filter(rule -> rule.needs() == Protection.Needs.NOTHING)
                        .isPresent();
        return !isOpen && !project.sources().mainMentions("DispatcherType.ERROR");
    }

    /// Whether Spring's own failures, those with a status too, are answered with a body of their own.
    static boolean answersSprings(SpringProject project) {
        boolean isSet =
                project.settings()
                        .value("spring.mvc.problemdetails.enabled")
                        .filter("true"::equals)
                        .isPresent();
        return isSet
                || advices(project).stream()
                        .flatMap(type -> type.type().supertypes().stream())
                        .anyMatch(name ->
                                TypeName.of(name).raw().equals("ResponseEntityExceptionHandler"));
    }

    private static List<ProjectType> advices(SpringProject project) {
        return project.sources().types().stream().filter(SentErrors::isAdvice).toList();
    }

    private static boolean isAdvice(ProjectType type) {
        return isAdvice(type.type());
    }

    private static boolean isAdvice(JavaType type) {
        return type.isAnnotated("RestControllerAdvice") || type.isAnnotated("ControllerAdvice");
    }

    /// Whether a client may see another status than a test in the application's thread.
    boolean mayDiffer(CriterionOutcome outcome) {
        int status = outcome.status().orElse(0);
        // Who is not known is refused the error page as well, with the same status.
        boolean isSame = status < 400 || status == 401;
        return !isSame && areChanged(project) && (isSent(status) || isSent(outcome.condition()));
    }

    /// Whether code that leads to this status sends it.
    private boolean isSent(int status) {
        Set<String> handled = handled();
        boolean catchesAll =
                handled.contains("Exception")
                        || handled.contains("RuntimeException")
                        || handled.contains("Throwable");
        if (sendsItself()) {
            return true;
        }
        if (catchesAll) {
            return false;
        }
        boolean throwsStatus =
                mentions("new ResponseStatusException(")
                        && !handled.contains("ResponseStatusException")
                        && !handled.contains("ErrorResponseException")
                        && !answersSprings(project);
        boolean throwsDenied =
                status == 403 && mentions("new " + DENIED + "(") && !handled.contains(DENIED);
        return throwsStatus || throwsDenied || isAnnotated(status, handled);
    }

    /// An exception with this status, or with one that cannot be read, for which there is no handler.
    private boolean isAnnotated(int status, Set<String> handled) {
        for (JavaFile file : files()) {
            for (JavaType type : file.types()) {
                boolean isHandled =
                        handled.contains(type.name())
                                || type.supertypes().stream()
                                        .anyMatch(
                                                name -> handled.contains(TypeName.of(name).raw()));
                boolean isException =
                        type.name().endsWith("Exception")
                                || type.supertypes().stream()
                                        .anyMatch(name ->
                                                TypeName.of(name).raw().endsWith("Exception"));
                boolean leadsThere =
                        type.annotation("ResponseStatus")
                                .map(JavaAnnotation::arguments)
                                .filter(use -> isStatus(use.toString(), status))
                                .isPresent();
                if (isException && leadsThere && !isHandled) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isStatus(String arguments, int status) {
        Matcher constant = CONSTANT.matcher(arguments);
        if (!constant.find()) {
            return true;
        }
        OptionalInt code = HttpStatuses.code(constant.group(1));
        return code.isEmpty() || code.getAsInt() == status;
    }

    /// Whether Spring itself refuses such requests, and sends it.
    private boolean isSent(Condition condition) {
        return switch (condition) {
            case Condition.WithoutRole _ -> isRefusedByRole();
            case Condition.InvalidFields _,
                    Condition.LengthIs _,
                    Condition.ValueIs _,
                    Condition.WithQuery _,
                    Condition.EmptyObject _ ->
                    isSprings("MethodArgumentNotValidException");
            case Condition.MalformedBody _ -> isSprings("HttpMessageNotReadableException");
            case Condition.MalformedId _ -> isSprings("MethodArgumentTypeMismatchException");
            case Condition.UnsupportedMediaType _ ->
                    isSprings("HttpMediaTypeNotSupportedException");
            default -> false;
        };
    }

    private boolean isSprings(String exception) {
        Set<String> handled = handled();
        return !answersSprings(project)
                && !handled.contains(exception)
                && !handled.contains("Exception");
    }

    private boolean isRefusedByRole() {
        boolean isAnswered = mentions("accessDeniedHandler(") && !sendsItself();
        return !isAnswered
                && files().stream().anyMatch(file -> BY_ROLE.matcher(file.text()).find());
    }

    /// Whether some code sends a status other than that nobody is signed in.
    private boolean sendsItself() {
        return files().stream()
                .flatMap(file -> SENDS.matcher(file.text()).results())
                .anyMatch(found -> !found.group(1).matches("(?s).*(UNAUTHORIZED|401).*"));
    }

    private boolean mentions(String text) {
        return files().stream().anyMatch(file -> file.text().contains(text));
    }

    /// The exceptions that handlers answer with a body or a status, without sending it.
    private Set<String> handled() {
        var names = new LinkedHashSet<String>();
        for (JavaFile file : files()) {
            for (JavaType type : file.types()) {
                if (isAdvice(type)) {
                    type.methods().stream()
                            .filter(method -> method.isAnnotated("ExceptionHandler"))
                            .filter(SentErrors::answers)
                            .forEach(method -> names.addAll(exceptions(method)));
                }
            }
        }
        return names;
    }

    private static boolean answers(JavaMethod handler) {
        boolean hasReason =
                handler.annotation("ResponseStatus")
                        .map(use -> use.arguments().toString())
                        .filter(arguments -> arguments.contains("reason"))
                        .isPresent();
        return !hasReason && !handler.body().orElse("").contains("sendError(");
    }

    private static List<String> exceptions(JavaMethod handler) {
        var names = new ArrayList<String>();
        String said =
                handler.annotation("ExceptionHandler")
                        .map(use -> use.arguments().toString())
                        .orElse("");
        Matcher name = Pattern.compile("(\\w+)\\.class").matcher(said);
        while (name.find()) {
            names.add(name.group(1));
        }
        if (names.isEmpty()) {
            handler.parameters().stream()
                    .map(JavaParameter::type)
                    .map(type -> TypeName.of(type).raw())
                    .filter(type -> type.endsWith("Exception") || type.endsWith("Throwable"))
                    .forEach(names::add);
            // An exception of the project's own may be called anything.
            handler.parameters().stream()
                    .map(one -> TypeName.of(one.type()).raw())
                    .forEach(names::add);
        }
        return names;
    }

    /// The project's own code, as it is being written.
    private List<JavaFile> files() {
        var paths = new LinkedHashSet<String>();
        project.sources().types().forEach(type -> paths.add(type.path()));
        workshop.draft().paths().stream()
                .filter(path -> path.endsWith(".java") && !path.contains("src/test/"))
                .forEach(paths::add);
        return paths.stream().map(workshop.draft()::file).toList();
    }
}
