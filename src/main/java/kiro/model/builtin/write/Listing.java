package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// What a list endpoint is asked for, and how its answer is built.
///
/// @param query all parameters of the query, with the rules that their properties imply
/// @param order how the list is sorted; empty where nothing is said
/// @param choice the parameter that says by what the list is sorted
/// @param counted the header that counts all that the query selects
record Listing(
        List<Field> query,
        List<Filter> filters,
        Optional<Paging> paging,
        Optional<Envelope> envelope,
        Optional<Order> order,
        Optional<Choice> choice,
        Optional<String> counted) {
    /// A list as a whole.
    static final Listing PLAIN =
            new Listing(
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    Listing {
        query = List.copyOf(query);
        filters = List.copyOf(filters);
    }

    /// A parameter that selects by a property of the resources.
    ///
    /// @param whole the property that is kept, where the one that is compared is a part of it: the day of a time, the key of
    ///     something else
    record Filter(
            String parameter, Property property, FieldRule.Match match, Optional<Property> whole) {
        Filter(String parameter, Property property, FieldRule.Match match) {
            this(parameter, property, match, Optional.empty());
        }

        /// The property that is kept.
        Property kept() {
            return whole.orElse(property);
        }
    }

    /// How many resources are shown at a time.
    ///
    /// @param at the parameter that says which page, or how many come before; empty where only the first can be had
    /// @param isOffset whether it counts resources, not pages
    /// @param first the number of the first page
    record Paging(Optional<String> at, String size, boolean isOffset, int first, int standard) {
        /// Whether this is one of the parameters that cut the list.
        boolean isCutBy(String parameter) {
            return size.equals(parameter) || at.equals(Optional.of(parameter));
        }

        /// What is left out, as code.
        ///
        /// @param at the expression of the page or offset
        String skipped(String at, String size) {
            return isOffset
                    ? at
                    : "(long) " + (first == 0 ? at : "(" + at + " - " + first + ")") + " * " + size;
        }
    }

    /// The object around the list.
    ///
    /// @param items the name of the list in it
    /// @param names all its names, in the order of the spec
    /// @param elements what the spec lists for an element; none where it lists nothing
    record Envelope(String items, List<Part> names, List<Field> elements) {
        Envelope {
            names = List.copyOf(names);
            elements = List.copyOf(elements);
        }

        /// A value beside the list.
        record Part(String name, Meaning meaning) {}

        /// What a value beside the list says.
        enum Meaning {
            ITEMS,
            AT,
            SIZE,
            TOTAL,
            PAGES,
            MORE
        }
    }

    /// @param then what decides between those that are the same in the property, one after the other
    record Order(Property property, Expectation.Direction direction, List<Order> then) {
        Order {
            then = List.copyOf(then);
        }

        Order(Property property, Expectation.Direction direction) {
            this(property, direction, List.of());
        }
    }

    /// An order that the caller chooses.
    ///
    /// @param orders by what the list is sorted for each value, in the order of the spec
    /// @param standard the value where none is sent
    record Choice(String parameter, SequencedMap<String, Order> orders, String standard) {}

    /// The same list, where another order is asked for.
    Listing sortedBy(Order chosen) {
        return new Listing(query, filters, paging, envelope, Optional.of(chosen), choice, counted);
    }

    /// Whether the parameters need a type of their own: for values by default, rules or pages.
    boolean needsType() {
        return !query.isEmpty();
    }

    Optional<Field> parameter(String name) {
        return query.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    Optional<Filter> filter(String parameter) {
        return filters.stream().filter(one -> one.parameter().equals(parameter)).findFirst();
    }

    /// The path of the list in the body, as JSONPath has it below the root; empty where the body is the list.
    String path() {
        return envelope.map(Envelope::items).orElse("");
    }
}
