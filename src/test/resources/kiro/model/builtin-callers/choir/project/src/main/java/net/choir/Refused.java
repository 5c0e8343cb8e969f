package net.choir;

import org.springframework.http.HttpStatus;

public class Refused extends RuntimeException {
    private final HttpStatus status;

    public Refused(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    static Refused unauthorized() {
        return new Refused(HttpStatus.UNAUTHORIZED, "sign in");
    }

    static Refused forbidden(String message) {
        return new Refused(HttpStatus.FORBIDDEN, message);
    }

    static Refused notFound(String message) {
        return new Refused(HttpStatus.NOT_FOUND, message);
    }
}
