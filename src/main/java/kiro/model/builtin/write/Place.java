package kiro.model.builtin.write;

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
        Optional<Owner> owner) {
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
        return new Place(
                elements,
                path,
                action,
                names,
                controller,
                existing,
                holder,
                storage,
                storageName,
                owner);
    }

    DomainType resource() {
        return storage.resource();
    }
}
