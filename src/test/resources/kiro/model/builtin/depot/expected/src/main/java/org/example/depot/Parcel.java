package org.example.depot;

import java.time.OffsetDateTime;

public record Parcel(
        long id,
        String barcode,
        String destination,
        int grams,
        boolean fragile,
        OffsetDateTime receivedAt,
        String shelf,
        OffsetDateTime shelvedAt) {}
