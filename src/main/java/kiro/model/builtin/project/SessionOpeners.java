package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;

/// Finds the method by which a project opens a session for somebody, so that a test can call it: `sessions.open(badge, pin)`.
final class SessionOpeners {
    private static final String TOKEN = "(?i).*(token|key|session|sid|secret|id|value)";
    private static final String COMPARED = "(?is).*(\\.matches\\(|encode|hash|bcrypt|digest).*";

    private final Sources sources;
    private final Optional<DomainType> caller;
    private final Table table;
    private final List<SeededUsers.User> users;
    private final String whose;

    /// @param table where the users are
    /// @param whose what a session is said to be whose: `keeper_id`
    SessionOpeners(
            Sources sources,
            Optional<DomainType> caller,
            Table table,
            List<SeededUsers.User> users,
            String whose) {
        this.sources = sources;
        this.caller = caller;
        this.table = table;
        this.users = List.copyOf(users);
        this.whose = whose;
    }

    /// @param code what looks a token up
    /// @param storing what code has in it that stores one
    Optional<Credentials> of(ReachedCode code, String storing, String header, String prefix) {
        return Stream.concat(code.types(), sources.types().stream())
                .distinct()
                .filter(SessionOpeners::isBean)
                .flatMap(type ->
                        type.type().methods().stream()
                                .flatMap(method -> opener(type, method, storing).stream()))
                .map(opener -> prepared(opener, header, prefix))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isBean(ProjectType type) {
        return Stream.of("Component", "Service", "Repository").anyMatch(type.type()::isAnnotated)
                && type.type().is("public");
    }

    /// @param read what reads the token off the answer
    private record Opener(ProjectType type, JavaMethod method, String read) {}

    private Optional<Opener> opener(ProjectType type, JavaMethod method, String storing) {
        boolean isOpen = method.is("public") && !method.is("static");
        String body = method.body().orElse("");
        return isOpen && body.matches(storing) && !body.matches(COMPARED)
                ? read(type, method).map(read -> new Opener(type, method, read))
                : Optional.empty();
    }

    private Optional<String> read(ProjectType type, JavaMethod method) {
        if (method.returnType().equals("String")) {
            return Optional.of("");
        }
        return sources.resolve(method.returnType(), type.file())
                .map(DomainType::of)
                .flatMap(answer ->
                        answer.properties().stream()
                                .filter(one -> one.name().matches(TOKEN))
                                .filter(one -> one.type().equals("String"))
                                .map(Property::read)
                                .findFirst());
    }

    private Optional<Credentials> prepared(Opener opener, String header, String prefix) {
        var holders = new ArrayList<Credentials.Holder>();
        var imports = new TreeSet<String>();
        for (SeededUsers.User user : users) {
            List<String> arguments =
                    opener.method().parameters().stream()
                            .flatMap(parameter -> argument(parameter, user, imports).stream())
                            .toList();
            if (arguments.size() == opener.method().parameters().size() && !arguments.isEmpty()) {
                holders.add(
                        new Credentials.Holder(
                                user.name(),
                                user.id(),
                                user.roles(),
                                "",
                                Optional.empty(),
                                arguments));
            }
        }
        return holders.size() < 2
                ? Optional.empty()
                : Optional.of(
                        new Credentials.Prepared(
                                header,
                                prefix,
                                new Credentials.Means.Opening(
                                        opener.type(),
                                        opener.method().name(),
                                        opener.read(),
                                        List.copyOf(imports)),
                                holders));
    }

    /// What the user's row has for a parameter of the same name, or the user as an object.
    private Optional<String> argument(
            JavaParameter parameter, SeededUsers.User user, Set<String> imports) {
        String name = Table.plain(parameter.name());
        String noun = Table.plain(table.name());
        boolean isKey =
                name.equals(Table.plain(whose))
                        || table.key()
                                .map(key -> Table.plain(key.name()))
                                .filter(key ->
                                        name.equals(key)
                                                || name.equals(noun + key)
                                                || name.equals(noun.replaceFirst("s$", "") + key))
                                .isPresent();
        Optional<DomainType> object = caller.filter(type -> type.name().equals(parameter.type()));
        return object.isPresent()
                ? new CallerObjects(sources).of(object.get(), user, imports)
                : CallerObjects.literal(
                        parameter.type(), isKey ? Optional.of(user.id()) : value(user, name));
    }

    private static Optional<String> value(SeededUsers.User user, String name) {
        Map<String, String> values = user.row().map(Seeds.Row::values).orElseGet(user::values);
        return values.entrySet().stream()
                .filter(one -> Table.plain(one.getKey()).equals(name))
                .map(Map.Entry::getValue)
                .filter(one -> !one.matches("(\\$2|\\{).*"))
                .findFirst();
    }
}
