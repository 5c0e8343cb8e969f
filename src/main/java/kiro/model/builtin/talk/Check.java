package kiro.model.builtin.talk;

import java.util.List;

/// What a test does to see whether a request had the effect that it should have; all values are Java
/// expressions.
public sealed interface Check {
    /// A statement before the request.
    record Before(String statement) implements Check {}

    /// A statement behind it.
    record After(String statement) implements Check {}

    /// What the answer has to be.
    sealed interface OfAnswer extends Check {}

    /// What a list in the answer has to be.
    sealed interface OfList extends OfAnswer {}

    record Status(int code) implements OfAnswer {}

    /// Any status of a success.
    record Success() implements OfAnswer {}

    /// Any status that says that the request is at fault.
    record ClientError() implements OfAnswer {}

    record HeaderIs(String name, String value) implements OfAnswer {}

    record HeaderExists(String name) implements OfAnswer {}

    record HeaderContains(String name, String part) implements OfAnswer {}

    /// A value of the body, by its path below the root.
    record ValueIs(String path, String value) implements OfAnswer {}

    /// A number of the body, whatever its scale.
    ///
    /// @param decimal the expression for a `BigDecimal`
    record NumberIs(String path, String decimal) implements OfAnswer {}

    record ValueExists(String path) implements OfAnswer {}

    /// There, and not null.
    record ValueIsSet(String path) implements OfAnswer {}

    /// A value of the body, as a text that statements behind the request use.
    record ValueKept(String path, String variable) implements OfAnswer {}

    /// Null, or not there.
    record ValueIsNull(String path) implements OfAnswer {}

    record ValueMissing(String path) implements OfAnswer {}

    /// No element of a list has this property.
    ///
    /// @param list the path of the list; empty where the body is the list
    record ValueMissingInAll(String list, String property) implements OfList {}

    /// Whether the list has an element whose property has a value.
    ///
    /// @param list the path of the list; empty where the body is the list
    record Element(String list, String property, boolean isText, String value, boolean isThere)
            implements OfList {
        public Element shown(boolean isThere) {
            return new Element(list, property, isText, value, isThere);
        }
    }

    /// The element of a list whose key has this value has this value in another property.
    ///
    /// @param key the element, as one that is there
    record ElementHas(Element key, String property, boolean isText, String value)
            implements OfList {
        /// Whether JSON reads the value as of the type that the expression has.
        boolean isOfOneType() {
            return isText || value.matches("-?\\d+(\\.\\d+)?|true|false");
        }
    }

    /// The list has elements with these values in a property, in this order, among others.
    record InOrder(String list, String property, List<String> values) implements OfList {
        public InOrder {
            values = List.copyOf(values);
        }
    }

    /// A property's values in the list are these, as a list.
    record Values(String list, String property, String values) implements OfList {}

    /// How many elements the list has.
    record Count(String list, String count) implements OfList {}

    record EmptyList(String list) implements OfList {}

    record EmptyBody() implements OfAnswer {}

    /// There is something in the body.
    record SomeBody() implements OfAnswer {}

    record BodyContains(String text) implements OfAnswer {}

    /// A list in the body has elements with these values in a property.
    record Items(String list, String property, List<String> values) implements OfList {
        public Items {
            values = List.copyOf(values);
        }
    }

    record ProblemDocument() implements OfAnswer {}
}
