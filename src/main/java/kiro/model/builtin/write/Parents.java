package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import kiro.model.builtin.project.Controller;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.EndpointSpec;

/// Finds how the class that does an endpoint's work gets at what a resource belongs to.
final class Parents {
    private final SpringProject project;
    private final EndpointSpec endpoint;
    private final Controller controller;

    Parents(SpringProject project, EndpointSpec endpoint, Controller controller) {
        this.project = project;
        this.endpoint = endpoint;
        this.controller = controller;
    }

    /// @param owner tells how what a storage keeps says whose it is
    Optional<Parent> of(
            Holder holder,
            Family family,
            BiFunction<Storage, EndpointSpec, Optional<Owner>> owner) {
        Optional<Reaches.Reach> reach = new Reaches(project).of(holder, family.parent());
        Storage kept = new Growing(project).parent(family.parent(), family.parameter());
        boolean canFind = kept.operation(Operation.Kind.FIND).isPresent();
        boolean isWrapped = WrappedId.of(project.sources(), kept.resource()).isPresent();
        Optional<Finder> finder =
                reach.isPresent() ? Optional.empty() : Finder.elsewhere(project, holder, kept);
        boolean isFound = canFind && (reach.isPresent() || canBeGiven(holder, family.parent()));
        if (isWrapped || (finder.isEmpty() && !isFound)) {
            return Optional.empty();
        }
        String name =
                reach.map(Reaches.Reach::name)
                        .or(() -> finder.flatMap(Finder::through))
                        .orElseGet(() ->
                                GivenWriter.free(project, holder.type(), family.parent().owner()));
        Optional<Owner> parents = owner.apply(family.parent(), endpoint);
        Optional<Owner> childs = owner.apply(family.child(), endpoint);
        var place =
                new Place(
                        endpoint,
                        family.path(),
                        Action.READ,
                        new Names(Names.nounOf(family.parent().resource().name()), "get"),
                        controller,
                        Optional.empty(),
                        holder,
                        kept,
                        name,
                        parents,
                        Optional.empty(),
                        Optional.empty(),
                        reach.isPresent() || finder.isPresent()
                                ? List.of()
                                : List.of(new Added(holder.type(), family.parent().owner(), name)));
        return Optional.of(new Parent(place, family, isOwned(family, parents, childs)));
    }

    private boolean canBeGiven(Holder holder, Storage storage) {
        return storage.kind() != Storage.Kind.MAP
                && GivenWriter.canBeGiven(project, holder.type(), storage.owner());
    }

    /// Whether the owner that the spec speaks of is the parent's: its word for the owner says so, or only the
    /// parent has one.
    private boolean isOwned(Family family, Optional<Owner> parents, Optional<Owner> childs) {
        if (parents.isEmpty() || !family.hasId()) {
            return parents.isPresent();
        }
        for (Behaviour behaviour : endpoint.behaviours()) {
            if (behaviour instanceof Behaviour.BelongsTo(String word)) {
                String name = Names.singular(Names.camel(word));
                if (named(childs, name)) {
                    return false;
                }
                if (named(parents, name)) {
                    return true;
                }
            }
        }
        return childs.isEmpty();
    }

    private static boolean named(Optional<Owner> owner, String word) {
        return owner.flatMap(Owner::held)
                .map(Property::name)
                .filter(name -> name.equals(word) || name.equals(word + "Id"))
                .isPresent();
    }
}
