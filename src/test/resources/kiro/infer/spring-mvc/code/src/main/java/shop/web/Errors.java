package shop.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.*;

@RestControllerAdvice
class Advice {
    @ExceptionHandler(OwnerLocked.class)
    ProblemDetail locked(OwnerLocked error) {
        return ProblemDetail.forStatus(HttpStatus.LOCKED);
    }
}

@ResponseStatus(HttpStatus.NOT_FOUND)
class OwnerNotFound extends RuntimeException {}

class OwnerLocked extends RuntimeException {}

interface OwnerRepository extends JpaRepository<Owner, Integer> {}
