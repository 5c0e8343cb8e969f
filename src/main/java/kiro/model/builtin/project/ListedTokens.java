package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.code.JavaField;
import kiro.code.JavaParameter;

/// Finds callers that a project's settings list, each with a token.
final class ListedTokens {
    private static final String TOKEN = "(?i).*(token|key|secret)";
    private static final String ID = "(?i)id|.*id|user(name)?|name|login|account|owner|subject";
    private static final String ROLE = "(?i)(role|authorit|group).*";

    private final Sources sources;
    private final Settings settings;

    ListedTokens(Sources sources, Settings settings) {
        this.sources = sources;
        this.settings = settings;
    }

    List<Credentials.Token> tokens() {
        var tokens = new ArrayList<Credentials.Token>();
        for (ProjectType type : sources.types()) {
            Optional<String> prefix =
                    type.type()
                            .annotation("ConfigurationProperties")
                            .flatMap(use -> use.argument("value").or(() -> use.argument("prefix")))
                            .flatMap(value -> new Constants(sources).text(value, type.file()));
            prefix.ifPresent(start ->
                    lists(type)
                            .flatMap(name -> settings.entries(start + "." + name).stream())
                            .map(ListedTokens::token)
                            .flatMap(Optional::stream)
                            .forEach(tokens::add));
        }
        return tokens;
    }

    /// The names of the type's lists, as settings have them.
    private static Stream<String> lists(ProjectType type) {
        Stream<String> components =
                type.type().components().stream()
                        .filter(one -> one.type().startsWith("List<"))
                        .map(JavaParameter::name);
        Stream<String> fields =
                type.type().fields().stream()
                        .filter(one -> one.type().startsWith("List<"))
                        .map(JavaField::name);
        return Stream.concat(components, fields)
                .flatMap(name ->
                        Stream.of(name, name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                                .distinct());
    }

    private static Optional<Credentials.Token> token(Map<String, String> entry) {
        Optional<String> token = value(entry, TOKEN);
        Optional<String> id = Optional.ofNullable(entry.get("id")).or(() -> value(entry, ID));
        List<String> roles =
                entry.entrySet().stream()
                        .filter(one -> one.getKey().matches(ROLE))
                        .flatMap(one -> Stream.of(one.getValue().split("[\\[\\], ]+")))
                        .filter(role -> !role.isEmpty())
                        .toList();
        return token.flatMap(text -> id.map(one -> new Credentials.Token(text, one, roles)));
    }

    private static Optional<String> value(Map<String, String> entry, String names) {
        return entry.entrySet().stream()
                .filter(one -> one.getKey().matches(names))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
