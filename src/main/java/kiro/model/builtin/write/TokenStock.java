package kiro.model.builtin.write;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kiro.model.builtin.project.Credentials;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;

/// Lets a test class store the tokens with which its users sign in.
final class TokenStock {
    private final SpringProject project;
    private final Credentials.Stored stored;

    TokenStock(SpringProject project, Credentials.Stored stored) {
        this.project = project;
        this.stored = stored;
    }

    /// Adds what stores the user's token before each test, once.
    void add(TestUser user, TestCode code) {
        String token = user.shown().replaceFirst("^\"" + stored.prefix(), "\"");
        Map<Property, String> values = new LinkedHashMap<>();
        values.put(stored.token(), token);
        values.put(stored.user(), id(user));
        boolean isId = stored.storage().resource().id().filter(stored.token()::equals).isPresent();
        Optional<TestObjects.Made> made =
                new TestObjects(project.sources(), code.imports)
                        .make(
                                stored.storage().resource(),
                                "token",
                                isId ? Optional.of(token) : Optional.empty(),
                                Optional.empty(),
                                values);
        made.filter(one -> one.lines().size() > 1).ifPresent(one -> store(one, user, code));
        made.filter(one -> one.lines().size() == 1)
                .ifPresent(one -> {
                    String object =
                            one.lines()
                                    .getFirst()
                                    .replaceFirst("^\\w+ token = ", "")
                                    .replaceFirst(";$", "");
                    String line =
                            "%s.%s(%s);"
                                    .formatted(
                                            bean(code),
                                            stored.storage()
                                                    .operation(Operation.Kind.SAVE)
                                                    .orElseThrow()
                                                    .method(),
                                            object);
                    if (!code.before.contains(line)) {
                        code.before.add(line);
                    }
                });
    }

    private void store(TestObjects.Made made, TestUser user, TestCode code) {
        String variable = user.constant().toLowerCase(java.util.Locale.ROOT) + "Token";
        var lines = new java.util.ArrayList<String>();
        made.lines()
                .forEach(line -> lines.add(line.replaceAll("\\btoken\\b(?=( =|\\.))", variable)));
        lines.add(
                "%s.%s(%s);"
                        .formatted(
                                bean(code),
                                stored.storage()
                                        .operation(Operation.Kind.SAVE)
                                        .orElseThrow()
                                        .method(),
                                variable));
        if (!code.before.containsAll(lines)) {
            code.before.addAll(lines);
        }
    }

    private String id(TestUser user) {
        return switch (stored.user().typeName().raw()) {
            case "long", "Long" -> user.id() + "L";
            case "UUID" -> "UUID.fromString(\"" + user.id() + "\")";
            default -> Constraints.literal(user.id());
        };
    }

    private String bean(TestCode code) {
        ProjectType owner = stored.storage().owner();
        String name = Names.lower(Names.plural(stored.storage().resource().name()));
        code.bean(name, owner.name(), owner.qualifiedName());
        return name;
    }
}
