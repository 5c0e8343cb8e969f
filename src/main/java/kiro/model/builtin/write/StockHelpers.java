package kiro.model.builtin.write;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;

/// Writes the methods of a test class that store a resource.
final class StockHelpers {
    private final SpringProject project;
    private final Place place;
    private final Wants wants;
    private final TestCode code;
    private final Upkeep upkeep;

    StockHelpers(SpringProject project, Place place, Wants wants, TestCode code, Upkeep upkeep) {
        this.project = project;
        this.place = place;
        this.wants = wants;
        this.code = code;
        this.upkeep = upkeep;
    }

    /// The properties that have another value each time, where no two resources may have the same of several; the owner
    /// is one of them where a list does not look at it.
    Set<Property> anew(Map<Property, String> values) {
        var related = new Related(project, code, upkeep);
        var news = new NewValues(project, code);
        Storage kept = place.storage();
        Optional<Property> owner = place.owner().flatMap(Owner::compared);
        boolean isOwnersTurn =
                place.action() == Action.LIST
                        && !ListWriter.ownOnly(place, wants)
                        && place.owner().filter(Owner.ByProperty.class::isInstance).isPresent();
        return new KeptTogether(project)
                .differing(
                        kept,
                        owner,
                        property -> {
                            boolean isOwner = owner.filter(property::equals).isPresent();
                            return !values.containsKey(property)
                                    && kept.resource().id().filter(property::equals).isEmpty()
                                    && (isOwner
                                            ? isOwnersTurn && related.refers(kept, property)
                                            : related.refers(kept, property)
                                                    || news.differing(kept, property).isPresent());
                        });
    }

    /// Adds such a method; answers whether it could be written.
    boolean add(
            String helper,
            String variable,
            Optional<Property> owner,
            Map<Property, String> values,
            Set<Property> anew) {
        String name = upkeep.bean();
        var all = new HashMap<>(values);
        var fixed = new HashMap<>(values);
        owner.ifPresent(property -> fixed.put(property, property.name()));
        if (place.owner().orElse(null) instanceof Owner.ByObject owned) {
            Optional<String> user = new Related(project, code, upkeep).found(owned);
            if (user.isEmpty()) {
                return false;
            }
            all.put(owned.property(), user.get());
            fixed.put(owned.property(), user.get());
        }
        all.putAll(new Related(project, code, upkeep).values(place.storage(), fixed, anew));
        var news = new NewValues(project, code);
        differ(anew, all, news);
        boolean stays = !code.talk().isInThread();
        if (stays || place.action() == Action.LIST || NewValues.areKeptApart(place.storage())) {
            news.differ(place.storage(), owner, all);
        }
        Optional<TestObjects.Made> made =
                new TestObjects(project.sources(), code.imports)
                        .make(
                                place.resource(),
                                variable,
                                news.id(place.storage(), name),
                                owner.map(property ->
                                        new TestObjects.Owned(property, property.name())),
                                all);
        made.ifPresent(one -> {
            helper(helper, variable, owner, one);
            var same = new HashMap<>(one.values());
            same.values().removeIf(StockHelpers::isAnew);
            code.made.put(helper, same);
        });
        return made.isPresent();
    }

    /// Gives these properties another value each time, where they refer to nothing.
    private void differ(Set<Property> anew, Map<Property, String> values, NewValues news) {
        for (Property property : anew) {
            if (!values.containsKey(property)) {
                news.differing(place.storage(), property)
                        .ifPresent(value -> values.put(property, value));
            }
        }
    }

    /// Whether an expression has another value each time.
    private static boolean isAnew(String value) {
        return value.contains("++") || value.matches(".*\\b(some[A-Z]\\w*|find\\w*)\\(.*");
    }

    private void helper(
            String helper, String variable, Optional<Property> owner, TestObjects.Made made) {
        var text = new StringBuilder();
        String type = place.resource().name();
        String parameter =
                owner.map(property -> property.typeName().raw() + " " + property.name()).orElse("");
        owner.ifPresent(property -> code.imports.addAll(RequestWriter.imports(property.type())));
        text.append("private ").append(type).append(' ').append(helper);
        text.append('(').append(parameter).append(") {\n");
        new StoredCode(project, place.storage(), upkeep.bean(), code)
                .lines(made, variable)
                .forEach(line -> text.append(line.indent(4)));
        code.helpers.put(helper, text + "}");
        if (place.storage().isTransactional()) {
            upkeep.restore();
        } else {
            upkeep.dirty(false);
        }
    }
}
