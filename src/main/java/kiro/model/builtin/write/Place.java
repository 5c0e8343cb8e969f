package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Controller;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Mapping;
import kiro.model.builtin.project.Storage;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.Response;

/// Where an endpoint belongs in a project.
///
/// @param path the endpoint's path within the application
/// @param existing the method that answers it already
/// @param storageName the holder's name for the storage
/// @param owner how the resource says whose it is; empty where nothing says it
/// @param parent what the resource belongs to, where the path names it
/// @param piece the list of the resource that is answered with, where the path ends in one
/// @param added what classes have to be given before
record Place(
        EndpointSpec endpoint,
        String path,
        Action action,
        Names names,
        Controller controller,
        Optional<Mapping> existing,
        Holder holder,
        Storage storage,
        String storageName,
        Optional<Owner> owner,
        Optional<Parent> parent,
        Optional<Piece> piece,
        List<Added> added) {

    /// Whether requests have a body.
    boolean takesBody() {
        return action.takesBody() || (action == Action.ACT && !endpoint.request().body().isEmpty());
    }

    /// The same place, as one of an answer that has the elements' fields alone.
    Place ofElements(Listing listing) {
        if (listing.envelope().isEmpty()) {
            return this;
        }
        var response =
                new Response(
                        endpoint.response().status(),
                        endpoint.response().shape(),
                        listing.envelope().get().elements());
        var elements =
                new EndpointSpec(
                        endpoint.route(),
                        endpoint.authentication(),
                        endpoint.permission(),
                        endpoint.rateLimit(),
                        endpoint.request(),
                        response,
                        endpoint.behaviours());
        return with(elements, action);
    }

    /// The same place, as one where something else is done.
    Place as(Action other) {
        return with(endpoint, other);
    }

    /// The same place, as one of the elements where a list of the resource is answered with.
    Place ofPiece() {
        return piece.map(one -> with(endpoint, action, one.elements(), owner)).orElse(this);
    }

    /// The same place, with a storage that can do something else.
    Place in(Storage other) {
        return with(endpoint, action, other, owner);
    }

    private Place with(EndpointSpec endpoint, Action action) {
        return with(endpoint, action, storage, owner);
    }

    private Place with(
            EndpointSpec endpoint, Action action, Storage storage, Optional<Owner> owner) {
        return new Place(
                endpoint,
                path,
                action,
                names,
                controller,
                existing,
                holder,
                storage,
                storageName,
                owner,
                parent,
                piece,
                added);
    }

    /// The same place, as one that says so whose things are.
    Place owned(Owner by) {
        return with(endpoint, action, storage, Optional.of(by));
    }

    /// Whether what the spec says of owners is about what the resource belongs to.
    boolean isOwnedByParent() {
        return parent.filter(Parent::isOwned).isPresent();
    }

    /// Whose the endpoint's work is, as far as rules of ownership go.
    Optional<Owner> guard() {
        return isOwnedByParent() ? parent.flatMap(Parent::owner) : owner;
    }

    /// Whether a request names something that is stored.
    boolean hasId() {
        return action.hasId() || parent.isPresent();
    }

    DomainType resource() {
        return storage.resource();
    }
}
