package kiro.spec.rest;

/// Which request an endpoint answers: `PUT /users/{id}/profile`.
public record Route(HttpMethod method, PathTemplate path) {
    @Override
    public String toString() {
        return method + " " + path;
    }
}
