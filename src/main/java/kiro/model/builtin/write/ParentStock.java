package kiro.model.builtin.write;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kiro.model.builtin.project.Property;

/// What the resources of tests belong to: one that each test starts with, in a field of the test class.
final class ParentStock {
    private final Optional<Parent> parent;
    private final Optional<Stock> stock;
    private final TestCode code;
    private final Supplier<Map<Property, String>> usual;

    /// @param others stores what resources have to do with
    ParentStock(
            Workshop workshop,
            Place place,
            Wants wants,
            SignIn signIn,
            TestCode code,
            String packageName,
            Supplier<OtherStock> others) {
        this.parent = place.parent();
        this.usual = () -> parent.map(one -> others.get().ofParent(one.place())).orElse(Map.of());
        this.code = code;
        this.stock =
                parent.map(one ->
                        new Stock(
                                workshop,
                                one.place().as(Action.LIST),
                                wants,
                                signIn,
                                code,
                                code.talk(),
                                packageName));
    }

    /// Whether each test starts with one; so does a test of what belongs to nothing.
    ///
    /// @param user whose it is
    boolean isThere(Optional<TestUser> user) {
        if (parent.isEmpty() || code.fields.containsKey(name())) {
            return true;
        }
        Optional<String> stored = stored(user);
        stored.ifPresent(expression -> {
            code.fields.put(name(), type());
            code.before.add(name() + " = " + expression + ";");
        });
        return stored.isPresent();
    }

    private String name() {
        return parent.orElseThrow().object();
    }

    private String type() {
        return parent.orElseThrow().place().resource().name();
    }

    /// The expression that stores one.
    private Optional<String> stored(Optional<TestUser> user) {
        Map<Property, String> values = usual.get();
        return stock.flatMap(one ->
                        values.isEmpty() ? one.given(user) : one.given(user, "usual", values))
                .flatMap(ParentStock::expression);
    }

    static Optional<String> expression(Given given) {
        return Optional.of(given.statements())
                .filter(statements -> statements.size() == 1)
                .map(statements ->
                        statements
                                .getFirst()
                                .replaceFirst("^\\w+ \\w+ = ", "")
                                .replaceFirst(";$", ""));
    }

    /// The statement that puts one in this state in the field.
    Optional<String> in(Optional<TestUser> user, String word) {
        return instead(user, one -> one.in(user, word));
    }

    Optional<String> with(Optional<TestUser> user, String kind, Map<Property, String> values) {
        return instead(user, one -> one.given(user, kind, values));
    }

    Optional<String> conflicting(Optional<TestUser> user, String word) {
        return instead(user, one -> one.conflicting(user, word));
    }

    Optional<String> outOf(Optional<TestUser> user, String word) {
        return instead(user, one -> one.outOf(user, word));
    }

    private Optional<String> instead(
            Optional<TestUser> user, Function<Stock, Optional<Given>> stored) {
        return isThere(user)
                ? stock.flatMap(stored)
                        .flatMap(ParentStock::expression)
                        .map(expression -> name() + " = " + expression + ";")
                : Optional.empty();
    }

    /// The statement that puts one that is another user's in the field.
    Optional<String> foreign(TestUser user) {
        return isThere(Optional.of(user)) ? other(Optional.of(user)) : Optional.empty();
    }

    /// The statement that puts another one in the field.
    Optional<String> other(Optional<TestUser> user) {
        return stored(user).map(expression -> name() + " = " + expression + ";");
    }

    Optional<String> id() {
        return parent.map(one -> name() + one.place().resource().id().orElseThrow().read());
    }

    String unknownId() {
        return stock.orElseThrow().unknownId();
    }

    Optional<Property> link() {
        return parent.map(Parent::link);
    }

    /// What the resource has for its link.
    String linked() {
        Parent one = parent.orElseThrow();
        if (one.family().isObject()) {
            return name();
        }
        return one.isFoundByKey()
                ? name() + one.family().parent().resource().id().orElseThrow().read()
                : id().orElseThrow();
    }
}
