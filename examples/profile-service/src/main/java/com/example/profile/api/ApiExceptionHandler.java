package com.example.profile.api;

import com.example.profile.service.EmailTakenException;
import com.example.profile.service.NotOwnerException;
import com.example.profile.service.UserNotFoundException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every failure with a problem detail (RFC 9457). */
@RestControllerAdvice
class ApiExceptionHandler extends ResponseEntityExceptionHandler {

    record FieldProblem(String field, String message) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unauthenticated(AuthenticationException failure) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .body(problem(HttpStatus.UNAUTHORIZED, "a valid bearer token is required"));
    }

    @ExceptionHandler
    ProblemDetail notOwner(NotOwnerException failure) {
        return problem(HttpStatus.FORBIDDEN, failure.getMessage());
    }

    @ExceptionHandler
    ProblemDetail userNotFound(UserNotFoundException failure) {
        return problem(HttpStatus.NOT_FOUND, failure.getMessage());
    }

    @ExceptionHandler
    ProblemDetail emailTaken(EmailTakenException failure) {
        return problem(HttpStatus.CONFLICT, failure.getMessage());
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<FieldProblem> errors =
                failure.getFieldErrors().stream()
                        .map(error -> new FieldProblem(error.getField(), error.getDefaultMessage()))
                        .toList();
        ProblemDetail problem =
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "the request has invalid fields");
        problem.setProperty("errors", errors);
        return handleExceptionInternal(
                failure, problem, headers, HttpStatus.UNPROCESSABLE_CONTENT, request);
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
