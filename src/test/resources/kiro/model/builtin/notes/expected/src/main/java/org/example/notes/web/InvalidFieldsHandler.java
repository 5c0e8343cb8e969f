package org.example.notes.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers invalid fields with a problem detail (RFC 9457) that names them. */
@RestControllerAdvice
class InvalidFieldsHandler {

  @ExceptionHandler
  ProblemDetail invalidFields(MethodArgumentNotValidException failure) {
    List<Map<String, String>> errors =
        failure.getFieldErrors().stream()
            .map(
                error ->
                    Map.of(
                        "field",
                        error.getField(),
                        "message",
                        String.valueOf(error.getDefaultMessage())))
            .toList();
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_ENTITY, "the request has invalid fields");
    problem.setProperty("errors", errors);
    return problem;
  }
}
