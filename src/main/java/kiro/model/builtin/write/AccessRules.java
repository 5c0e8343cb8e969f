package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.code.JavaFile;
import kiro.code.JavaMethod;
import kiro.code.TextRange;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Protection;
import kiro.model.builtin.project.SpringProject;

/// Lets an endpoint through Spring Security's rules, for those for whom it is, where the rules as they are
/// would do something else.
final class AccessRules {
    private static final Pattern FIRST =
            Pattern.compile(
                    "(\\w*)(\\s*)\\.(requestMatchers|anyRequest)\\([^()]*\\)\\s*\\.\\w+\\([^()]*\\)(\\s*;)?");

    private final Workshop workshop;
    private final SpringProject project;

    AccessRules(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    /// Whether the rules as they are do what is wanted.
    private static boolean isRight(SpringProject project, Place place, Wants wants) {
        Optional<Protection.Rule> rule =
                project.protection().rule(place.endpoint().route().method().name(), place.path());
        if (rule.isEmpty()) {
            return false;
        }
        boolean isByMethod = project.sources().mainMentions("@EnableMethodSecurity");
        return switch (rule.get().needs()) {
            case NOTHING -> !wants.authentication() && wants.onlyRoles().isEmpty();
            case NOBODY -> false;
            case CALLER -> wants.onlyRoles().isEmpty() || isByMethod;
            case ROLE ->
                    wants.onlyRoles().isEmpty()
                            || (rule.get().roles().size() == wants.onlyRoles().size()
                                    && wants.onlyRoles().stream()
                                            .allMatch(role ->
                                                    rule.get().roles().stream()
                                                            .anyMatch(known ->
                                                                    Roles.isSame(known, role))));
        };
    }

    /// Whether the rules are right, or can be made so.
    static boolean canAdmit(SpringProject project, Place place, Wants wants) {
        boolean isForSome = wants.authentication() || !wants.onlyRoles().isEmpty();
        boolean canChange =
                isForSome && chain(project).filter(text -> FIRST.matcher(text).find()).isPresent();
        return canChange || isRight(project, place, wants);
    }

    private static Optional<String> chain(SpringProject project) {
        return project.protection()
                .where()
                .flatMap(type ->
                        type.type().methods().stream()
                                .filter(method -> method.returnType().equals("SecurityFilterChain"))
                                .findFirst())
                .flatMap(JavaMethod::body);
    }

    void admit(Place place, Wants wants) {
        if (isRight(project, place, wants) || !canAdmit(project, place, wants)) {
            return;
        }
        ProjectType chain = project.protection().where().orElseThrow();
        String rule = rule(place, wants);
        workshop.draft()
                .change(
                        chain.path(),
                        Part.ENDPOINT,
                        file -> {
                            JavaFile imported =
                                    workshop.draft()
                                            .editor()
                                            .withImport(
                                                    file, "org.springframework.http.HttpMethod");
                            return workshop.draft()
                                    .editor()
                                    .replaced(
                                            imported,
                                            new TextRange(0, imported.text().length()),
                                            inserted(imported.text(), rule));
                        });
    }

    private String rule(Place place, Wants wants) {
        String pattern = place.path().replaceAll("\\{[^/]*}", "*");
        List<String> names =
                wants.onlyRoles().stream()
                        .map(role -> new Roles(project).known(role).orElse(role))
                        .toList();
        String needs =
                names.isEmpty()
                        ? "authenticated()"
                        : names.stream()
                                .map(Constraints::literal)
                                .collect(
                                        Collectors.joining(
                                                ", ",
                                                names.size() == 1 ? "hasRole(" : "hasAnyRole(",
                                                ")"));
        return ".requestMatchers(HttpMethod.%s, \"%s\").%s"
                .formatted(place.endpoint().route().method(), pattern, needs);
    }

    /// The rule goes before the first one: the first that fits decides.
    private static String inserted(String text, String rule) {
        int start = text.indexOf("authorizeHttpRequests(");
        Matcher first = FIRST.matcher(text);
        if (!first.find(Math.max(0, start))) {
            return text;
        }
        int at = first.start(3) - 1;
        boolean isStatement = first.group(4) != null;
        String lineStart =
                text.substring(text.lastIndexOf('\n', first.start(1)) + 1, first.start(1));
        String between =
                isStatement
                        ? ";\n" + lineStart + first.group(1)
                        : first.group(2).contains("\n") ? first.group(2) : "";
        return text.substring(0, at) + rule + between + text.substring(at);
    }
}
