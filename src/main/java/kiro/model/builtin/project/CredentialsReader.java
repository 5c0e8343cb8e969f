package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.code.JavaField;
import kiro.code.JavaParameter;

/// Finds what a test can show to be signed in, in the sources and settings of the project.
final class CredentialsReader {
    private static final Pattern HEADER = Pattern.compile("\\.getHeader\\(\\s*([^()]+?)\\s*\\)");
    private static final Pattern USER =
            Pattern.compile(
                    "(?:withUsername|username)\\(\\s*\"([^\"]+)\"\\s*\\)\\s*\\.password\\(\\s*(.*?)\"([^\"]*)\"\\s*\\)+"
                            + "(?:\\s*\\.(?:roles|authorities)\\(([^)]*)\\))?",
                    Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
    private static final String CREDENTIAL =
            "(?i)authorization|.*(token|key|user|caller|auth|session|account|member|customer|principal|login).*";
    private static final String NO_CREDENTIAL =
            "(?i).*(request-?id|correlation|trace|forwarded|origin|accept|content|agent|host|idempotency|signature|language|version|tenant|roles?|groups?|authorit).*";
    private static final Set<String> GUARDS =
            Set.of(
                    "OncePerRequestFilter",
                    "GenericFilterBean",
                    "Filter",
                    "HandlerInterceptor",
                    "HandlerMethodArgumentResolver");
    private static final Pattern SPLIT = Pattern.compile("\\.split\\(\\s*\"([^\"]+)\"");
    private static final Pattern ONE_KEY =
            Pattern.compile(
                    "@Value\\(\\s*\"\\$\\{([\\w.-]+)(?::([^}]*))?}\"\\s*\\)\\s*(?:private\\s+)?(?:final\\s+)?String\\s+(\\w+)");
    private static final String CLIENTS =
            "JdbcClient|(NamedParameter)?JdbcTemplate|JdbcOperations|EntityManager";
    private static final Pattern SETTING =
            Pattern.compile("@Value\\(\\s*\"\\$\\{([\\w.-]+)[^\"]*\"\\s*\\)");

    private final Sources sources;
    private final Settings settings;
    private final Pom pom;
    private final List<Storage> storages;
    private final Optional<Caller> caller;

    /// @param caller how controllers know who calls
    CredentialsReader(
            Sources sources,
            Settings settings,
            Pom pom,
            List<Storage> storages,
            Optional<Caller> caller) {
        this.sources = sources;
        this.settings = settings;
        this.pom = pom;
        this.storages = List.copyOf(storages);
        this.caller = caller;
    }

    Credentials credentials(Protection protection) {
        if (protection.kind() == Protection.Kind.NONE) {
            return new Credentials.Unknown();
        }
        return header().or(this::passwords).orElseGet(this::pretended);
    }

    /// Where a filter of the project refuses whoever shows nothing, test support signs nobody in.
    private Credentials pretended() {
        boolean isRefused =
                sources.types().stream()
                        .filter(CredentialsReader::isGuard)
                        .map(type -> type.file().text())
                        .anyMatch(text ->
                                text.contains("getHeader(")
                                        && text.matches("(?s).*(401|UNAUTHORIZED|sendError\\().*"));
        return isRefused ? new Credentials.Unknown() : supported();
    }

    private Credentials supported() {
        return pom.has("spring-security-test") || pom.has("spring-boot-starter-security-test")
                ? new Credentials.Pretended()
                : new Credentials.Unknown();
    }

    /// A class that reads a header in which callers may show themselves.
    private record Reading(ProjectType reader, String header) {}

    /// What is known of the callers goes before their mere ids: a header is also read by what counts requests.
    private Optional<Credentials> header() {
        List<Reading> readings = readings();
        return readings.stream()
                .flatMap(one -> known(one.reader(), one.header()).stream())
                .findFirst()
                .or(() ->
                        readings.stream()
                                .filter(one -> !one.header().equalsIgnoreCase("Authorization"))
                                .filter(one -> !isLookedUp(one.reader()))
                                .findFirst()
                                .map(one -> id(one, readings)));
    }

    /// Whether what is shown is asked of a class that looks for it among what it knows.
    private boolean isLookedUp(ProjectType reader) {
        return asked().filter(one -> one.type().equals(reader)).isPresent()
                && (knowsSomebody(reader)
                        || reader.type().fields().stream()
                                .anyMatch(field -> field.type().matches(CLIENTS)));
    }

    private Optional<Caller.Source.Asked> asked() {
        return caller.flatMap(Caller::asked);
    }

    private List<Reading> readings() {
        var readings = new ArrayList<Reading>();
        asked().ifPresent(asked ->
                new AskedHeaders(sources)
                        .of(asked).stream()
                                .map(name -> new Reading(asked.type(), name))
                                .forEach(readings::add));
        for (ProjectType type : sources.types()) {
            HEADER.matcher(type.file().text())
                    .results()
                    .filter(_ -> !isCounter(type))
                    .flatMap(found ->
                            new Constants(sources).text(found.group(1), type.file()).stream())
                    .filter(name -> isGuard(type) || name.matches(CREDENTIAL))
                    .filter(name -> !name.matches(NO_CREDENTIAL))
                    .forEach(name -> readings.add(new Reading(type, name)));
        }
        return readings;
    }

    /// Whether a class limits how often somebody asks, whoever it is.
    private static boolean isCounter(ProjectType type) {
        String text = type.file().text();
        return text.matches("(?s).*(TOO_MANY_REQUESTS|RETRY_AFTER|\\b429\\b).*")
                && !text.matches("(?s).*(UNAUTHORIZED|\\b401\\b).*");
    }

    private static boolean isGuard(ProjectType type) {
        return type.type().supertypes().stream()
                .map(name -> TypeName.of(name).raw())
                .anyMatch(GUARDS::contains);
    }

    private Optional<Credentials> known(ProjectType reader, String name) {
        List<Credentials.Token> tokens = tokens(reader);
        if (!tokens.isEmpty()) {
            return Optional.of(new Credentials.Tokens(name, prefix(reader), tokens));
        }
        Optional<String> key = oneKey(reader);
        if (key.isPresent()) {
            return Optional.of(
                    new Credentials.Tokens(
                            name,
                            prefix(reader),
                            List.of(new Credentials.Token(key.get(), "", List.of()))));
        }
        return new StoredTokens(sources, storages)
                .of(reader, name, prefix(reader))
                .or(() ->
                        new SqlCallers(sources, caller.flatMap(Caller::type))
                                .of(reached(reader), name, prefix(reader)))
                .or(() ->
                        new MemoryCallers(sources, caller.flatMap(Caller::type))
                                .of(reached(reader), name, prefix(reader)));
    }

    /// The code by which a class finds out who shows what it reads.
    private ReachedCode reached(ProjectType reader) {
        Optional<Caller.Source.Asked> asked = asked();
        return asked.map(one -> ReachedCode.of(sources, one.type(), one.method()))
                .orElseGet(() -> ReachedCode.of(sources, reader));
    }

    private Credentials id(Reading reading, List<Reading> all) {
        String text = reading.reader().file().text();
        String type =
                text.matches("(?s).*Long\\.(parseLong|valueOf)\\(.*")
                        ? "long"
                        : text.contains("UUID.fromString(") ? "UUID" : "String";
        boolean takesAny =
                all.stream()
                        .filter(one -> one.header().equalsIgnoreCase(reading.header()))
                        .noneMatch(one -> knowsSomebody(one.reader()));
        return new Credentials.Id(reading.header(), type, rolesHeader(reading.reader()), takesAny);
    }

    /// Whether a class has something in which it could look for a caller.
    private boolean knowsSomebody(ProjectType reader) {
        return reader.type().fields().stream()
                .filter(field -> !field.is("static"))
                .anyMatch(field ->
                        sources.resolve(field.type(), reader.file()).isPresent()
                                || field.type().matches("(Map|Set|List|Collection)\\b.*")
                                || field.annotation("Value").isPresent());
    }

    /// The header in which the same class reads the caller's roles.
    private Optional<String> rolesHeader(ProjectType reader) {
        return HEADER.matcher(reader.file().text())
                .results()
                .map(found -> new Constants(sources).text(found.group(1), reader.file()))
                .flatMap(Optional::stream)
                .filter(name -> name.matches("(?i).*(roles?|groups?|authorit(y|ies)).*"))
                .findFirst();
    }

    /// The constant of the class that ends in a blank, such as `Bearer `.
    private String prefix(ProjectType reader) {
        for (JavaField field : reader.type().fields()) {
            Optional<String> text =
                    field.initializer()
                            .flatMap(value -> new Constants(sources).text(value, reader.file()))
                            .filter(value -> value.endsWith(" "));
            if (text.isPresent()) {
                return text.get();
            }
        }
        var literal =
                Pattern.compile("startsWith\\(\\s*\"([^\"]+ )\"").matcher(reader.file().text());
        return literal.find() ? literal.group(1) : "";
    }

    private List<Credentials.Token> tokens(ProjectType reader) {
        List<Credentials.Token> listed = new ListedTokens(sources, settings).tokens();
        if (!listed.isEmpty()) {
            return listed;
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (ProjectType type : sources.types()) {
            String prefix =
                    type.type()
                            .annotation("ConfigurationProperties")
                            .flatMap(use -> use.argument("value").or(() -> use.argument("prefix")))
                            .flatMap(value -> new Constants(sources).text(value, type.file()))
                            .orElse("");
            if (!prefix.isEmpty()) {
                for (String name : mapNames(type)) {
                    found.putAll(settings.below(prefix + "." + kebab(name)));
                    found.putAll(settings.below(prefix + "." + name));
                }
            }
        }
        if (found.isEmpty()) {
            found.putAll(tokensInSetting(reader));
        }
        if (found.isEmpty()) {
            return new TokensInCode(sources).of(reader);
        }
        return found.entrySet().stream()
                .map(entry -> token(entry.getKey(), entry.getValue(), reader))
                .toList();
    }

    /// The one key that all callers show: a setting that the class compares the header with.
    private Optional<String> oneKey(ProjectType reader) {
        String text = reader.file().text();
        return ONE_KEY.matcher(text)
                .results()
                .filter(found ->
                        text.matches(
                                "(?s).*\\b"
                                        + found.group(3)
                                        + "\\b[\\w.(]*(\\.equals|, ).*|(?s).*equals\\(\\s*(this\\.)?"
                                        + found.group(3)
                                        + "\\b.*"))
                .findFirst()
                .flatMap(found ->
                        settings.value(found.group(1))
                                .or(() -> Optional.ofNullable(found.group(2))));
    }

    /// What stands for a token: an id, or an id and a role, where the class that reads it splits them.
    private static Credentials.Token token(String token, String value, ProjectType reader) {
        var split = SPLIT.matcher(reader.file().text());
        while (split.find()) {
            String[] parts = value.split(Pattern.quote(split.group(1)), -1);
            if (parts.length == 2) {
                return new Credentials.Token(token, parts[0], List.of(parts[1]));
            }
        }
        return new Credentials.Token(token, value, List.of());
    }

    /// Tokens in one setting, as `key=ada,other=ben`, which the class that reads them takes apart.
    private Map<String, String> tokensInSetting(ProjectType reader) {
        var tokens = new LinkedHashMap<String, String>();
        List<String> separators =
                SPLIT.matcher(reader.file().text()).results().map(one -> one.group(1)).toList();
        var setting = SETTING.matcher(reader.file().text());
        while (setting.find() && separators.size() > 1) {
            String text = settings.value(setting.group(1)).orElse("");
            for (String entry : text.split(Pattern.quote(separators.getFirst()))) {
                String[] parts = entry.strip().split(Pattern.quote(separators.get(1)), 2);
                if (parts.length == 2) {
                    tokens.put(parts[0].strip(), parts[1].strip());
                }
            }
        }
        return tokens;
    }

    private static List<String> mapNames(ProjectType type) {
        var names = new ArrayList<String>();
        for (JavaParameter component : type.type().components()) {
            if (component.type().startsWith("Map<String")) {
                names.add(component.name());
            }
        }
        for (JavaField field : type.type().fields()) {
            if (field.type().startsWith("Map<String")) {
                names.add(field.name());
            }
        }
        return names;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private Optional<Credentials> passwords() {
        var users = new ArrayList<Credentials.User>();
        var constants = new Constants(sources);
        for (ProjectType type : sources.types()) {
            var user = USER.matcher(constants.inlined(type.file().text(), type.file()));
            while (user.find()) {
                var roles = new ArrayList<String>();
                var role = LITERAL.matcher(user.group(4) == null ? "" : user.group(4));
                while (role.find()) {
                    roles.add(role.group(1).replaceFirst("^ROLE_", ""));
                }
                users.add(
                        new Credentials.User(
                                user.group(1), user.group(3).replaceFirst("^\\{\\w+}", ""), roles));
            }
            users.addAll(MadeUsersReader.users(type));
        }
        settings.value("spring.security.user.name")
                .ifPresent(name ->
                        users.add(
                                new Credentials.User(
                                        name,
                                        settings.value("spring.security.user.password").orElse(""),
                                        List.of())));
        return users.isEmpty() ? Optional.empty() : Optional.of(new Credentials.Passwords(users));
    }
}
