package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kiro.code.JavaField;
import kiro.code.JavaMethod;

/// Finds tokens that the code itself lists, in maps or switches, with the caller that each stands for.
final class TokensInCode {
    private static final String VALUE =
            "(new\\s+([A-Z]\\w*)\\(((?:[^()]|\\([^()]*\\))*)\\)|\"[^\"]*\"|UUID\\.fromString\\(\\s*\"[^\"]*\"\\s*\\)|\\d+L?)";
    private static final Pattern ENTRY = Pattern.compile("\"([^\"\\s]+)\"\\s*,\\s*" + VALUE);
    private static final Pattern CASE =
            Pattern.compile("case\\s+\"([^\"\\s]+)\"\\s*->\\s*" + VALUE);
    private static final String TOKENS =
            "(?i).*(token|key|user|caller|session|account|credential).*";
    private static final Pattern MADE =
            Pattern.compile("new\\s+([A-Z]\\w*)\\(((?:[^()]|\\([^()]*\\))*)\\)");
    private static final String SHOWN = "(?i).*(token|key|secret)";
    private static final List<String> IDS =
            List.of(
                    "(user|caller|account|member|customer)?id|sub(ject)?",
                    ".*id",
                    "login|user(name)?|email|name",
                    ".*");

    /// Flags that say how somebody is, not what they may do.
    private static final String STATES =
            "(?i)(is)?(active|enabled|locked|verified|deleted|expired)";

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private final Sources sources;

    TokensInCode(Sources sources) {
        this.sources = sources;
    }

    /// The tokens that a class knows which reads them from a header; none where it gets them from elsewhere.
    List<Credentials.Token> of(ProjectType reader) {
        var tokens = new LinkedHashMap<String, Credentials.Token>();
        maps(reader, ".*", tokens);
        for (JavaMethod method : reader.type().methods()) {
            entries(CASE, method.body().orElse(""), reader, tokens);
        }
        if (tokens.isEmpty()) {
            sources.types().forEach(type -> maps(type, TOKENS, tokens));
        }
        if (tokens.isEmpty()) {
            reached(reader).forEach(type -> owners(type, tokens));
        }
        return List.copyOf(tokens.values());
    }

    /// Maps with texts as keys that a class fills where it declares or constructs them.
    private void maps(ProjectType type, String names, Map<String, Credentials.Token> tokens) {
        for (JavaField field : type.type().fields()) {
            boolean isMap =
                    TypeName.of(field.type()).raw().endsWith("Map")
                            && field.type().contains("<String");
            if (isMap && field.name().matches(names)) {
                entries(ENTRY, field.initializer().orElse(""), type, tokens);
                type.type()
                        .constructors()
                        .forEach(made -> entries(ENTRY, made.body().orElse(""), type, tokens));
            }
        }
    }

    /// A class, what it has as fields, and what these have.
    private Set<ProjectType> reached(ProjectType reader) {
        var reached = new LinkedHashSet<>(List.of(reader));
        fields(reader).forEach(reached::add);
        List.copyOf(reached).forEach(type -> fields(type).forEach(reached::add));
        return reached;
    }

    private Stream<ProjectType> fields(ProjectType type) {
        return type.type().fields().stream()
                .flatMap(field -> sources.resolve(field.type(), type.file()).stream());
    }

    /// Objects that a class makes when it starts and keeps, one of whose values is called a token or a key.
    private void owners(ProjectType type, Map<String, Credentials.Token> tokens) {
        Stream<String> starts =
                Stream.concat(
                        type.type().fields().stream()
                                .flatMap(field -> field.initializer().stream()),
                        Stream.concat(
                                        type.type().constructors().stream(),
                                        type.type().methods().stream()
                                                .filter(one -> one.isAnnotated("PostConstruct")))
                                .flatMap(made -> made.body().stream()));
        starts.flatMap(source -> MADE.matcher(source).results())
                .forEach(made -> {
                    List<String> arguments = arguments(made.group(2));
                    shown(made.group(1), arguments, type)
                            .ifPresent(token ->
                                    tokens.putIfAbsent(
                                            token, made(token, made.group(1), arguments, type)));
                });
    }

