package kiro.spec.rest;

import java.util.List;

/// What a caller sends.
public record Request(List<Field> body, List<Field> query, List<Field> path) {
    public Request {
        body = List.copyOf(body);
        query = List.copyOf(query);
        path = List.copyOf(path);
    }
}
