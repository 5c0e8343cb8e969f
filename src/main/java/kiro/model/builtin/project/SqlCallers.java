package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds callers of a project that looks them up in its database by SQL of its own: those that its scripts put there with
/// what they show, else those for whom a test can prepare it.
final class SqlCallers {
    private static final String CLIENTS = "JdbcClient|(NamedParameter)?JdbcTemplate|JdbcOperations";
    private static final String HASHED =
            "(?is).*(sha-?\\d|digest|bcrypt|encode\\(|\\bhash\\w*\\(|hmac).*";

    private final Sources sources;
    private final Optional<DomainType> caller;

    /// @param caller what the project knows of its callers
    SqlCallers(Sources sources, Optional<DomainType> caller) {
        this.sources = sources;
        this.caller = caller;
    }

    Optional<Credentials> of(ReachedCode code, String header, String prefix) {
        return TokenQuery.in(
                        sources,
                        code,
                        caller.flatMap(CallerReader::identifying).map(Property::name))
                .flatMap(query -> of(query, code, header, prefix));
    }

    private Optional<Credentials> of(
            TokenQuery query, ReachedCode code, String header, String prefix) {
        SeededUsers users = SeededUsers.foundBy(query, sources, caller);
        List<Credentials.Token> seeded = tokens(query, users);
        if (!seeded.isEmpty()) {
            return Optional.of(new Credentials.Tokens(header, prefix, seeded));
        }
        Optional<Credentials> opened =
                new SessionOpeners(sources, caller, query.users(), users.all(), query.user().name())
                        .of(
                                code,
                                "(?is).*insert\\s+into\\s+\"?" + query.table().name() + "\\b.*",
                                header,
                                prefix);
        return opened.isPresent() || code.text().matches(HASHED)
                ? opened
                : rows(query, users, code, header, prefix);
    }

    /// The tokens that are there from the start.
    private List<Credentials.Token> tokens(TokenQuery query, SeededUsers users) {
        var tokens = new ArrayList<Credentials.Token>();
        for (Seeds.Row row : Seeds.read(sources).all()) {
            if (!row.table().equals(query.table().name())) {
                continue;
            }
            Optional<String> token = row.value(query.token().name()).or(() -> numbered(query, row));
            Optional<SeededUsers.User> user =
                    query.isOfUsers()
                            ? users.all().stream()
                                    .filter(one -> one.row().equals(Optional.of(row)))
                                    .findFirst()
                            : row.value(query.user().name()).flatMap(users::of);
            if (token.isPresent() && user.isPresent()) {
                tokens.add(new Credentials.Token(token.get(), user.get().id(), user.get().roles()));
            }
        }
        return tokens;
    }

    /// A key that the database gives.
    private static Optional<String> numbered(TokenQuery query, Seeds.Row row) {
        return query.token().isGenerated()
                ? Optional.of(String.valueOf(row.number()))
                : Optional.empty();
    }

    private Optional<Credentials> rows(
            TokenQuery query, SeededUsers users, ReachedCode code, String header, String prefix) {
        boolean hasClient =
                Stream.concat(code.types(), sources.types().stream())
                        .flatMap(type -> type.type().fields().stream())
                        .anyMatch(field -> field.type().matches(CLIENTS));
        List<SeededUsers.User> all = new ArrayList<>(query.isOfUsers() ? List.of() : users.all());
        if (all.size() < 2) {
            all.addAll(users.made());
        }
        var holders = new ArrayList<Credentials.Holder>();
        for (SeededUsers.User user : all) {
            String token =
                    query.token().type().equals("uuid")
                            ? "00000000-0000-4000-8000-%012d".formatted(holders.size() + 1)
                            : "token-" + user.name().toLowerCase(java.util.Locale.ROOT);
            new TokenRow(sources, caller, query).holder(user, token).ifPresent(holders::add);
        }
        return !hasClient || holders.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Credentials.Prepared(
                                header, prefix, new Credentials.Means.Rows(), holders));
    }
}
