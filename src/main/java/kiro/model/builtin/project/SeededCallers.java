package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the callers that a project's scripts put into its database, with what each shows to be signed in.
final class SeededCallers {
    private final Seeds seeds;

    SeededCallers(Sources sources) {
        this.seeds = Seeds.read(sources);
    }

    /// @param shown the property that has what is shown
    /// @param id the property that tells callers apart
    List<Credentials.Token> of(Storage storage, Property shown, Optional<Property> id) {
        DomainType type = storage.resource();
        var tokens = new ArrayList<Credentials.Token>();
        for (Seeds.Row row : seeds.of(type)) {
            Optional<String> token = Seeds.value(row, type, shown);
            Optional<String> caller =
                    id.filter(property -> type.id().filter(property::equals).isEmpty())
                            .map(property -> Seeds.value(row, type, property))
                            .orElseGet(() -> Seeds.id(row, type));
            if (token.isPresent() && caller.isPresent()) {
                tokens.add(new Credentials.Token(token.get(), caller.get(), roles(row, type)));
            }
        }
        return tokens;
    }

    /// @param column the one that has what is shown
    List<Credentials.Token> of(DomainType type, String column) {
        var tokens = new ArrayList<Credentials.Token>();
        for (Seeds.Row row : seeds.of(type)) {
            Optional<String> token = row.value(column);
            Optional<String> caller = Seeds.id(row, type);
            if (token.isPresent() && caller.isPresent()) {
                tokens.add(new Credentials.Token(token.get(), caller.get(), roles(row, type)));
            }
        }
        return tokens.isEmpty() ? beside(type, column) : tokens;
    }

    /// What stands in a table of its own, with the id of the caller.
    private List<Credentials.Token> beside(DomainType type, String column) {
        var tokens = new ArrayList<Credentials.Token>();
        for (Seeds.Row row : seeds.all()) {
            Optional<String> token = row.value(column);
            Optional<String> caller = row.reference(type);
            Optional<Seeds.Row> whose =
                    seeds.of(type).stream()
                            .filter(one -> Seeds.id(one, type).equals(caller))
                            .findFirst();
            if (token.isPresent() && whose.isPresent()) {
                tokens.add(
                        new Credentials.Token(
                                token.get(), caller.orElseThrow(), roles(whose.get(), type)));
            }
        }
        return tokens;
    }

    private static List<String> roles(Seeds.Row row, DomainType type) {
        return type.properties().stream()
                .filter(property -> property.name().matches("(?i)(role|authorit|group).*"))
                .map(property -> Seeds.value(row, type, property))
                .flatMap(Optional::stream)
                .map(role -> role.replaceFirst("^ROLE_", ""))
                .toList();
    }
}
