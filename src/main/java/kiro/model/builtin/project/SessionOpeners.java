package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;

/// Finds the method by which a project opens a session for somebody, so that a test can call it: `sessions.open(badge, pin)`.
final class SessionOpeners {
    private static final String TOKEN = "(?i).*(token|key|session|sid|secret|id|value)";
    private static final String COMPARED = "(?is).*(\\.matches\\(|encode|hash|bcrypt|digest).*";

    private final Sources sources;
    private final TokenQuery query;
    private final SeededUsers users;

    SessionOpeners(Sources sources, TokenQuery query, SeededUsers users) {
        this.sources = sources;
        this.query = query;
        this.users = users;
    }

    /// @param code what looks a token up
    Optional<Credentials> of(ReachedCode code, String header, String prefix) {
        return Stream.concat(code.types(), sources.types().stream())
                .distinct()
                .filter(type -> isBean(type))
                .flatMap(type ->
                        type.type().methods().stream()
                                .flatMap(method -> opener(type, method).stream()))
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

    private Optional<Opener> opener(ProjectType type, JavaMethod method) {
        boolean isOpen = method.is("public") && !method.is("static");
        String body = method.body().orElse("");
        boolean stores =
                body.matches("(?is).*insert\\s+into\\s+\"?" + query.table().name() + "\\b.*");
        return isOpen && stores && !body.matches(COMPARED)
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
                                .filter(one ->
                                        Table.plain(one.name())
                                                        .equals(Table.plain(query.token().name()))
                                                || one.name().matches(TOKEN))
                                .filter(one -> one.type().equals("String"))
                                .map(Property::read)
                                .findFirst());
    }

    private Optional<Credentials> prepared(Opener opener, String header, String prefix) {
        var holders = new ArrayList<Credentials.Holder>();
        for (SeededUsers.User user : users.all()) {
            List<String> arguments =
                    opener.method().parameters().stream()
                            .flatMap(parameter -> argument(parameter, user).stream())
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
                                        opener.type(), opener.method().name(), opener.read()),
                                holders));
    }

    /// What the user's row has for a parameter of the same name.
    private Optional<String> argument(JavaParameter parameter, SeededUsers.User user) {
        String name = Table.plain(parameter.name());
        boolean isKey =
                name.equals(Table.plain(query.user().name()))
                        || query.users()
                                .key()
                                .filter(key ->
                                        name.equals(Table.plain(key.name()))
                                                || name.equals(
                                                        Table.plain(query.users().name())
                                                                + Table.plain(key.name())))
                                .isPresent();
        Optional<String> value =
                isKey
                        ? Optional.of(user.id())
                        : user.row()
                                .flatMap(row ->
                                        row.values().entrySet().stream()
                                                .filter(one ->
                                                        Table.plain(one.getKey()).equals(name))
                                                .map(java.util.Map.Entry::getValue)
                                                .filter(one -> !one.matches("(\\$2|\\{).*"))
                                                .findFirst());
        return value.flatMap(text ->
                switch (parameter.type()) {
                    case "long", "Long" ->
                            text.matches("\\d+") ? Optional.of(text + "L") : Optional.empty();
                    case "int", "Integer" ->
                            text.matches("\\d+") ? Optional.of(text) : Optional.empty();
                    case "String" ->
                            text.matches("[^\"\\\\\\n]*")
                                    ? Optional.of("\"" + text + "\"")
                                    : Optional.empty();
                    default -> Optional.empty();
                });
    }
}
