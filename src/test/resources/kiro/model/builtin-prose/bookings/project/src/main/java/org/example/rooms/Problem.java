package org.example.rooms;

import java.util.List;
import org.springframework.http.HttpStatus;

class Problem extends RuntimeException {
    private final HttpStatus status;

    private Problem(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    static Problem notFound(String what) {
        return new Problem(HttpStatus.NOT_FOUND, "no such " + what);
    }

    static Problem unauthorized() {
        return new Problem(HttpStatus.UNAUTHORIZED, "X-User is missing");
    }

    static Problem forbidden(String why) {
        return new Problem(HttpStatus.FORBIDDEN, why);
    }

    static Problem conflict(String why) {
        return new Problem(HttpStatus.CONFLICT, why);
    }

    static Problem invalid(List<String> problems) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, String.join("; ", problems));
    }

    HttpStatus status() {
        return status;
    }
}
