package org.example.parcels;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class Refusals {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(Refused refused) {
        HttpStatus status =
                switch (refused.why()) {
                    case NOBODY -> HttpStatus.UNAUTHORIZED;
                    case NOT_YOURS -> HttpStatus.FORBIDDEN;
                    case GONE -> HttpStatus.NOT_FOUND;
                    case CLASH -> HttpStatus.CONFLICT;
                    case UNREADABLE -> HttpStatus.BAD_REQUEST;
                };
        return ResponseEntity.status(status).body(Map.of("error", refused.getMessage()));
    }
}
