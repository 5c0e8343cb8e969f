package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;
import kiro.spec.rest.FieldRule;

/// The one filter of a list as a query of the storage: a method that Spring Data makes of its name, or a `where`. What
/// several filters that may be left out select is selected in memory, as each of their combinations would be another query.
final class SelectingQuery {
    private static final String ORDERED =
            "Integer|Long|Short|Double|BigDecimal|Instant|LocalDate|LocalDateTime|OffsetDateTime";

    private final Workshop workshop;
    private final Place place;
    private final Wants wants;
    private final Listing listing;

    SelectingQuery(Workshop workshop, Place place, Wants wants, Listing listing) {
        this.workshop = workshop;
        this.place = place;
        this.wants = wants;
        this.listing = listing;
    }

    /// The filter that a query selects by; empty where all is selected in memory.
    Optional<Listing.Filter> filter() {
        boolean isWhole =
                place.parent().isEmpty()
                        && ExistingList.call(place).isEmpty()
                        && place.storage()
                                .operation(Operation.Kind.LIST)
                                .filter(one -> one.result() == Operation.Result.COLLECTION)
                                .isPresent();
        return isWhole && listing.filters().size() == 1
                ? Optional.of(listing.filters().getFirst()).filter(this::canSelect)
                : Optional.empty();
    }

    private boolean canSelect(Listing.Filter filter) {
        if (filter.whole().isPresent()) {
            return false;
        }
        if (place.storage().kind() == Storage.Kind.REPOSITORY) {
            return ending(filter).isPresent() && (!isOwn() || ownedBy().isPresent());
        }
        return place.storage().backing() instanceof Backing.Sql
                && filter.match() == FieldRule.Match.EXACT
                && !isOwn()
                && new StoreWriter(workshop).canListBy(place.storage(), filter.property());
    }

    private boolean isOwn() {
        return ListWriter.ownOnly(place, wants);
    }

    /// The property whose value is the caller, where the storage finds what is theirs by its name.
    private Optional<Property> ownedBy() {
        return place.owner()
                .flatMap(Owner::compared)
                .filter(_ -> wants.exemptRoles().isEmpty())
                .filter(property ->
                        ListWriter.finder(place)
                                .map(JavaMethod::name)
                                .filter(name -> !name.equals(named(property)))
                                .isEmpty());
    }

    private static String named(Property property) {
        return "findBy" + Names.upper(property.name());
    }

    /// How the name of a method says what is compared how.
    private Optional<String> ending(Listing.Filter filter) {
        TypeName type = filter.property().typeName();
        boolean isText = type.raw().equals("String");
        boolean isOrdered = type.boxed().matches(ORDERED);
        Sources sources = workshop.project().sources();
        boolean isValue =
                isText
                        || isOrdered
                        || type.boxed().matches("Boolean|UUID")
                        || sources.resolve(type.raw(), place.resource().type().file())
                                .filter(own -> own.type().kind() == kiro.code.JavaType.Kind.ENUM)
                                .isPresent();
        return switch (filter.match()) {
            case EXACT -> Optional.of("").filter(_ -> isValue);
            case IGNORING_CASE -> Optional.of("IgnoreCase").filter(_ -> isText);
            case PART -> Optional.of("ContainingIgnoreCase").filter(_ -> isText);
            case AT_LEAST -> Optional.of("GreaterThanEqual").filter(_ -> isOrdered);
            case AT_MOST -> Optional.of("LessThanEqual").filter(_ -> isOrdered);
            case ABOVE -> Optional.of("GreaterThan").filter(_ -> isOrdered);
            case BELOW -> Optional.of("LessThan").filter(_ -> isOrdered);
        };
    }

    /// The expression that selects where the parameter is given, and else is what finds all that may be shown.
    ///
    /// @param all the call that finds that
    String call(String all, Listing.Filter filter) {
        String parameter = filter.parameter();
        String selected =
                place.storage().kind() == Storage.Kind.REPOSITORY
                        ? derived(all, filter)
                        : new StoreWriter(workshop)
                                        .listBy(place.storage(), filter.property())
                                        .orElseThrow()
                                + "("
                                + parameter
                                + ")";
        String call = place.storageName() + "." + selected;
        boolean isRequired =
                listing.parameter(parameter).filter(kiro.spec.rest.Field::isRequired).isPresent();
        return isRequired ? call : "%s == null ? %s : %s".formatted(parameter, all, call);
    }

    private String derived(String all, Listing.Filter filter) {
        Property property = filter.property();
        String parameter = filter.parameter();
        Optional<Property> owner = isOwn() ? ownedBy() : Optional.empty();
        String name =
                owner.map(one -> named(one) + "And").orElse("findBy")
                        + Names.upper(property.name())
                        + ending(filter).orElseThrow();
        var parameters = new ArrayList<String>();
        var imports = new ArrayList<>(RequestWriter.imports(property.typeName().boxed()));
        owner.ifPresent(one -> {
            parameters.add(one.typeName().raw() + " " + one.name());
            imports.addAll(RequestWriter.imports(one.type()));
        });
        parameters.add(property.typeName().boxed() + " " + parameter);
        imports.add("java.util.List");
        imports.add(place.resource().type().qualifiedName());
        workshop.project()
                .sources()
                .resolve(property.typeName().raw(), place.resource().type().file())
                .ifPresent(own -> imports.add(own.qualifiedName()));
        if (!isThere(name)) {
            workshop.addMethod(
                    place.storage().owner(),
                    Part.LOGIC,
                    "List<%s> %s(%s);"
                            .formatted(
                                    place.resource().name(), name, String.join(", ", parameters)),
                    imports);
        }
        String caller = owner.isPresent() ? all.replaceFirst("^.*\\((\\w+)\\)$", "$1") + ", " : "";
        return name + "(" + caller + parameter + ")";
    }

    private boolean isThere(String name) {
        return workshop.draft().current(place.storage().owner()).type().methods().stream()
                .anyMatch(method -> method.name().equals(name));
    }

    /// What a reader of the plan should know of a list that is selected in memory; empty where it is not.
    Optional<String> inMemory() {
        boolean isOfRows =
                place.storage().kind() == Storage.Kind.REPOSITORY
                        || place.storage().backing() instanceof Backing.Sql;
        List<String> names = listing.filters().stream().map(Listing.Filter::parameter).toList();
        return isOfRows && !names.isEmpty() && filter().isEmpty()
                ? Optional.of(
                        "%s selects by %s in memory, of what %s finds: write a query where there are many"
                                .formatted(
                                        place.endpoint().route(),
                                        String.join(" and ", names),
                                        place.storage().owner().name()))
                : Optional.empty();
    }
}
