package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.code.JavaCall;
import kiro.code.JavaField;
import kiro.code.JavaMethod;

/// Finds a class that a project asks who calls: a bean of the request, or static methods about the current thread.
final class HeldCallerReader {
    private static final String ID =
            "(?i)(get|require|current)?(current|signedIn|loggedIn)?(user|caller|account|member|customer|principal)?(id|name|login|username|email)";
    private static final String TYPES = "String|[Ll]ong|UUID|Integer|int";
    private static final String HOLDER =
            "(?i).*(current|signedin|loggedin|request|auth|security|session|user|caller|login).*";

    private final Sources sources;

    HeldCallerReader(Sources sources) {
        this.sources = sources;
    }

    Optional<Caller> caller() {
        return bean().or(this::statics);
    }

    /// The bean that controllers or services have as a field, by the method that they call most.
    private Optional<Caller> bean() {
        for (ProjectType holder : sources.types()) {
            boolean isOfRequest =
                    holder.type().isAnnotated("RequestScope")
                            || holder.type()
                                    .annotation("Scope")
                                    .filter(use ->
                                            use.arguments()
                                                    .values()
                                                    .toString()
                                                    .toLowerCase(java.util.Locale.ROOT)
                                                    .contains("request"))
                                    .isPresent();
            if (!isOfRequest) {
                continue;
            }
            for (ProjectType user : sources.types()) {
                for (JavaField field : user.type().fields()) {
                    boolean isHolder =
                            TypeName.of(field.type()).raw().equals(holder.name())
                                    && user.type().supertypes().isEmpty();
                    Optional<JavaMethod> asked =
                            isHolder ? asked(holder, user, field.name()) : Optional.empty();
                    if (asked.isPresent()) {
                        return Optional.of(
                                held(holder, asked.get(), Optional.of(field.name()), field.name()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// The method of the holder that a class calls and that answers who calls.
    private static Optional<JavaMethod> asked(ProjectType holder, ProjectType user, String target) {
        for (JavaMethod method : user.type().methods()) {
            for (JavaCall call : method.calls()) {
                boolean isAsking = call.target().equals(target) && call.arguments().isEmpty();
                Optional<JavaMethod> found =
                        isAsking
                                ? holder.type()
                                        .method(call.name())
                                        .filter(HeldCallerReader::answersId)
                                : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean answersId(JavaMethod method) {
        return method.parameters().isEmpty()
                && method.returnType().matches(TYPES)
                && method.name().matches(ID);
    }

    private Optional<Caller> statics() {
        for (ProjectType holder : sources.types()) {
            for (JavaMethod method : holder.type().methods()) {
                String body = method.body().orElse("");
                boolean isAboutThread =
                        body.contains("SecurityContextHolder")
                                || holder.file().text().contains("ThreadLocal<")
                                || body.contains("RequestContextHolder");
                boolean isHeld =
                        method.is("static")
                                && !method.is("private")
                                && answersId(method)
                                && holder.name().matches(HOLDER)
                                && isAboutThread
                                && isUsed(holder, method);
                if (isHeld) {
                    return Optional.of(held(holder, method, Optional.empty(), holder.name()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isUsed(ProjectType holder, JavaMethod method) {
        String use = holder.name() + "." + method.name() + "()";
        return sources.main().stream()
                .filter(file -> !file.equals(holder.file()))
                .anyMatch(file -> file.text().contains(use));
    }

    private static Caller held(
            ProjectType holder, JavaMethod method, Optional<String> field, String target) {
        var imports = new ArrayList<String>();
        if (field.isEmpty()) {
            imports.add(holder.qualifiedName());
        }
        return new Caller(
                "",
                target + "." + method.name() + "()",
                method.returnType(),
                method.returnType().equals("String") ? "username" : "callerId",
                List.copyOf(imports),
                new Caller.Source.Held(holder.name(), field),
                Optional.empty());
    }
}
