package kiro.model.builtin.project;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaCall;
import kiro.code.JavaField;
import kiro.code.JavaMethod;

/// Finds the storage in which a project looks up the tokens that callers show.
final class StoredTokens {
    private static final String LOOKS_UP =
            "(?i)(find|get|load|lookup|fetch|read|user|caller|authenticate|resolve|verify|by)\\w*";
    private static final String USER =
            "(?i).*(user|login|caller|owner|account|member|customer|email|subject|holder).*|name";

    private static final Pattern LOOKED_UP = Pattern.compile("\\b(\\w+)(?:::|\\.)([a-z]\\w*)");
    private static final Pattern NAMED = Pattern.compile("(?:\\w*B|b)y([A-Z]\\w*)");
    private static final Pattern COMPARED =
            Pattern.compile("(?i)\\bwhere\\s+(?:\\w+\\.)?(\\w+)\\s*=\\s*(?:\\?|:\\w)");

    private final Sources sources;
    private final List<Storage> storages;

    StoredTokens(Sources sources, List<Storage> storages) {
        this.sources = sources;
        this.storages = List.copyOf(storages);
    }

    /// @param reader the class that reads the header
    Optional<Credentials> of(ProjectType reader, String header, String prefix) {
        Optional<Looked> looked = looked(reader, true);
        Optional<Credentials> seeded = looked.flatMap(found -> seeded(found, header, prefix));
        return seeded.isPresent()
                ? seeded
                : looked.flatMap(found -> of(found, header, prefix))
                        .or(() -> byColumn(reader, header, prefix));
    }

    /// Callers of the scripts, found by a column that the project's objects need not have as a property.
    private Optional<Credentials> byColumn(ProjectType reader, String header, String prefix) {
        return LOOKED_UP
                .matcher(reader.file().text())
                .results()
                .map(call ->
                        field(reader, call.group(1))
                                .flatMap(field -> sources.resolve(field.type(), reader.file()))
                                .map(owner -> shown(owner, call.group(2)))
                                .orElseGet(List::of))
                .filter(tokens -> !tokens.isEmpty())
                .findFirst()
                .map(tokens -> new Credentials.Tokens(header, prefix, tokens));
    }

    /// The callers that a method of a class finds, by the column in its SQL, else by the one in its name.
    private List<Credentials.Token> shown(ProjectType owner, String method) {
        Optional<String> compared =
                owner.type()
                        .method(method)
                        .flatMap(JavaMethod::body)
                        .map(COMPARED::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1));
        Matcher named = NAMED.matcher(method);
        Optional<String> column =
                compared.or(() ->
                        named.matches() ? Optional.of(snake(named.group(1))) : Optional.empty());
        return found(owner, method)
                .flatMap(type -> column.map(one -> new SeededCallers(sources).of(type, one)))
                .orElseGet(List::of);
    }

    /// What a method of a class answers with.
    private Optional<DomainType> found(ProjectType owner, String name) {
        return owner.type()
                .method(name)
                .filter(method -> method.parameters().size() == 1)
                .map(method -> TypeName.of(method.returnType()))
                .flatMap(type ->
                        sources.resolve(
                                type.arguments().isEmpty() ? type.raw() : type.element().raw(),
                                owner.file()))
                .map(DomainType::of);
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /// Callers who are there from the start.
    private Optional<Credentials> seeded(Looked looked, String header, String prefix) {
        DomainType resource = looked.storage().resource();
        List<Credentials.Token> tokens =
                token(resource, looked.method())
                        .map(shown ->
                                new SeededCallers(sources)
                                        .of(
                                                looked.storage(),
                                                shown,
                                                isToken(looked)
                                                        ? user(resource, shown)
                                                        : Optional.of(shown)))
                        .orElseGet(List::of);
        return tokens.isEmpty()
                ? Optional.empty()
                : Optional.of(new Credentials.Tokens(header, prefix, tokens));
    }

    /// Whether what is shown is a secret, not the caller's own id.
    private static boolean isToken(Looked looked) {
        DomainType resource = looked.storage().resource();
        return token(resource, looked.method())
                .filter(property ->
                        property.name().matches("(?i).*(token|key|secret|session).*")
                                || resource.name().matches("(?i).*(token|key|session).*"))
                .isPresent();
    }

    /// Who shows it: the object itself where it is a person, else the one that it names.
    private static Optional<Property> user(DomainType resource, Property shown) {
        return resource.name().matches("(?i).*(token|key|session).*")
                ? resource.properties().stream()
                        .filter(property -> !property.equals(shown))
                        .filter(property -> property.name().matches(USER))
                        .findFirst()
                : resource.id();
    }

    private record Looked(Storage storage, String method) {}

    /// The storage that the class asks, itself or through one of its own classes.
    private Optional<Looked> looked(ProjectType type, boolean goesOn) {
        for (JavaMethod method : type.type().methods()) {
            for (JavaCall call : method.calls()) {
                Optional<ProjectType> target =
                        field(type, call.target())
                                .flatMap(field -> sources.resolve(field.type(), type.file()));
                if (target.isEmpty()
                        || !call.name().matches(LOOKS_UP)
                        || call.arguments().size() != 1) {
                    continue;
                }
                Optional<Looked> found =
                        storages.stream()
                                .filter(storage ->
                                        storage.owner()
                                                        .qualifiedName()
                                                        .equals(target.get().qualifiedName())
                                                && storage.kind() != Storage.Kind.MAP)
                                .findFirst()
                                .map(storage -> new Looked(storage, call.name()))
                                .or(() -> goesOn ? looked(target.get(), false) : Optional.empty());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<JavaField> field(ProjectType type, String target) {
        String name = target.replaceFirst("^this\\.", "");
        return type.type().fields().stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private static Optional<Credentials> of(Looked looked, String header, String prefix) {
        DomainType resource = looked.storage().resource();
        Optional<Property> token = token(resource, looked.method());
        if (token.isEmpty() || !token.get().typeName().raw().equals("String")) {
            return Optional.empty();
        }
        Optional<Property> user =
                resource.properties().stream()
                        .filter(property -> !property.equals(token.get()))
                        .filter(property -> property.name().matches(USER))
                        .filter(property -> property.type().matches("String|[Ll]ong|UUID"))
                        .filter(property -> resource.id().filter(property::equals).isEmpty())
                        .findFirst();
        boolean canBeStored = looked.storage().operation(Operation.Kind.SAVE).isPresent();
        return canBeStored
                ? user.map(one ->
                        new Credentials.Stored(header, prefix, looked.storage(), token.get(), one))
                : Optional.empty();
    }

    /// What the method finds by: the property in its name, else the id.
    private static Optional<Property> token(DomainType resource, String method) {
        String by = method.replaceFirst("^(\\w*?By|by(?=[A-Z]))", "").toLowerCase(Locale.ROOT);
        return resource.properties().stream()
                .filter(property -> by.startsWith(property.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> resource.id().filter(id -> isShown(id, by)));
    }

    /// A number is what callers show only where the method says so.
    private static boolean isShown(Property id, String by) {
        return id.typeName().raw().equals("String")
                || by.startsWith(id.name().toLowerCase(Locale.ROOT))
                || !by.matches(".*(token|key|secret|session).*");
    }
}
