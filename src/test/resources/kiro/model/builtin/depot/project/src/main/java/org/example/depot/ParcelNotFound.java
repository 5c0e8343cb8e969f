package org.example.depot;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
public class ParcelNotFound extends RuntimeException {

    public ParcelNotFound(long id) {
        super("no parcel " + id);
    }
}
