package kiro.model.builtin.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The query by which a project finds in its database who shows a token.
///
/// @param table where tokens are
/// @param token the column with the token
/// @param user the column that says whose it is
/// @param users the table of those who have tokens
record TokenQuery(Table table, Table.Column token, Table.Column user, Table users) {
    private static final String WORDS =
            "(?i)where|join|inner|left|right|cross|natural|on|using|order|limit|group|for|as|union";
    private static final Pattern FROM =
            Pattern.compile(
                    "(?i)(?:\\b(?:from|join)\\s+|\\G\\s*,\\s*)([\\w.\"]+)(?:\\s+(?:as\\s+)?(?!where|join)(\\w+))?");
    private static final Pattern JOINED =
            Pattern.compile(
                    "(?i)\\b(?:on|where|and)\\s+\\(?\\s*([a-z]\\w*\\.\\w+)\\s*=\\s*([a-z]\\w*\\.\\w+)");
    private static final Pattern COMPARED = Pattern.compile("([\\w.]+)\\s*=\\s*(?:\\?|:\\w+)");
    private static final Pattern TEXT =
            Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final String SECRET = "(?i).*(token|key|secret|session|sid|code|ticket).*";

    /// The query in the code that is reached, where its tables are known.
    ///
    /// @param id the name of the property that tells callers apart
    static Optional<TokenQuery> in(Sources sources, ReachedCode code, Optional<String> id) {
        Tables tables = Tables.read(sources);
        List<String> selects =
                code.pieces().stream().flatMap(piece -> texts(sources, piece)).toList();
        return selects.stream().flatMap(sql -> of(sql, tables, id).stream()).findFirst();
    }

    private static Stream<String> texts(Sources sources, ReachedCode.Piece piece) {
        String code = new Constants(sources).inlined(piece.body(), piece.type().file());
        return TEXT.matcher(code)
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .filter(text -> text.matches("(?i)select\\b.*\\bwhere\\b.*"));
    }

    private static Optional<TokenQuery> of(String sql, Tables tables, Optional<String> id) {
        var named = new LinkedHashMap<String, Table>();
        Matcher from = FROM.matcher(sql);
        while (from.find()) {
            Optional<Table> table = tables.named(from.group(1));
            if (table.isEmpty()) {
                return Optional.empty();
            }
            boolean hasAlias = from.group(2) != null && !from.group(2).matches(WORDS);
            named.put(hasAlias ? from.group(2) : table.get().name(), table.get());
        }
        String where = sql.replaceFirst("(?i)^.*?\\bwhere\\b", "");
        List<Place> compared =
                COMPARED.matcher(where)
                        .results()
                        .flatMap(found -> place(found.group(1), named).stream())
                        .toList();
        return compared.stream()
                .filter(one -> one.column().name().matches(SECRET))
                .findFirst()
                .or(() ->
                        compared.size() == 1
                                        && (compared.getFirst().table().name().matches(SECRET)
                                                || compared.getFirst().column().isUnique())
                                ? Optional.of(compared.getFirst())
                                : Optional.empty())
                .flatMap(token -> of(token, sql, named, tables, id));
    }

    /// A column of a table.
    private record Place(Table table, Table.Column column) {}

    private static Optional<Place> place(String written, Map<String, Table> named) {
        String column = written.replaceFirst("^.*\\.", "");
        String alias = written.contains(".") ? written.replaceFirst("\\..*$", "") : "";
        return named.entrySet().stream()
                .filter(one -> alias.isEmpty() || one.getKey().equalsIgnoreCase(alias))
                .map(Map.Entry::getValue)
                .flatMap(table -> table.column(column).map(one -> new Place(table, one)).stream())
                .findFirst();
    }

    private static Optional<TokenQuery> of(
            Place token, String sql, Map<String, Table> named, Tables tables, Optional<String> id) {
        Optional<TokenQuery> joined =
                JOINED.matcher(sql)
                        .results()
                        .flatMap(found ->
                                Stream.of(
                                        List.of(found.group(1), found.group(2)),
                                        List.of(found.group(2), found.group(1))))
                        .flatMap(sides ->
                                joined(
                                        token,
                                        place(sides.getFirst(), named),
                                        place(sides.getLast(), named))
                                        .stream())
                        .findFirst();
        return joined.or(() -> referring(token, tables, id)).or(() -> itself(token, id));
    }

    /// Where the token's table is joined with the one of its holders.
    private static Optional<TokenQuery> joined(
            Place token, Optional<Place> own, Optional<Place> other) {
        boolean isOfToken =
                own.filter(one -> one.table().equals(token.table()) && !one.column().isKey())
                        .isPresent();
        boolean isTheirKey =
                other.filter(one -> !one.table().equals(token.table()))
                        .filter(one -> one.column().isKey())
                        .isPresent();
        return isOfToken && isTheirKey
                ? Optional.of(
                        new TokenQuery(
                                token.table(),
                                token.column(),
                                own.orElseThrow().column(),
                                other.orElseThrow().table()))
                : Optional.empty();
    }

    /// Where a column of the token's table says whose it is: by a foreign key, else by the name of the caller's id.
    private static Optional<TokenQuery> referring(Place token, Tables tables, Optional<String> id) {
        List<Table.Column> others =
                token.table().columns().stream()
                        .filter(one -> !one.equals(token.column()))
                        .toList();
        Optional<Table.Column> user =
                others.stream()
                        .filter(one ->
                                id.filter(name -> Table.plain(name).equals(Table.plain(one.name())))
                                        .isPresent())
                        .filter(one -> !one.isKey())
                        .findFirst()
                        .or(() ->
                                others.stream()
                                        .filter(one -> one.references().isPresent())
                                        .findFirst());
        return user.flatMap(column ->
                users(column, tables)
                        .map(users ->
                                new TokenQuery(token.table(), token.column(), column, users)));
    }

    private static Optional<Table> users(Table.Column column, Tables tables) {
        String noun = column.name().replaceFirst("(?i)_?id$", "");
        return column.references()
                .flatMap(tables::named)
                .or(() ->
                        Stream.of(noun, noun + "s", "app_" + noun, "app_" + noun + "s")
                                .flatMap(name -> tables.named(name).stream())
                                .findFirst())
                .filter(table -> table.key().isPresent());
    }

    /// Where the holders have their tokens themselves: they are told apart by the column of the caller's id, else by
    /// their key.
    private static Optional<TokenQuery> itself(Place token, Optional<String> id) {
        return id.flatMap(name -> token.table().column(name))
                .filter(column -> !column.name().matches(SECRET))
                .or(() ->
                        token.table()
                                .key()
                                .filter(key ->
                                        !key.equals(token.column()) || !key.name().matches(SECRET)))
                .map(told -> new TokenQuery(token.table(), token.column(), told, token.table()));
    }

    /// The column of their table by which those who have tokens are told apart.
    Optional<Table.Column> told() {
        return isOfUsers() ? Optional.of(user) : users.key();
    }

    /// Whether those who have tokens have them in their own rows.
    boolean isOfUsers() {
        return table.name().equals(users.name());
    }
}
