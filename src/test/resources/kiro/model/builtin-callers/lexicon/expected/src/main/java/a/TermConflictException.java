package a;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.CONFLICT)
public class TermConflictException extends RuntimeException {

    public TermConflictException(String message) {
        super(message);
    }
}
