package org.example.harbour.adapter.web;

import org.example.harbour.domain.BerthNotFound;
import org.example.harbour.domain.NotAllowed;
import org.example.harbour.domain.ShipNotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
public class Problems {

    @ExceptionHandler(ShipNotFound.class)
    public ProblemDetail shipNotFound(ShipNotFound e) {
        return problem(HttpStatus.NOT_FOUND, "ship-not-found", e.getMessage());
    }

    @ExceptionHandler(NotAllowed.class)
    public ProblemDetail notAllowed(NotAllowed e) {
        return problem(HttpStatus.FORBIDDEN, "not-allowed", e.getMessage());
    }

    @ExceptionHandler(BerthNotFound.class)
    public ProblemDetail berthNotFound(BerthNotFound e) {
        return problem(HttpStatus.NOT_FOUND, "berth-not-found", e.getMessage());
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return problem;
    }
}
