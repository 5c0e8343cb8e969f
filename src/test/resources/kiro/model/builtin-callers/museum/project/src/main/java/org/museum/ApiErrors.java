package org.museum;

import java.util.Map;
import org.museum.auth.NotAllowed;
import org.museum.auth.NotSignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class ApiErrors {

    @ExceptionHandler(NotSignedIn.class)
    @ResponseStatus(HttpStatus.UNAUTHORIZED)
    Map<String, String> notSignedIn(NotSignedIn e) {
        return Map.of("error", e.getMessage());
    }

    @ExceptionHandler(NotAllowed.class)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    Map<String, String> notAllowed(NotAllowed e) {
        return Map.of("error", e.getMessage());
    }

    @ExceptionHandler(NotFound.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, String> notFound(NotFound e) {
        return Map.of("error", e.getMessage());
    }

    @ExceptionHandler(MethodArgumentNotValidException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> invalid(MethodArgumentNotValidException e) {
        var field = e.getBindingResult().getFieldErrors().getFirst();
        return Map.of("error", field.getField() + " " + field.getDefaultMessage());
    }
}