    /// The text that an object is made with and that is called a token or a key.
    private Optional<String> shown(String made, List<String> arguments, ProjectType in) {
        List<String> names =
                sources.resolve(made, in.file()).map(TokensInCode::names).orElse(List.of());
        return IntStream.range(0, arguments.size())
                .filter(i -> name(names, i).matches(SHOWN) && names.size() == arguments.size())
                .mapToObj(arguments::get)
                .filter(argument -> argument.matches("\"[^\"\\s]+\""))
                .map(TokensInCode::bare)
                .findFirst();
    }

    private void entries(
            Pattern pattern, String source, ProjectType in, Map<String, Credentials.Token> tokens) {
        var entry = pattern.matcher(source);
        while (entry.find()) {
            String token = entry.group(1);
            String made = entry.group(3);
            tokens.putIfAbsent(
                    token,
                    made == null
                            ? new Credentials.Token(token, bare(entry.group(2)), List.of())
                            : made(token, made, arguments(entry.group(4)), in));
        }
    }

    /// What is made for a token: which of its values tells callers apart, and which is a role, their names say.
    private Credentials.Token made(
            String token, String type, List<String> arguments, ProjectType in) {
        List<String> names =
                sources.resolve(type, in.file())
                        .map(TokensInCode::names)
                        .filter(found -> found.size() == arguments.size())
                        .orElse(List.of());
        Optional<String> id =
                IDS.stream()
                        .flatMap(pattern ->
                                IntStream.range(0, arguments.size())
                                        .filter(i ->
                                                name(names, i).matches("(?i)" + pattern)
                                                        && !isToken(arguments.get(i), token))
                                        .mapToObj(arguments::get))
                        .findFirst();
        var roles = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = name(names, i);
            boolean isRole =
                    name.matches("(?i).*(role|authorit|group|permission).*")
                            || (names.isEmpty() && arguments.get(i).matches("\"ROLE_\\w+\""));
            if (isRole) {
                roles.addAll(roles(arguments.get(i)));
            }
            if (arguments.get(i).equals("true") && !name.isEmpty() && !name.matches(STATES)) {
                roles.add(role(name));
            }
        }
        return new Credentials.Token(token, id.map(TokensInCode::bare).orElse(""), roles);
    }

    private static boolean isToken(String argument, String token) {
        return argument.equals("\"" + token + "\"");
    }

    /// The role that a flag is called after: `isCook` for cooks.
    private static String role(String flag) {
        String bare = flag.replaceFirst("^is(?=[A-Z])", "");
        return bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }

    private static String name(List<String> names, int index) {
        return index < names.size() ? names.get(index) : "";
    }

    private static List<String> names(ProjectType type) {
        if (!type.type().components().isEmpty()) {
            return type.type().components().stream().map(one -> one.name()).toList();
        }
        return type.type().constructors().stream()
                .findFirst()
                .map(made -> made.parameters().stream().map(one -> one.name()).toList())
                .orElse(List.of());
    }

    private static List<String> roles(String argument) {
        List<String> texts = TEXT.matcher(argument).results().map(found -> found.group(1)).toList();
        List<String> found =
                texts.isEmpty()
                        ? Pattern.compile("\\w+\\.([A-Z][A-Z_]*)")
                                .matcher(argument)
                                .results()
                                .map(one -> one.group(1))
                                .toList()
                        : texts;
        return found.stream().map(role -> role.replaceFirst("^ROLE_", "")).toList();
    }

    /// The arguments of a call, cut at the commas that are not inside of others.
    private static List<String> arguments(String text) {
        var arguments = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                arguments.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        String last = text.substring(start).strip();
        if (!last.isEmpty()) {
            arguments.add(last);
        }
        return arguments;
    }

    private static String bare(String value) {
        var text = TEXT.matcher(value);
        return text.find() ? text.group(1) : value.replaceFirst("L$", "");
    }
}
