package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
                Stream.of(
                                "(user|caller|account|member|customer)?id|sub(ject)?",
                                "login|user(name)?|email|name",
                                ".*")
                        .flatMap(pattern ->
                                arguments.stream()
                                        .filter(argument ->
                                                name(names, arguments.indexOf(argument))
                                                        .matches("(?i)" + pattern)))
                        .findFirst();
        var roles = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean isRole =
                    name(names, i).matches("(?i).*(role|authorit|group|permission).*")
                            || (names.isEmpty() && arguments.get(i).matches("\"ROLE_\\w+\""));
            if (isRole) {
                roles.addAll(roles(arguments.get(i)));
            }
        }
        return new Credentials.Token(token, id.map(TokensInCode::bare).orElse(""), roles);
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
