package kiro.model.builtin.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;
import kiro.spec.rest.FieldType;

/// Works out what the parameters and the answer of a list endpoint mean: by their names, which are much the same
/// everywhere, and by what the spec says of them.
final class ListingReader {
    private static final Set<String> PAGE = Set.of("page", "pagenumber", "pageno", "pageindex");
    private static final Set<String> OFFSET = Set.of("offset", "skip");
    private static final Set<String> SIZE =
            Set.of("size", "pagesize", "limit", "perpage", "pagelimit");
    private static final Set<String> ITEMS =
            Set.of("items", "content", "data", "results", "elements", "entries", "values");
    private static final Set<String> TOTAL =
            Set.of("total", "totalcount", "totalelements", "totalitems", "totalresults", "count");
    private static final Set<String> PAGES = Set.of("totalpages", "pages", "pagecount");
    private static final Set<String> MORE = Set.of("hasnext", "hasmore", "more");

    private final SpringProject project;
    private final Place place;
    private final Wants wants;
    private final List<String> obstacles = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    private ListingReader(SpringProject project, Place place, Wants wants) {
        this.project = project;
        this.place = place;
        this.wants = wants;
    }

    /// A parameter that can be left out of a list, as what it selects is not known.
    record Unread(Field field, String reason) {}

    /// A listing, and what about it is not known.
    ///
    /// @param obstacles without which there is no list
    record Reading(Listing listing, List<String> obstacles, List<Unread> unread) {
        Reading {
            obstacles = List.copyOf(obstacles);
            unread = List.copyOf(unread);
        }
    }

    static Reading read(SpringProject project, Place place, Wants wants) {
        if (place.action() != Action.LIST) {
            return new Reading(Listing.PLAIN, List.of(), List.of());
        }
        var reader = new ListingReader(project, place, wants);
        Listing listing = reader.listing();
        return new Reading(listing, reader.obstacles, reader.unread);
    }

    private Listing listing() {
        Optional<Listing.Paging> paging = paging();
        Optional<Listing.Order> said = order();
        Optional<Listing.Choice> choice = choice(said);
        var reader = new FilterReader(project, place, wants);
        var filters = new ArrayList<Listing.Filter>();
        var query = new ArrayList<Field>();
        for (Field field : place.endpoint().request().query()) {
            if (paging.filter(one -> one.isCutBy(field.name())).isPresent()) {
                query.add(withLeast(field, paging.get()));
                continue;
            }
            if (ChoiceReader.direction(field).isPresent()) {
                choice.ifPresent(_ -> query.add(field));
                continue;
            }
            switch (reader.read(field)) {
                case FilterReader.Reading.Read read -> {
                    filters.add(read.filter());
                    query.add(reader.withConstants(field, read.filter().property()));
                }
                case FilterReader.Reading.Unread missing when field.isRequired() ->
                        obstacles.add(missing.reason());
                case FilterReader.Reading.Unread missing ->
                        unread.add(new Unread(field, missing.reason()));
            }
        }
        alsoSaid(filters);
        Optional<String> counted =
                told(Expectation.CountsInHeader.class).map(Expectation.CountsInHeader::header);
        Optional<Listing.Envelope> envelope = envelope(paging);
        Optional<Listing.Order> order =
                said.or(() -> choice.map(one -> one.orders().get(one.standard())));
        var listing = new Listing(query, filters, paging, envelope, order, choice, counted);
        boolean counts = counted.isPresent() || envelope.isPresent();
        obstacles.addAll(ListLimits.obstacles(place, listing, wants, counts));
        return listing;
    }

    /// Filters that sentences name, beside those of the parameters.
    private void alsoSaid(List<Listing.Filter> filters) {
        for (Behaviour.FiltersBy by : wants.behaviours(Behaviour.FiltersBy.class)) {
            boolean isKnown = filters.stream().anyMatch(one -> one.parameter().equals(by.name()));
            Optional<Property> property = place.resource().property(by.name());
            if (property.isEmpty()) {
                missing(by.name());
            } else if (!isKnown) {
                filters.add(new Listing.Filter(by.name(), property.get(), FieldRule.Match.EXACT));
            }
        }
    }

    private Optional<Listing.Choice> choice(Optional<Listing.Order> said) {
        return place.endpoint().request().query().stream()
                .filter(field -> ChoiceReader.direction(field).isPresent())
                .findFirst()
                .flatMap(field -> choice(field, said));
    }

    private Optional<Listing.Choice> choice(Field field, Optional<Listing.Order> said) {
        return switch (new ChoiceReader(place).read(field, said)) {
            case ChoiceReader.Reading.Read read -> Optional.of(read.choice());
            case ChoiceReader.Reading.Unread missing -> {
                unread.add(new Unread(field, missing.reason()));
                yield Optional.empty();
            }
        };
    }

