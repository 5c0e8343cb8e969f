package kiro.spec.rest;

/// The method of an HTTP request.
public enum HttpMethod {
    GET,
    HEAD,
    POST,
    PUT,
    PATCH,
    DELETE;

    /// Whether requests of this method usually carry a body.
    public boolean takesBody() {
        return this == POST || this == PUT || this == PATCH;
    }
}
