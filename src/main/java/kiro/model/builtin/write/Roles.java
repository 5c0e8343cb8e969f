package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.JavaType;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.Constants;
import kiro.model.builtin.project.Credentials;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Protection;
import kiro.model.builtin.project.SpringProject;

/// Finds out how a project knows the roles of a caller.
final class Roles {
    private static final Pattern ROLE =
            Pattern.compile("has(?:Any)?(?:Role|Authority)\\(([^)]*)\\)|\\.roles\\(([^)]*)\\)");
    private static final Pattern LITERAL = Pattern.compile("[\"']([^\"']+)[\"']");

    private final SpringProject project;

    Roles(SpringProject project) {
        this.project = project;
    }

    /// The test for any of these roles; empty where the project does not know one of them.
    Optional<RoleTest> test(List<String> roles) {
        var expressions = new ArrayList<String>();
        var names = new ArrayList<String>();
        var imports = new TreeSet<String>();
        for (String role : roles) {
            Optional<RoleTest> one = one(role);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            // A spec says the same role in several ways: "organisers", "an organiser".
            if (!expressions.contains(one.get().expression())) {
                expressions.add(one.get().expression());
                names.add(Names.upper(Names.camel(plain(role))));
                imports.addAll(one.get().imports());
            }
        }
        String name = "is" + String.join("Or", names);
        return expressions.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RoleTest(name, String.join(" || ", expressions), List.copyOf(imports)));
    }

    private Optional<RoleTest> one(String role) {
        Optional<Caller> caller = project.caller();
        Optional<DomainType> type = caller.flatMap(Caller::type);
        if (type.isPresent()) {
            return of(type.get(), caller.get().variable(), role);
        }
        boolean isSecured = project.protection().kind() == Protection.Kind.SPRING_SECURITY;
        return isSecured
                ? known(role)
                        .map(name ->
                                new RoleTest("", "http.isUserInRole(\"" + name + "\")", List.of()))
                : Optional.empty();
    }

    private Optional<RoleTest> of(DomainType type, String variable, String role) {
        return byAsking(type, variable, role)
                .or(() -> byProperty(type, variable, role))
                .or(() -> byQuestion(type, variable, role))
                .or(() -> bare(role).flatMap(word -> of(type, variable, word)));
    }

    /// By a method of the caller that is asked for any role: `caller.has("MANAGER")`.
    private Optional<RoleTest> byAsking(DomainType type, String variable, String role) {
        return type.type().type().methods().stream()
                .filter(method ->
                        method.name().matches("(is|has|in)((In)?(Role|Authority))?")
                                && !method.is("static")
                                && !method.is("private")
                                && method.returnType().equals("boolean")
                                && method.parameters().size() == 1
                                && method.parameters().getFirst().type().equals("String"))
                .findFirst()
                .flatMap(method ->
                        known(role)
                                .map(name ->
                                        new RoleTest(
                                                "",
                                                "%s.%s(%s)"
                                                        .formatted(
                                                                variable,
                                                                method.name(),
                                                                Constraints.literal(name)),
                                                List.of())));
    }

    /// By a method of the caller that is asked for the role: `isManager()`.
    private static Optional<RoleTest> byQuestion(DomainType type, String variable, String role) {
        return type.type().type().methods().stream()
                .filter(method -> method.parameters().isEmpty() && !method.is("static"))
                .filter(method -> method.returnType().equalsIgnoreCase("boolean"))
                .filter(method -> !method.is("private"))
                .filter(method ->
                        isSame(method.name().replaceFirst("^(is|has)(?=[A-Z])", ""), role))
                .findFirst()
                .map(method -> new RoleTest("", variable + "." + method.name() + "()", List.of()));
    }

    /// The last word of a role whose first words say no more than what the project is about: the "fleet manager" of
    /// `com.example.fleet`. A deputy manager is not a manager.
    private Optional<String> bare(String role) {
        List<String> words = List.of(role.strip().split("[\\s_-]+"));
        boolean areOfProject =
                words.size() > 1
                        && words.subList(0, words.size() - 1).stream().allMatch(this::isOfProject);
        return areOfProject ? Optional.of(words.getLast()) : Optional.empty();
    }

    /// The words for roles under which the project may know them.
    List<String> words(List<String> roles) {
        return roles.stream()
                .flatMap(role -> Stream.concat(Stream.of(role), bare(role).stream()))
                .toList();
    }

    private boolean isOfProject(String word) {
        return project.sources().types().stream()
                .allMatch(type ->
                        List.of(type.packageName().toLowerCase(Locale.ROOT).split("\\."))
                                .contains(word.toLowerCase(Locale.ROOT)));
    }

    /// By a property of the caller: a flag that is called after the role, a role, or several.
    private Optional<RoleTest> byProperty(DomainType type, String variable, String role) {
        for (Property property : type.properties()) {
            String read = variable + property.read();
            boolean isFlag = property.typeName().boxed().equals("Boolean");
            if (isFlag && isSame(property.name().replaceFirst("^is(?=[A-Z])", ""), role)) {
                return Optional.of(new RoleTest("", read, List.of()));
            }
            boolean isMany = property.type().contains("<");
            String element = isMany ? property.typeName().element().raw() : property.type();
            Optional<ProjectType> own = project.sources().resolve(element, type.type().file());
            Optional<String> constant =
                    own.filter(one -> one.type().kind() == JavaType.Kind.ENUM)
                            .flatMap(one ->
                                    one.type().constants().stream()
                                            .filter(name -> isSame(name, role))
                                            .findFirst());
            if (constant.isPresent()) {
                String value = project.sources().constant(own.get(), constant.get());
                return Optional.of(
                        new RoleTest(
                                "",
                                isMany ? read + ".contains(" + value + ")" : read + " == " + value,
                                List.of(project.sources().imported(own.get()))));
            }
            boolean isOfRoles =
                    property.name().matches("(?i)(role|authorit|group|permission|rank).*");
            Optional<RoleTest> named =
                    isOfRoles && element.equals("String")
                            ? named(role, read, isMany)
                            : Optional.empty();
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    private Optional<RoleTest> named(String role, String read, boolean isMany) {
        return known(role)
                .map(Constraints::literal)
                .map(literal ->
                        new RoleTest(
                                "",
                                isMany
                                        ? read + ".contains(" + literal + ")"
                                        : literal + ".equals(" + read + ")",
                                List.of()));
    }

    /// The role as the project writes it; empty where it has none that is the same word.
    Optional<String> known(String role) {
        var names = new ArrayList<String>();
        project.protection().rules().forEach(rule -> names.addAll(rule.roles()));
        var constants = new Constants(project.sources());
        for (var file : project.sources().main()) {
            var found = ROLE.matcher(constants.inlined(file.text(), file));
            while (found.find()) {
                String arguments = found.group(1) != null ? found.group(1) : found.group(2);
                LITERAL.matcher(arguments).results().forEach(one -> names.add(one.group(1)));
            }
        }
        switch (project.credentials()) {
            case Credentials.Tokens tokens ->
                    tokens.tokens().forEach(token -> names.addAll(token.roles()));
            case Credentials.Passwords passwords ->
                    passwords.users().forEach(user -> names.addAll(user.roles()));
            case Credentials.Prepared prepared ->
                    prepared.holders().forEach(holder -> names.addAll(holder.roles()));
            case Credentials.Id _,
                    Credentials.Stored _,
                    Credentials.Pretended _,
                    Credentials.Unknown _ -> {
                // They name no roles.
            }
        }
        return names.stream()
                .map(name -> name.replaceFirst("^ROLE_", ""))
                .filter(name -> isSame(name, role))
                .findFirst();
    }

    /// Whether two words mean the same role: `LIBRARIAN`, `librarians`.
    static boolean isSame(String a, String b) {
        return plain(a).equals(plain(b));
    }

    private static String plain(String role) {
        String word = role.replaceFirst("(?i)^ROLE_", "").toLowerCase(Locale.ROOT);
        String bare = Names.singular(word).replaceAll("[^a-z0-9]", "");
        return bare.equals("administrator") ? "admin" : bare;
    }
}