    private void missing(String property) {
        obstacles.add("%s has no property %s".formatted(place.resource().name(), property));
    }

    /// Pages and their sizes have a least value, whether the spec says so or not: what is below cannot be shown.
    private static Field withLeast(Field field, Listing.Paging paging) {
        int least = field.name().equals(paging.size()) ? 1 : paging.first();
        var rules = new ArrayList<FieldRule>();
        Optional<FieldRule.Bound> most = Optional.empty();
        for (FieldRule rule : field.rules()) {
            if (rule instanceof FieldRule.Range range) {
                if (range.min().isPresent()) {
                    return field;
                }
                most = range.max();
            } else {
                rules.add(rule);
            }
        }
        rules.add(
                new FieldRule.Range(
                        Optional.of(new FieldRule.Bound(BigDecimal.valueOf(least), true)), most));
        return with(field, rules);
    }

    static Field with(Field field, List<FieldRule> rules) {
        return new Field(
                field.name(),
                field.type(),
                field.presence(),
                field.isNullable(),
                rules,
                field.standard(),
                field.span());
    }

    private Optional<Field> parameter(Set<String> names) {
        return place.endpoint().request().query().stream()
                .filter(field -> place.resource().property(field.name()).isEmpty())
                .filter(field -> names.contains(plain(field.name())))
                .findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private Optional<Listing.Paging> paging() {
        Optional<Field> size = parameter(SIZE);
        Optional<Field> page = parameter(PAGE);
        Optional<Field> offset = page.isPresent() ? Optional.empty() : parameter(OFFSET);
        if (size.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> standard = number(size.get());
        if (standard.isEmpty()) {
            obstacles.add("how many are shown where " + size.get().name() + " is not sent");
            return Optional.empty();
        }
        Optional<Integer> first = page.flatMap(one -> least(one).or(() -> number(one)));
        if (page.isPresent() && first.isEmpty()) {
            obstacles.add("whether pages are counted from 0 or from 1 is not said");
        }
        return Optional.of(
                new Listing.Paging(
                        page.or(() -> offset).map(Field::name),
                        size.get().name(),
                        offset.isPresent(),
                        first.orElse(0),
                        standard.get()));
    }

    private static Optional<Integer> number(Field field) {
        return field.standard()
                .map(value -> value.replaceAll("[`\"']", "").strip())
                .filter(value -> value.matches("\\d{1,6}"))
                .map(Integer::valueOf);
    }

    private static Optional<Integer> least(Field field) {
        return field.rules().stream()
                .filter(FieldRule.Range.class::isInstance)
                .flatMap(rule -> ((FieldRule.Range) rule).min().stream())
                .map(bound -> bound.value().intValue() + (bound.isIncluded() ? 0 : 1))
                .findFirst();
    }

    /// The object around the list, where the answer's fields are about the list and not about an element.
    private Optional<Listing.Envelope> envelope(Optional<Listing.Paging> paging) {
        List<Field> fields =
                place.endpoint().response().fields().stream()
                        .filter(field -> !field.name().contains("[]."))
                        .toList();
        List<Field> items = fields.stream().filter(this::isList).toList();
        if (items.size() != 1) {
            return Optional.empty();
        }
        String name = items.getFirst().name();
        var parts = new ArrayList<Listing.Envelope.Part>();
        for (Field field : fields) {
            Optional<Listing.Envelope.Meaning> meaning =
                    field.name().equals(name)
                            ? Optional.of(Listing.Envelope.Meaning.ITEMS)
                            : meaning(field, paging);
            if (meaning.isEmpty()) {
                obstacles.add("what %s in the answer is, is not known".formatted(field.name()));
                return Optional.empty();
            }
            parts.add(new Listing.Envelope.Part(field.name(), meaning.get()));
        }
        return Optional.of(new Listing.Envelope(name, parts, elements(name)));
    }

    private boolean isList(Field field) {
        String name = plain(field.name());
        boolean isNamedAfterIt =
                name.equals(plain(Names.plural(place.names().noun())))
                        || name.equals(plain(Names.plural(place.resource().name())))
                        || ITEMS.contains(name);
        return place.resource().property(field.name()).isEmpty()
                && (isNamedAfterIt || field.type() instanceof FieldType.ListOf);
    }

    private static Optional<Listing.Envelope.Meaning> meaning(
            Field field, Optional<Listing.Paging> paging) {
        String name = plain(field.name());
        if (TOTAL.contains(name)) {
            return Optional.of(Listing.Envelope.Meaning.TOTAL);
        }
        if (paging.isEmpty()) {
            return Optional.empty();
        }
        boolean isAt = PAGE.contains(name) || OFFSET.contains(name);
        if (isAt && paging.get().at().isPresent()) {
            return Optional.of(Listing.Envelope.Meaning.AT);
        }
        if (SIZE.contains(name)) {
            return Optional.of(Listing.Envelope.Meaning.SIZE);
        }
        if (PAGES.contains(name)) {
            return Optional.of(Listing.Envelope.Meaning.PAGES);
        }
        return MORE.contains(name) && !paging.get().at().isEmpty()
                ? Optional.of(Listing.Envelope.Meaning.MORE)
                : Optional.empty();
    }

    private List<Field> elements(String items) {
        String prefix = items + "[].";
        return place.endpoint().response().fields().stream()
                .filter(field -> field.name().startsWith(prefix))
                .map(field ->
                        new Field(
                                field.name().substring(prefix.length()),
                                field.type(),
                                field.presence(),
                                field.isNullable(),
                                field.rules(),
                                field.standard(),
                                field.span()))
                .toList();
    }

    private Optional<Listing.Order> order() {
        Optional<Listing.Order> byField =
                wants.behaviour(Behaviour.Sorts.class)
                        .map(one -> withThen(new Sorting(one.name(), one.direction(), one.then())))
                        .or(() -> told(Expectation.SortedBy.class).map(Sorting::of))
                        .flatMap(this::byField);
        return byField.or(() ->
                wants.behaviour(Behaviour.SortsByAge.class)
                        .map(Behaviour.SortsByAge::direction)
                        .or(() ->
                                told(Expectation.SortedByAge.class)
                                        .map(Expectation.SortedByAge::direction))
                        .flatMap(this::byAge));
    }

    private record Sorting(
            String name, Expectation.Direction direction, List<Expectation.SortKey> then) {
        static Sorting of(Expectation.SortedBy said) {
            return new Sorting(said.name(), said.direction(), said.then());
        }
    }

    /// What a criterion says beside of those that are the same otherwise.
    private Sorting withThen(Sorting sorting) {
        return told(Expectation.SortedBy.class)
                .map(Sorting::of)
                .filter(_ -> sorting.then().isEmpty())
                .filter(one ->
                        one.name().equals(sorting.name()) && one.direction() == sorting.direction())
                .orElse(sorting);
    }

    private <E extends Expectation> Optional<E> told(Class<E> kind) {
        return Stream.concat(
                        wants.outcomes().stream()
                                .filter(one -> !ChoiceReader.isOfChoice(place, one))
                                .flatMap(one -> one.expectations().stream()),
                        wants.whenValid().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private Optional<Listing.Order> byField(Sorting sorting) {
        Optional<Property> property = place.resource().readable(Names.camel(sorting.name()));
        if (property.isEmpty() && sorting.name().matches("(?i)creat(ion|ed)|age|date|time")) {
            return byAge(sorting.direction());
        }
        if (property.isEmpty()) {
            missing(sorting.name());
        }
        List<Listing.Order> then = sorting.then().stream().flatMap(this::key).toList();
        return property.filter(_ -> then.size() == sorting.then().size())
                .map(one -> new Listing.Order(one, sorting.direction(), then));
    }

    private Stream<Listing.Order> key(Expectation.SortKey key) {
        Optional<Property> property =
                place.resource()
                        .readable(Names.camel(key.name()))
                        .or(() -> place.resource().id().filter(_ -> key.name().equals("id")));
        if (property.isEmpty()) {
            missing(key.name());
        }
        return property.stream().map(one -> new Listing.Order(one, key.direction()));
    }

    /// By the time at which resources are made: the one that is called so, or the only one there is.
    private Optional<Listing.Order> byAge(Expectation.Direction direction) {
        List<Property> times =
                place.resource().properties().stream().filter(Times::isTime).toList();
        Optional<Property> made =
                times.stream()
                        .filter(one -> Times.isCreated(one, place.endpoint()))
                        .findFirst()
                        .or(() ->
                                times.stream()
                                        .filter(one ->
                                                one.name()
                                                        .matches(
                                                                "(placed|posted|opened|issued|submitted|made|started|booked|borrowed|published|sent|ordered|requested|received|written)(At|On|Date|Time)?"))
                                        .findFirst())
                        .or(() ->
                                times.size() == 1 ? times.stream().findFirst() : Optional.empty());
        if (made.isEmpty()) {
            obstacles.add(
                    "no property of %s says when it was made".formatted(place.resource().name()));
        }
        return made.map(one -> new Listing.Order(one, direction));
    }
}
