package net.choir;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class Refusals {
    @ExceptionHandler
    ResponseEntity<Map<String, String>> on(Refused refused) {
        return ResponseEntity.status(refused.status()).body(Map.of("error", refused.getMessage()));
    }
}
