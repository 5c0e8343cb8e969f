package kiro.steering.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is known of AWS and its types, from the tables of the resources.
final class Facts {
    private static final String CLOUDFORMATION_TAGS = "Tags";
    private static final String TERRAFORM_TAGS = "tags";

    private final Map<String, String> tagProperties;
    private final List<Store> stores;
    private final Map<String, String> services;
    private final Set<String> unnarrowed;

    private Facts(
            Map<String, String> tagProperties,
            List<Store> stores,
            Map<String, String> services,
            Set<String> unnarrowed) {
        this.tagProperties = tagProperties;
        this.stores = stores;
        this.services = services;
        this.unnarrowed = unnarrowed;
    }

    /// Something that holds data.
    ///
    /// @param kind as sentences call it
    /// @param blocks the path of each block that holds data of its own; empty for the resource itself
    /// @param setting the path of what says that it is encrypted
    /// @param wanted `true`, `set`, `not false` or the value itself
    /// @param unless settings with which it takes over how something else is encrypted
    record Store(
            String kind,
            String type,
            Optional<String> blocks,
            String setting,
            String wanted,
            List<String> unless) {
        Store {
            unless = List.copyOf(unless);
        }

        private static Store of(String row) {
            String[] cells = row.split("\\|", -1);
            String[] path = cells[2].strip().split(" > ");
            String unless = cells[4].strip();
            return new Store(
                    cells[0].strip(),
                    cells[1].strip(),
                    path.length > 1 ? Optional.of(path[0]) : Optional.empty(),
                    path[path.length - 1],
                    cells[3].strip(),
                    unless.isEmpty() ? List.of() : List.of(unless.split(" ")));
        }
    }

    static Facts read() {
        Map<String, String> tags =
                rows("tags-cloudformation.txt").stream()
                        .collect(
                                Collectors.toMap(
                                        Facts::first, row -> second(row, CLOUDFORMATION_TAGS)));
        rows("tags-terraform.txt").forEach(type -> tags.put(type, TERRAFORM_TAGS));
        return new Facts(
                tags,
                rows("stores.txt").stream().map(Store::of).toList(),
                rows("services.txt").stream()
                        .collect(Collectors.toMap(Facts::first, row -> second(row, ""))),
                Set.copyOf(rows("unnarrowed.txt")));
    }

    private static String first(String row) {
        int blank = row.indexOf(' ');
        return blank < 0 ? row : row.substring(0, blank);
    }

    private static String second(String row, String otherwise) {
        int blank = row.indexOf(' ');
        return blank < 0 ? otherwise : row.substring(blank + 1);
    }

    private static List<String> rows(String name) {
        try (InputStream in = Facts.class.getResourceAsStream("/kiro/steering/infra/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(row -> !row.isBlank() && !row.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The setting that holds the tags of resources of a type; empty where they carry none.
    Optional<String> tagsOf(String type) {
        return Optional.ofNullable(tagProperties.get(type));
    }

    List<Store> stores(String type) {
        return stores.stream().filter(store -> store.type().equals(type)).toList();
    }

    /// The service that a type is of, as sentences call it; empty for what every stack needs, and for what is not of AWS.
    Optional<String> serviceOf(String type) {
        Optional<String> known =
                services.keySet().stream()
                        .filter(type::startsWith)
                        .max((one, other) -> Integer.compare(one.length(), other.length()))
                        .map(services::get);
        return known.or(() -> ownService(type)).filter(service -> !service.equals("-"));
    }

    private static Optional<String> ownService(String type) {
        String[] names = type.split(type.startsWith("AWS::") ? "::" : "_");
        boolean isOfAws = names[0].equalsIgnoreCase("aws") && names.length > 1;
        return isOfAws ? Optional.of(names[1].toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /// Whether no resource can be named for an action.
    boolean isUnnarrowed(String action) {
        return unnarrowed.stream()
                .anyMatch(known ->
                        known.endsWith("*")
                                ? action.startsWith(known.substring(0, known.length() - 1))
                                : action.equals(known));
    }
}
