package kiro.model.builtin.write;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Expectation;

/// Writes how a list is sorted: by one property, and by others where that is the same.
final class SortCode {
    private final LogicWriter.Code code;

    SortCode(LogicWriter.Code code) {
        this.code = code;
    }

    /// The step that sorts a list; empty where its order is not said.
    Optional<String> of(Listing listing) {
        return listing.choice()
                .map(choice -> chosen(choice, listing))
                .or(() -> listing.order().map(order -> sorted(order, listing)));
    }

    private String sorted(Listing.Order order, Listing listing) {
        return ".sorted(" + comparator(order, listing) + ")";
    }

    /// The order that the caller chooses, worked out before the list is read.
    private String chosen(Listing.Choice choice, Listing listing) {
        String resource = code.place.resource().name();
        code.parameters.add(
                new Logic.Parameter(
                        "String", choice.parameter(), QueryType.read(choice.parameter())));
        code.statements.add(
                "Comparator<%s> chosenOrder =\n        switch (%s) {"
                        .formatted(resource, choice.parameter()));
        choice.orders()
                .forEach((value, order) -> {
                    if (!value.equals(choice.standard())) {
                        code.statements.add(
                                "            case %s -> %s;"
                                        .formatted(
                                                Constraints.literal(value),
                                                comparator(order, listing)));
                    }
                });
        code.statements.add(
                "            default -> "
                        + comparator(
                                requireNonNull(choice.orders().get(choice.standard())), listing)
                        + ";");
        code.statements.add("        };");
        code.imports.add(code.place.resource().type().qualifiedName());
        return ".sorted(chosenOrder)";
    }

    /// Resources that are the same in what they are sorted by keep one order, or pages would overlap.
    private String comparator(Listing.Order order, Listing listing) {
        code.imports.add("java.util.Comparator");
        String comparator =
                "Comparator.comparing("
                        + read(order.property())
                        + (mayBeNull(order.property())
                                ? ", Comparator.nullsLast(Comparator.naturalOrder())"
                                : "")
                        + ")";
        var ordered = new StringBuilder(comparator);
        if (isDescending(order)) {
            ordered.append(".reversed()");
        }
        order.then().forEach(key -> ordered.append(then(key)));
        Property id = code.place.resource().id().orElseThrow();
        boolean isById =
                Stream.concat(Stream.of(order), order.then().stream())
                        .anyMatch(key -> key.property().equals(id));
        if (listing.paging().isPresent() && !isById) {
            ordered.append(then(new Listing.Order(id, Expectation.Direction.ASCENDING)));
        }
        return ordered.toString();
    }

    private String then(Listing.Order key) {
        String natural =
                isDescending(key) ? "Comparator.reverseOrder()" : "Comparator.naturalOrder()";
        List<String> how =
                mayBeNull(key.property())
                        ? List.of("Comparator.nullsLast(" + natural + ")")
                        : isDescending(key) ? List.of(natural) : List.of();
        return ".thenComparing("
                + String.join(
                        ", ", Stream.concat(Stream.of(read(key.property())), how.stream()).toList())
                + ")";
    }

    private static boolean isDescending(Listing.Order order) {
        return order.direction() == Expectation.Direction.DESCENDING;
    }

    /// Times that something may still have to happen at are null until then.
    private boolean mayBeNull(Property property) {
        return Times.isTime(property) && !Times.isCreated(property, code.wants.endpoint());
    }

    private String read(Property property) {
        return code.place.resource().name() + "::" + property.read().replaceAll("[.()]", "");
    }
}
