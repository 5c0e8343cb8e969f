package com.example.profile.domain;

import java.time.Instant;

/**
 * A registered user. {@code bio} and {@code avatarUrl} are null until the user fills them in;
 * {@code email} is private to its owner.
 */
public record User(
        long id,
        String email,
        String displayName,
        String bio,
        String avatarUrl,
        Instant createdAt,
        Instant updatedAt) {}
