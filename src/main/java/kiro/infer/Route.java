package kiro.infer;

import java.util.List;
import java.util.function.UnaryOperator;

/// A request that the code answers, as one file declares it.
///
/// @param method in capitals; `ANY` where the declaration does not say
/// @param path as in `/users/{id}`, below the prefix of its router
/// @param router what it was declared on: a variable or a class; empty for the application itself
/// @param handler the key of the function that answers it
/// @param success the status that the declaration gives; 0 for none
/// @param types the names of the types that the request is read into
record Route(
        Framework framework,
        String method,
        String path,
        String router,
        String handler,
        int success,
        List<String> types,
        Place place) {
    Route withPrefix(String prefix) {
        boolean isStrict =
                framework == Framework.FASTAPI
                        || framework == Framework.FLASK
                        || framework == Framework.DJANGO;
        return new Route(
                framework,
                method,
                path.equals("/") && !prefix.isEmpty() && !isStrict
                        ? prefix
                        : RoutePath.join(prefix, path),
                router,
                handler,
                success,
                types,
                place);
    }

    Route withPath(UnaryOperator<String> change) {
        return new Route(
                framework, method, change.apply(path), router, handler, success, types, place);
    }
}
