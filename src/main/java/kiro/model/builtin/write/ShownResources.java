package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.talk.Check;

/// What a test stores before it asks for a list: what the list is to show, whosever it is, and what it is not to show.
///
/// @param checks what is looked at beside what every list is looked at for
record ShownResources(Given given, List<Check> checks) {
    ShownResources {
        checks = List.copyOf(checks);
    }

    /// Empty where a test cannot have what is to be shown.
    static Optional<ShownResources> of(Scene scene) {
        return of(scene, scene.owner());
    }

    /// @param user who asks, or whose the resource is that the list has to show
    static Optional<ShownResources> of(Scene scene, Optional<TestUser> user) {
        if (scene.place().parent().isPresent()) {
            return scene.stock().besideOther(user).map(ShownResources::alone);
        }
        Optional<Given> own = scene.stock().given(user);
        if (own.isPresent() && ListWriter.ownOnly(scene.place(), scene.wants())) {
            return others(scene, own.get()).map(given -> withSibling(scene, user, given));
        }
        return own.map(given -> withOthers(scene, given));
    }

    private static ShownResources alone(Given given) {
        return new ShownResources(given, List.of());
    }

    /// What is one's own and a filter would leave out is shown as well.
    private static ShownResources withSibling(Scene scene, Optional<TestUser> user, Given given) {
        Map<Property, String> values = unfiltered(scene, given);
        Optional<Given> sibling =
                values.isEmpty()
                        ? Optional.empty()
                        : scene.stock()
                                .given(user, "other", values)
                                .filter(one -> !one.statements().isEmpty())
                                .map(one -> CaseWriter.renamed(one, "second"));
        return sibling.map(
                        one -> {
                            var statements = new ArrayList<>(given.statements());
                            statements.addAll(one.statements());
                            return new ShownResources(
                                    given.withStatements(statements),
                                    List.of(Checks.element(scene, one.id(), true)));
                        })
                .orElseGet(() -> alone(given));
    }

    private static Optional<Given> others(Scene scene, Given own) {
        return beside(own, scene.stock().given(scene.other()));
    }

    private static Optional<Given> beside(Given own, Optional<Given> other) {
        return other.map(one -> {
            var statements = new ArrayList<>(own.statements());
            statements.addAll(CaseWriter.renamed(one).statements());
            return own.withStatements(statements);
        });
    }

    /// A list that shows all shows what belongs to another user as well, and what a filter would leave out.
    private static ShownResources withOthers(Scene scene, Given own) {
        Map<Property, String> values = unfiltered(scene, own);
        boolean hasOwner = scene.place().owner().flatMap(Owner::compared).isPresent();
        Optional<TestUser> whose = hasOwner ? scene.anyoneElse() : scene.owner();
        boolean isOther = (hasOwner && whose.isPresent()) || !values.isEmpty();
        Optional<Given> other =
                isOther
                        ? scene.stock()
                                .given(whose, values.isEmpty() ? "" : "other", values)
                                .filter(one -> !one.statements().isEmpty())
                        : Optional.empty();
        return beside(own, other)
                .map(given ->
                        new ShownResources(
                                given,
                                List.of(
                                        Checks.element(
                                                scene,
                                                CaseWriter.renamed(other.orElseThrow()).id(),
                                                true))))
                .orElseGet(() -> alone(own));
    }

    /// Other values for what filters look at, as far as a test can choose them.
    private static Map<Property, String> unfiltered(Scene scene, Given own) {
        var values = new LinkedHashMap<Property, String>();
        for (Listing.Filter filter : scene.listing().filters()) {
            Property property = filter.property();
            String value = own.values().getOrDefault(property.name(), "");
            if (value.matches("true|false")) {
                values.put(property, value.equals("true") ? "false" : "true");
            }
            scene.project()
                    .sources()
                    .resolve(property.type(), scene.place().resource().type().file())
                    .flatMap(type ->
                            type.type().constants().stream()
                                    .map(constant ->
                                            scene.project().sources().constant(type, constant))
                                    .filter(constant -> !constant.equals(value))
                                    .findFirst())
                    .filter(_ -> !value.isEmpty())
                    .ifPresent(constant -> values.put(property, constant));
        }
        return values;
    }
}
