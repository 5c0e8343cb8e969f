package org.example.library;

import java.time.Instant;

public record Review(
        long id,
        String memberId,
        String book,
        int stars,
        String text,
        Instant createdAt,
        String mood) {}
