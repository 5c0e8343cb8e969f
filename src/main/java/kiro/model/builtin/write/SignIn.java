package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.Credentials;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.TypeName;
import kiro.model.builtin.talk.Ask;
import kiro.model.builtin.talk.Talk;

/// How tests sign users in.
///
/// @param users the ones that a test can use, best first
/// @param header the expression for the header that users show themselves in; empty where test support
///     signs them in
/// @param rolesHeader the expression for the header that says which roles a user has
/// @param invalid the expression for something invalid in that header; empty where there is no such thing
record SignIn(
        List<TestUser> users,
        Optional<String> header,
        Optional<String> invalid,
        Optional<String> rolesHeader,
        Set<String> imports) {
    /// The password among what encodes a name and a password.
    private static final Pattern PASSWORD =
            Pattern.compile(
                    "(encodeBasicAuth\\(\"(?:[^\"\\\\]|\\\\.)*\", )\"(?:[^\"\\\\]|\\\\.)*\",");

    /// What somebody shows by HTTP Basic whom nobody knows.
    private static final String NOBODY = "\"Basic bm9ib2R5Ondyb25n\"";

    private static final String HEADERS = "org.springframework.http.HttpHeaders";

    SignIn {
        users = distinct(users);
        imports = Set.copyOf(imports);
    }

    /// Somebody else, best one who has none of the same roles.
    Optional<TestUser> stranger(TestUser user) {
        return users.stream()
                .filter(one -> !one.id().equals(user.id()))
                .min(Comparator.comparing(one -> one.hasAny(user.roles())));
    }

    /// The users with constants that differ: `USER`, `USER_2`.
    private static List<TestUser> distinct(List<TestUser> users) {
        var distinct = new ArrayList<TestUser>();
        for (TestUser user : users) {
            boolean isTaken =
                    distinct.stream().anyMatch(one -> one.constant().equals(user.constant()));
            distinct.add(
                    isTaken
                            ? new TestUser(
                                    user.constant() + "_" + (distinct.size() + 1),
                                    user.shown(),
                                    user.id(),
                                    user.roles())
                            : user);
        }
        return List.copyOf(distinct);
    }

    static SignIn of(SpringProject project, Talk talk) {
        return switch (project.credentials()) {
            case Credentials.Tokens tokens -> tokens(tokens);
            case Credentials.Stored stored -> stored(stored);
            case Credentials.Prepared prepared -> prepared(prepared);
            case Credentials.Id id -> ids(id).withRolesHeader(id.rolesHeader());
            case Credentials.Passwords passwords -> passwords(passwords);
            case Credentials.Pretended _ -> talk.isInThread() ? pretended(project) : nobody();
            case Credentials.Unknown _ -> nobody();
        };
    }

    private static SignIn nobody() {
        return new SignIn(
                List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    private static SignIn tokens(Credentials.Tokens tokens) {
        var users = new ArrayList<TestUser>();
        for (Credentials.Token token : tokens.tokens()) {
            users.add(
                    new TestUser(
                            constant(token.token()),
                            Constraints.literal(tokens.prefix() + token.token()),
                            token.id(),
                            token.roles()));
        }
        return header(
                users, tokens.header(), Constraints.literal(tokens.prefix() + "unknown"), Set.of());
    }

    private static SignIn header(
            List<TestUser> users, String header, String invalid, Set<String> more) {
        boolean isStandard = header.equalsIgnoreCase("Authorization");
        String name = isStandard ? "HttpHeaders.AUTHORIZATION" : Constraints.literal(header);
        var imports = new java.util.TreeSet<>(more);
        if (isStandard) {
            imports.add(HEADERS);
        }
        return new SignIn(
                users,
                Optional.of(name),
                invalid.isEmpty() ? Optional.empty() : Optional.of(invalid),
                Optional.empty(),
                imports);
    }

    /// Tokens that the tests store themselves.
    private static SignIn stored(Credentials.Stored stored) {
        List<String> ids = values(stored.user().typeName().raw());
        return header(
                List.of(
                        new TestUser(
                                "ADA",
                                Constraints.literal(stored.prefix() + "token-ada"),
                                ids.getFirst(),
                                List.of()),
                        new TestUser(
                                "BEN",
                                Constraints.literal(stored.prefix() + "token-ben"),
                                ids.getLast(),
                                List.of())),
                stored.header(),
                Constraints.literal(stored.prefix() + "unknown"),
                Set.of());
    }

    /// Tokens that the tests prepare: texts that they choose, or what a method of the project answers with.
    private static SignIn prepared(Credentials.Prepared prepared) {
        List<TestUser> users =
                prepared.holders().stream()
                        .map(holder ->
                                new TestUser(
                                        holder.token().isEmpty()
                                                ? Names.ofType(
                                                        Names.upper(
                                                                holder.name()
                                                                        .toLowerCase(Locale.ROOT)))
                                                : holder.name(),
                                        holder.token().isEmpty()
                                                ? ""
                                                : Constraints.literal(
                                                        prepared.prefix() + holder.token()),
                                        holder.id(),
                                        holder.roles()))
                        .toList();
        return header(
                users,
                prepared.header(),
                Constraints.literal(prepared.prefix() + "unknown"),
                Set.of());
    }

    private static List<String> values(String type) {
        return switch (type) {
            case "long", "Long" -> List.of("1", "2");
            case "UUID" ->
                    List.of(
                            "11111111-1111-4111-8111-111111111111",
                            "22222222-2222-4222-8222-222222222222");
            default -> List.of("ada", "ben");
        };
    }

    private static SignIn ids(Credentials.Id id) {
        List<String> values = values(id.type());
        return header(
                List.of(
                        new TestUser(
                                "ADA",
                                Constraints.literal(values.getFirst()),
                                values.getFirst(),
                                List.of()),
                        new TestUser(
                                "BEN",
                                Constraints.literal(values.getLast()),
                                values.getLast(),
                                List.of())),
                id.header(),
                id.type().equals("String") ? "" : "\"not-an-id\"",
                Set.of());
    }

    private static SignIn passwords(Credentials.Passwords passwords) {
        var users = new ArrayList<TestUser>();
        for (Credentials.User user : passwords.users()) {
            users.add(
                    new TestUser(
                            constant(user.name()),
                            "\"Basic \" + HttpHeaders.encodeBasicAuth(%s, %s, StandardCharsets.UTF_8)"
                                    .formatted(
                                            Constraints.literal(user.name()),
                                            Constraints.literal(user.password())),
                            user.name(),
                            user.roles()));
        }
        users.sort(
                java.util.Comparator.comparing((TestUser user) ->
                        user.roles().stream()
                                .anyMatch(role ->
                                        role.matches("(?i).*(admin|manager|staff|operator).*"))));
        return header(
                users,
                "Authorization",
                "\"Basic \" + HttpHeaders.encodeBasicAuth(\"nobody\", \"wrong\", StandardCharsets.UTF_8)",
                Set.of("java.nio.charset.StandardCharsets"));
    }

    private static SignIn pretended(SpringProject project) {
        boolean isName =
                project.caller()
                        .filter(caller -> TypeName.of(caller.idType()).raw().equals("String"))
                        .map(Caller::source)
                        .filter(source ->
                                source instanceof Caller.Source.PrincipalName
                                        || (source instanceof Caller.Source.PrincipalObject object
                                                && object.type().equals("UserDetails")))
                        .isPresent();
        return isName
                ? new SignIn(
                        List.of(
                                new TestUser("ADA", "\"ada\"", "ada", List.of()),
                                new TestUser("BEN", "\"ben\"", "ben", List.of())),
                        Optional.empty(),
                        project.sources().mainMentions("httpBasic(")
                                ? Optional.of(NOBODY)
                                : Optional.empty(),
                        Optional.empty(),
                        Set.of())
                : nobody();
    }

    /// `local-ada` gives `ADA`.
    private static String constant(String text) {
        String[] words = text.split("[^A-Za-z0-9]+");
        String last = "USER";
        for (String word : words) {
            if (word.matches("[A-Za-z][A-Za-z0-9]*")
                    && !word.matches("(?i)token|key|local|test|dev|secret|bearer")) {
                last = word;
            }
        }
        return last.toUpperCase(Locale.ROOT);
    }

    boolean isKnown() {
        return !users.isEmpty();
    }

    private SignIn withRolesHeader(Optional<String> name) {
        return new SignIn(users, header, invalid, name.map(Constraints::literal), imports);
    }

    /// A user with a role, made up where whoever is named is signed in.
    Optional<TestUser> withRole(String role) {
        boolean isAnybody = header.isEmpty() && !users.isEmpty();
        return isAnybody || rolesHeader.isPresent()
                ? Optional.of(
                        new TestUser(
                                "EVE",
                                "\"eve\"",
                                "eve",
                                List.of(isAnybody ? role.toUpperCase(Locale.ROOT) : role)))
                : Optional.empty();
    }

    /// What a request has that is sent by this user.
    List<Ask.Extra> as(TestUser user) {
        var extras = new ArrayList<Ask.Extra>();
        extras.add(
                header.<Ask.Extra>map(name -> new Ask.Extra.Header(name, user.constant()))
                        .orElseGet(() -> new Ask.Extra.SignedIn(user.constant(), user.roles())));
        if (rolesHeader.isPresent() && !user.roles().isEmpty()) {
            extras.add(
                    new Ask.Extra.Header(
                            rolesHeader.get(), Constraints.literal(user.roles().getFirst())));
        }
        return List.copyOf(extras);
    }

    /// What a request has that is sent by someone who shows something invalid.
    List<Ask.Extra> impostor() {
        return invalid
                .<Ask.Extra>map(
                        shown -> new Ask.Extra.Header(header.orElse("\"Authorization\""), shown))
                .stream()
                .toList();
    }

    /// What a user shows who is known and has forgotten their password; nothing where nobody is known who has one.
    List<Ask.Extra> forgetful() {
        return users.stream()
                .map(TestUser::shown)
                .filter(shown -> PASSWORD.matcher(shown).find())
                .limit(1)
                .flatMap(shown ->
                        header.stream()
                                .<Ask.Extra>map(name ->
                                        new Ask.Extra.Header(
                                                name,
                                                PASSWORD.matcher(shown)
                                                        .replaceFirst("$1\"wrong\","))))
                .toList();
    }
}
