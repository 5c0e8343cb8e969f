package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Authentication;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.Permission;

/// Tells by the project whether a spec's word for those who may do something is a role or the one to whom the resource
/// belongs: "the author" is a property of one project's recipes, and a role of another's users.
final class Casting {
    private final SpringProject project;

    Casting(SpringProject project) {
        this.project = project;
    }

    EndpointSpec cast(EndpointSpec said, Place place) {
        EndpointSpec endpoint = ofEveryone(said);
        return switch (endpoint.permission()) {
            case Permission.Owner _ -> ofRole(endpoint, place).orElse(endpoint);
            case Permission.Roles roles -> ofOwner(endpoint, place, roles.roles()).orElse(endpoint);
            case Permission.Anyone _, Permission.OwnerOrRoles _ -> endpoint;
        };
    }

    /// The same endpoint for everyone who is signed in, where that is what the role's name means: all callers of a
    /// project whose callers are staff members are staff.
    private EndpointSpec ofEveryone(EndpointSpec endpoint) {
        boolean isEveryone =
                endpoint.permission() instanceof Permission.Roles(List<String> roles)
                        && roles.stream().anyMatch(this::isEveryone);
        return isEveryone
                ? new EndpointSpec(
                        endpoint.route(),
                        Authentication.REQUIRED,
                        new Permission.Anyone(),
                        endpoint.rateLimit(),
                        endpoint.request(),
                        endpoint.response(),
                        endpoint.behaviours())
                : endpoint;
    }

    private boolean isEveryone(String role) {
        return new Roles(project).test(List.of(role)).isEmpty()
                && project.caller()
                        .flatMap(Caller::type)
                        .map(DomainType::name)
                        .map(name -> Names.words(Names.lower(name)))
                        .filter(words ->
                                Roles.isSame(words, role)
                                        || words.equals(role.toLowerCase(Locale.ROOT) + " member"))
                        .isPresent();
    }

    /// The same endpoint for a role, where the word names no property and the project knows it as a role.
    private Optional<EndpointSpec> ofRole(EndpointSpec endpoint, Place place) {
        List<String> words =
                endpoint.behaviours().stream()
                        .filter(Behaviour.BelongsTo.class::isInstance)
                        .map(one -> ((Behaviour.BelongsTo) one).name())
                        .distinct()
                        .toList();
        // Of a request that names no resource, a word for a role can mean nothing else.
        boolean isOwners = endpoint.route().path().value().contains("{");
        boolean isRole =
                words.size() == 1
                        && !(isOwners && isProperty(place, words.getFirst()))
                        && new Roles(project).test(words).isPresent();
        return isRole
                ? Optional.of(
                        with(
                                endpoint,
                                new Permission.Roles(words),
                                isProperty(place, words.getFirst())
                                        ? Optional.of(new Behaviour.BelongsTo(words.getFirst()))
                                        : Optional.empty()))
                : Optional.empty();
    }

    /// The same endpoint for the owner, where the word is no role that the project knows, and names a property.
    private Optional<EndpointSpec> ofOwner(EndpointSpec endpoint, Place place, List<String> roles) {
        boolean isOwner =
                roles.size() == 1
                        && new Roles(project).test(roles).isEmpty()
                        && isProperty(place, roles.getFirst());
        return isOwner
                ? Optional.of(
                        with(
                                endpoint,
                                new Permission.Owner(),
                                Optional.of(new Behaviour.BelongsTo(roles.getFirst()))))
                : Optional.empty();
    }

    /// Whether the resource has such a property, or what it belongs to.
    private static boolean isProperty(Place place, String word) {
        return Owners.names(word).stream()
                .anyMatch(name ->
                        place.resource().property(name).isPresent()
                                || place.parent()
                                        .flatMap(one -> one.place().resource().property(name))
                                        .isPresent());
    }

    private static EndpointSpec with(
            EndpointSpec endpoint, Permission permission, Optional<Behaviour> more) {
        var behaviours = new ArrayList<>(endpoint.behaviours());
        behaviours.removeIf(one ->
                permission instanceof Permission.Roles && one instanceof Behaviour.BelongsTo);
        more.ifPresent(behaviours::add);
        return new EndpointSpec(
                endpoint.route(),
                endpoint.authentication(),
                permission,
                endpoint.rateLimit(),
                endpoint.request(),
                endpoint.response(),
                behaviours);
    }
}
