package org.example.depot;

import java.time.OffsetDateTime;

public record ShelfResponse(
        long id,
        String barcode,
        String shelf,
        OffsetDateTime shelvedAt) {

    static ShelfResponse of(Parcel parcel) {
        return new ShelfResponse(parcel.id(), parcel.barcode(), parcel.shelf(), parcel.shelvedAt());
    }
}
